//! No column of a holder may be missing from the access report: it is shown, or listed here with the reason why not.
use acceptance::requests::{answer, day, gift, list_in, report, until, withdrawal};
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    Compartment, ConsentBy, KeepLonger, Name, NameUse, NewDraft, NewEmail, NewPerson, NewPhone, NewRelation, PersonId,
    RecordConsent, RelationKind, ReopenConsent,
};
use ledenkluis_core::app::HOLDERS;
use ledenkluis_core::ops::Role;
use std::collections::BTreeSet;
use std::fs;

/// Table, column, and the text for it in the report about the person below.
const SHOWN: &[(&str, &str, &str)] = &[
    ("person", "initials", "A.B."),
    ("person", "given_name", "Anneke"),
    ("person", "prefix", "van den"),
    ("person", "surname", "Bergveld"),
    ("person", "partner_prefix", "in het"),
    ("person", "partner_surname", "Zonneveld"),
    ("person", "name_use", "field-name-use-partner-own"),
    ("person", "birth_date", "1979-05-13"),
    ("person", "member_number", "4711"),
    ("person", "street", "Molenpad 12"),
    ("person", "postcode", "1234 AB"),
    ("person", "city", "Veldrade"),
    ("person", "country", "Nederland"),
    ("person", "restricted", "person-restricted-request"),
    ("person", "restricted_until", "2031-01-02"),
    ("person", "source", "Ingevoerd door de vereniging, een deel uit een lijst"),
    ("person", "created_at", "person-field-added"),
    ("person", "changed_at", "person-field-changed"),
    ("email", "label", "Clubmail"),
    ("email", "address", "anneke@voorbeeld.nl"),
    ("phone", "label", "label-mobile"),
    ("phone", "number", "+31612345678"),
    ("relation", "kind", "relation-former-member"),
    ("relation", "started_on", "2011-09-01"),
    ("relation", "ended_on", "2026-10-31"),
    ("relation", "ended", "Oud-lid"),
    ("person_note", "sealed", "Speelt ook saxofoon."),
    ("donation", "kind", "donation-gift"),
    ("donation", "year", "2026-03-01"),
    ("donation", "sealed", "25,00"),
    ("consent_event", "purpose", "purpose-photos-portrait"),
    ("consent_event", "state", "consent-withdrawn"),
    ("consent_event", "chosen_on", "2026-11-20"),
    ("consent_event", "how", "consent-how-paper"),
    ("consent_event", "said_by", "paper-consent-by-guardian"),
    ("consent_event", "remark", "formulier 12"),
    ("consent_event", "version", "consent-field-version"),
    ("consent_event", "language", "settings-language-nl"),
    ("consent_event", "undoes", "consent-history-undoes"),
    ("consent_event", "recorded_at", "consent-field-recorded"),
    ("keep_longer", "until", "2027-10-01"),
    ("keep_longer", "reason", "Geschil over contributie"),
    ("keep_longer", "changed_at", "retention-field-decided"),
    ("import_person", "created", "source-list-completed"),
    ("import_field", "field", "person-field-member-number"),
    ("draft", "at", "draft-field-at"),
    ("draft", "sealed", "Bergveld-Typt"),
    ("disclosure", "kind", "Inzagerapport"),
    ("disclosure", "number", "2026-0001"),
    ("disclosure", "at", "recipients"),
];

/// The columns that the report leaves out, and why.
const LEFT_OUT: &[(&str, &[&str])] = &[
    ("names the row, not the person", &["id"]),
    ("is how the row is joined to the person or to an import that the report names", &["person", "import"]),
    ("names the copy of the vault", &["replica"]),
    ("is the order on the screen, and the report has that order", &["email.place", "phone.place"]),
    ("is made from the name, for sorting", &["person.sort_key"]),
    (
        "is told by the trail, with the moment and the field",
        &["relation.changed_at", "person_note.changed_at", "donation.changed_at"],
    ),
    (
        "names a volunteer, and that is not this person's datum (C-579/21)",
        &["consent_event.recorded_by", "keep_longer.decided_by", "disclosure.made_by", "draft.user"],
    ),
    ("is the day that the term counts from; the report says the last day of keeping", &["donation.year_ends_on"]),
    ("says in which form it was typed and how it is sealed", &["draft.place", "draft.compartment"]),
    ("is the sum over words that the report shows", &["consent_event.hash"]),
    (
        "is what undoing an import needs, no datum of its own",
        &["import_person.fingerprint", "import_field.before", "import_field.relation"],
    ),
];

