//! A vault with three people whose every field has a value of its own: one ordinary person, one on hold at their own
//! request, one kept only for tax law.
use acceptance::requests::{answer, at_home, day, erasure, gift, list_in, since, surnamed, until};
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, Compartment, ConsentBy, KeepLonger, Name, NameUse, NewDonation, NewDraft, NewPerson, NewPhone, Nothing,
    PersonId, RecordConsent, RelationId, RelationKind, UserId,
};
use ledenkluis_core::app::FileToken;
use ledenkluis_core::ops::Role;
use std::fs;

/// The name of a value in the snapshot, and the text that reveals it in an answer. `<` stands for the first part of a
/// person's names: `Merk`, `Wacht` or `Fisc`.
pub(super) const MARKS: &[(&str, &str)] = &[
    ("surname", "<achter"),
    ("given-name", "<voor"),
    ("partner", "<partner"),
    ("email", "<post@voorbeeld.nl"),
    ("phone", "<phone"),
    ("street", "<straat"),
    ("postcode", "<postcode"),
    ("city", "<stad"),
    ("country", "<land"),
    ("born", "<born"),
    ("age", "\"age\":<age"),
    ("member-number", "<nummer"),
    ("source", "\"source\":\"entered\""),
    ("since", "<since"),
    ("until", "<until"),
    ("there-is-a-note", "\"has_note\":true"),
    ("note", "<notitie"),
    ("gift-amount", "<cents"),
    ("gift-day", "<gave"),
    ("gift-remark", "<gift"),
    ("consent-state", "\"state\":\"given\""),
    ("consent-day", "<chose"),
    ("consent-how", "\"how\":\"paper\""),
    ("consent-by", "\"by\":\"guardian\""),
    ("consent-words", "\"text_version\":1"),
    ("consent-remark", "<bijschrift"),
    ("who-recorded", "[Secretary, Treasurer, Privacy]"),
    ("keep-until", "<keep"),
    ("keep-reason", "<reden"),
    ("books-until", "2032-12-31"),
    ("list-file", "merklijst"),
    ("draft", "<concept"),
    ("erasure", "\"persons\":1"),
    ("trail", "person.create"),
    ("restricted", "\"restricted\":\""),
];

/// The three people, by the first part of their names.
pub(super) const WHO: [&str; 3] = ["Merk", "Wacht", "Fisc"];

/// Values that cannot start with a name, such as dates and numbers: a different one for each person.
fn number(who: &str, what: &str) -> Option<&'static str> {
    let n = WHO.iter().position(|w| *w == who)?;
    let of: [&str; 3] = match what {
        "phone" => ["+31612345601", "+31612345602", "+31612345603"],
        "postcode" => ["9731 MA", "9732 MB", "9733 MC"],
        "born" => ["1961-11-27", "1952-10-22", "1943-09-21"],
        "age" => ["64", "74", "83"],
        "since" => ["2003-04-05", "2004-05-06", "2005-06-07"],
        "until" => ["2019-06-17", "2020-07-18", "2021-08-19"],
        "cents" => ["987654", "876543", "765432"],
        "nummer" => ["MN-90210", "MN-80311", "MN-70412"],
        "gave" => ["2025-03-04", "2025-04-05", "2025-05-06"],
        "chose" => ["2022-08-09", "2022-09-10", "2022-10-11"],
        "keep" => ["2027-05-06", "2027-06-07", "2027-07-08"],
        _ => return None,
    };
    of.get(n).copied()
}

/// The text that reveals a mark in an answer about this person.
pub(super) fn needle(who: &str, mark: &str) -> String {
    let Some((head, what)) = mark.split_once('<') else { return mark.to_owned() };
    format!("{head}{}", number(who, what).map_or_else(|| format!("{who}{what}"), str::to_owned))
}

/// The vault and the ids in it. `list` is a file to import, as the session knows it.
pub(super) struct World {
    pub(super) vault: TestVault,
    pub(super) persons: [PersonId; 3],
    /// The relation of each of them.
    pub(super) relations: [RelationId; 3],
    pub(super) user: UserId,
    pub(super) list: FileToken,
    /// The list as the application knows it, for commands that need no open vault.
    pub(super) chosen: FileToken,
}