fn left_out(table: &str, column: &str) -> bool {
    let whole = format!("{table}.{column}");
    LEFT_OUT.iter().flat_map(|(_, columns)| *columns).any(|c| *c == column || *c == whole)
}

fn shown(table: &str, column: &str) -> bool {
    SHOWN.iter().any(|(t, c, _)| (*t, *c) == (table, column))
}

#[test]
fn every_column_of_a_holder_is_in_the_report_or_left_out_for_a_reason() {
    let mut vault = TestVault::new();
    let mut seen = BTreeSet::new();
    for table in HOLDERS.iter().flat_map(|h| h.tables()) {
        let columns: Vec<String> = vault.inside(|conn| {
            let mut stmt = conn.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
            stmt.query_map([table], |r| r.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
        });
        for column in columns {
            let (shown, left_out) = (shown(table, &column), left_out(table, &column));
            assert!(shown != left_out, "{table}.{column}: shown in the report {shown}, left out {left_out}");
            seen.insert(format!("{table}.{column}"));
        }
    }
    for (table, column, _) in SHOWN {
        assert!(seen.contains(&format!("{table}.{column}")), "{table}.{column} is no column");
    }
}

/// A person with every field filled in but the member number, which comes from a list.
fn entered() -> NewPerson {
    NewPerson {
        name: Name {
            initials: "A.B.".into(),
            given_name: "Anneke".into(),
            prefix: "van den".into(),
            surname: "Bergveld".into(),
            partner_prefix: "in het".into(),
            partner_surname: "Zonneveld".into(),
            name_use: NameUse::PartnerOwn,
        },
        emails: vec![NewEmail { label: "Clubmail".into(), address: "anneke@voorbeeld.nl".into() }],
        phones: vec![NewPhone { label: "mobile".into(), number: "06-12345678".into() }],
        street: "Molenpad 12".into(),
        postcode: "1234ab".into(),
        city: "Veldrade".into(),
        country: "Nederland".into(),
        birth_date: Some(day("1979-05-13")),
        relations: vec![NewRelation {
            started_on: Some(day("2011-09-01")),
            ..until(RelationKind::Member, "2026-10-31")
        }],
        note: "Speelt ook saxofoon.".into(),
        ..NewPerson::default()
    }
}

/// A person with a value in every column.
#[expect(clippy::disallowed_methods, reason = "a list of the test's own")]
fn somebody(vault: &mut TestVault) -> PersonId {
    let person = vault.ask(call::people_create, entered());
    let (path, file) = vault.file("lijst.csv");
    fs::write(
        path,
        "Voornaam;Tussenvoegsel;Achternaam;E-mailadres;Lidnummer\nAnneke;van den;Bergveld;anneke@voorbeeld.nl;4711\n",
    )
    .unwrap();
    let request = vault.ask(call::import_open, list_in(file)).request;
    assert_eq!(vault.ask(call::import_run, request).updated, 1);
    vault.ask(call::donations_record, gift(person, "2026-03-01", 2500));
    let photos = vault.purpose("photos_portrait");
    let by_guardian = RecordConsent {
        by: ConsentBy::Guardian,
        remark: "formulier 12".to_owned(),
        ..answer(person, photos, true, "2026-11-20")
    };
    vault.ask(call::consent_record, by_guardian);
    vault.ask(call::consent_withdraw, withdrawal(person, photos));
    vault.ask(call::consent_reopen, ReopenConsent { person, purpose: photos });
    let typed = r#"{"surname":"Bergveld-Typt"}"#;
    vault.ask(
        call::drafts_keep,
        NewDraft {
            place: "/personen/nieuw person".into(),
            person: Some(person),
            compartment: Compartment::Main,
            content: typed.into(),
        },
    );
    vault.ask(call::consent_withdraw, withdrawal(person, photos));
    vault.ask(
        call::retention_keep,
        KeepLonger { person, until: day("2027-10-01"), reason: "Geschil over contributie".into() },
    );
    person
}

#[test]
fn the_report_says_what_the_columns_contain() {
    let mut vault = TestVault::as_role(&[Role::Secretary, Role::Treasurer], false);
    let person = somebody(&mut vault);
    let restrict = "UPDATE person SET restricted = 'request', restricted_until = '2031-01-02'";
    vault.inside(|conn| conn.execute(restrict, []).unwrap());
    vault.ask(call::export_report, report(person));
    let made = vault.ask(call::export_report, report(person));
    let report = fs::read_to_string(made.data.path).unwrap();
    for (table, column, words) in SHOWN {
        assert!(report.contains(words), "{table}.{column}: no {words} in {report}");
    }
}