const ALL: &[Role] = &[Role::Secretary, Role::Treasurer, Role::Privacy];

impl World {
    pub(super) fn new() -> Self {
        let mut vault = TestVault::as_role(ALL, true);
        let persons = WHO.map(|who| person(&mut vault, who));
        let relations = persons.map(|person| vault.ask(call::people_get, ByPerson { person }).relations[0].id);
        let list = list(&mut vault);
        let request = vault.ask(call::import_open, list_in(list)).request;
        vault.ask(call::import_run, request);
        let gone = vault.ask(
            call::people_create,
            NewPerson { relations: vec![until(RelationKind::Member, "2001-02-03")], ..surnamed("Vanvroeger") },
        );
        vault.ask(call::erasure_run, erasure(gone, "Vanvroeger"));
        persons.iter().zip(WHO).for_each(|(id, who)| draft(&mut vault, *id, who));
        let restrict = "UPDATE person SET restricted = ?1 WHERE surname = ?2";
        vault.inside(|conn| {
            conn.execute(restrict, ["request", "Wachtachter"]).unwrap();
            conn.execute(restrict, ["fiscal", "Fiscachter"]).unwrap();
            conn.execute("UPDATE person SET restricted_until = '2032-12-31' WHERE restricted = 'fiscal'", []).unwrap();
        });
        let user = vault.ask(call::vault_state, Nothing {}).me.unwrap().user;
        World { vault, persons, relations, user, list, chosen: list }
    }

    pub(super) fn enter(&mut self, roles: &[Role], admin: bool) {
        self.vault.reopen_as(roles, admin);
        self.list = list(&mut self.vault);
        let path = self.vault.folder().join("merklijst.csv");
        self.chosen = self.vault.app().admit(path);
    }
}

#[expect(clippy::disallowed_methods, reason = "a list of the test's own")]
fn list(vault: &mut TestVault) -> FileToken {
    let (path, token) = vault.file("merklijst.csv");
    fs::write(path, "Voornaam;Achternaam;Opmerking\nIemand;Uitdelijst;Uitdelijst\n").unwrap();
    token
}

fn draft(vault: &mut TestVault, id: PersonId, who: &str) {
    let content = format!(r#"{{"note":"{who}concept"}}"#);
    let kept = NewDraft { place: who.into(), person: Some(id), compartment: Compartment::Confidential, content };
    vault.ask(call::drafts_keep, kept);
}

fn person(vault: &mut TestVault, who: &str) -> PersonId {
    let say = |what: &str| needle(who, &format!("<{what}"));
    let id = vault.ask(
        call::people_create,
        NewPerson {
            name: Name {
                given_name: say("voor"),
                surname: say("achter"),
                partner_surname: say("partner"),
                name_use: NameUse::PartnerOwn,
                ..Name::default()
            },
            emails: vec![at_home(&say("post@voorbeeld.nl"))],
            phones: vec![NewPhone { label: "mobile".into(), number: say("phone") }],
            street: say("straat"),
            postcode: say("postcode"),
            city: say("stad"),
            country: say("land"),
            birth_date: Some(day(&say("born"))),
            member_number: say("nummer"),
            relations: vec![since(RelationKind::Member, &say("since")), until(RelationKind::Volunteer, &say("until"))],
            note: say("notitie"),
        },
    );
    let cents: i64 = say("cents").parse().unwrap();
    vault.ask(call::donations_record, NewDonation { remark: say("gift"), ..gift(id, &say("gave"), cents) });
    let photos = vault.purpose("photos_portrait");
    let by_guardian =
        RecordConsent { by: ConsentBy::Guardian, remark: say("bijschrift"), ..answer(id, photos, true, &say("chose")) };
    vault.ask(call::consent_record, by_guardian);
    vault.ask(call::retention_keep, KeepLonger { person: id, until: day(&say("keep")), reason: say("reden") });
    id
}
