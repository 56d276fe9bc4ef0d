//! People as a holder of personal data.
use super::{Relation, RelationKind, Restriction, store};
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::person_data::{Block, Datum, Erased, PersonData, Record, Scope, Value};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{ReadTx, WriteTx};

/// Exports and erases what this feature knows about a person.
pub struct PeopleData;

impl PersonData for PeopleData {
    fn name(&self) -> &'static str {
        "people"
    }

    fn tables(&self) -> &'static [&'static str] {
        &["person", "email", "phone", "relation", "person_note"]
    }

    fn export(&self, tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Block>> {
        let record = store::get(tx, person)?;
        let source = format!("source-{}", record.source.as_str());
        let relations = store::relations(tx, person)?;
        let used_for = purposes(&record, &relations);
        let block = |title: &str, records: Vec<Record>| Block {
            holder: "people".into(),
            title: format!("holder-people-{title}"),
            purposes: used_for.iter().map(|p| (*p).to_owned()).collect(),
            source: source.clone(),
            records,
        };
        let mut reached = block("contact", vec![contact(tx, &record)?]);
        if relations.iter().any(|r| r.kind == RelationKind::Member && !r.ended) {
            reached.purposes.push("service_mail".to_owned());
        }
        let mut blocks = vec![
            block("identity", vec![identity(&record)]),
            reached,
            block("relations", relations.iter().map(relation).collect()),
            Block { source: "source-program".into(), ..block("record", vec![kept(&record)]) },
        ];
        if store::has_note(tx, person)? {
            let value = if tx.keys().holds(Compartment::Confidential) {
                Value::Text(store::note(tx, person)?.unwrap_or_default())
            } else {
                Value::Sealed
            };
            blocks.push(block("note", vec![vec![Datum::new("person-field-note", value)]]));
        }
        blocks.retain(|b| b.records.iter().any(|r| !r.is_empty()));
        Ok(blocks)
    }

    fn count(&self, tx: &ReadTx<'_>, person: PersonId, scope: Scope) -> Result<Vec<(String, u32)>> {
        let n = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        let mut counts = vec![
            ("erased-email".to_owned(), n(store::emails(tx, person)?.len())),
            ("erased-phone".to_owned(), n(store::phones(tx, person)?.len())),
            ("erased-relation".to_owned(), n(store::relations(tx, person)?.len())),
            ("erased-note".to_owned(), u32::from(store::has_note(tx, person)?)),
        ];
        match scope {
            Scope::Whole => counts.push(("erased-person".to_owned(), 1)),
            Scope::KeepFiscal { .. } => {
                counts.push(("erased-birth-date".to_owned(), u32::from(store::get(tx, person)?.birth_date.is_some())))
            }
        }
        counts.retain(|(_, n)| *n > 0);
        Ok(counts)
    }

    fn erase(&self, tx: &WriteTx<'_>, person: PersonId, scope: Scope) -> Result<Erased> {
        let mut erased = Erased::default();
        erased.add("erased-email", "email", store::emails(tx, person)?.into_iter().map(|e| e.id.0).collect());
        erased.add("erased-phone", "phone", store::phones(tx, person)?.into_iter().map(|p| p.id.0).collect());
        let relations = store::relations(tx, person)?.into_iter().map(|r| r.id.0).collect();
        erased.add("erased-relation", "relation", relations);
        if store::has_note(tx, person)? {
            erased.add("erased-note", "person_note", vec![person.0]);
        }
        store::delete_emails(tx, person)?;
        store::delete_phones(tx, person)?;
        store::delete_relations(tx, person)?;
        store::delete_note(tx, person)?;
        match scope {
            Scope::Whole => {
                store::delete_person(tx, person)?;
                erased.add("erased-person", "person", vec![person.0]);
            }
            Scope::KeepFiscal { until, .. } => {
                store::keep_fiscal(tx, person, until)?;
                erased.emptied("person", person.0, &["birth_date", "member_number"], until);
            }
        }
        Ok(erased)
    }
}

/// A person's relations decide what their data are used for; for someone kept only for tax law, that is the only
/// purpose.
fn purposes(record: &store::PersonRecord, relations: &[Relation]) -> Vec<&'static str> {
    if record.restricted == Some(Restriction::Fiscal) {
        return vec!["fiscal"];
    }
    let mut purposes = vec![];
    for relation in relations {
        let purpose = match relation.kind {
            RelationKind::Member => "member_admin",
            RelationKind::Donor => "donors",
            RelationKind::Volunteer => "volunteers",
            RelationKind::Contact => "sponsor_contacts",
        };
        if !purposes.contains(&purpose) {
            purposes.push(purpose);
        }
    }
    purposes
}

fn identity(r: &store::PersonRecord) -> Record {
    let n = &r.name;
    let mut record: Record = [
        ("given-name", &n.given_name),
        ("initials", &n.initials),
        ("prefix", &n.prefix),
        ("surname", &n.surname),
        ("partner-prefix", &n.partner_prefix),
        ("partner-surname", &n.partner_surname),
    ]
    .into_iter()
    .filter_map(|(label, value)| Datum::text(&format!("person-field-{label}"), value))
    .collect();
    if !n.partner_surname.is_empty() {
        let word = format!("field-name-use-{}", n.name_use.as_str().replace('_', "-"));
        record.push(Datum::new("person-field-name-use", Value::Word(word)));
    }
    record.extend(r.birth_date.map(|d| Datum::new("person-field-birth-date", Value::Date(d))));
    record.extend(Datum::text("person-field-member-number", &r.member_number));
    record
}

fn contact(tx: &ReadTx<'_>, r: &store::PersonRecord) -> Result<Record> {
    let mut record: Record =
        [("street", &r.street), ("postcode", &r.postcode), ("city", &r.city), ("country", &r.country)]
            .into_iter()
            .filter_map(|(label, value)| Datum::text(&format!("person-field-{label}"), value))
            .collect();
    for email in store::emails(tx, r.id)? {
        record.extend(Datum::text("person-field-email", &email.address));
        record.extend(label("person-field-email-label", &email.label));
    }
    for phone in store::phones(tx, r.id)? {
        record.extend(Datum::text("person-field-phone", &phone.number));
        record.extend(label("person-field-phone-label", &phone.label));
    }
    Ok(record)
}

/// The label of an address or number: a built-in word, or the user's own.
fn label(id: &str, label: &str) -> Option<Datum> {
    match label {
        "home" | "work" | "mobile" | "parent" | "other" => Some(Datum::new(id, Value::Word(format!("label-{label}")))),
        own => Datum::text(id, own),
    }
}

fn relation(r: &Relation) -> Record {
    let former = if r.ended { "former-" } else { "" };
    let word = Value::Word(format!("relation-{former}{}", r.kind.as_str()));
    let mut record = vec![Datum::new("person-field-relation", word)];
    record.extend(r.started_on.map(|d| Datum::new("person-field-since", Value::Date(d))));
    record.extend(match r.ended_on {
        Some(day) => Some(Datum::new("person-field-until", Value::Date(day))),
        None => r.ended.then(|| Datum::new("person-field-until", Value::Word("person-until-unknown".into()))),
    });
    record
}

/// Facts about the record itself: when it was added and changed, and whether the person is restricted.
fn kept(r: &store::PersonRecord) -> Record {
    let mut record = vec![
        Datum::new("person-field-added", Value::Instant(r.created_at)),
        Datum::new("person-field-changed", Value::Instant(r.changed_at)),
    ];
    record.extend(r.restricted.map(|why| {
        let word = match why {
            Restriction::Request => "person-restricted-request",
            Restriction::Fiscal => "person-restricted-fiscal",
        };
        Datum::new("person-field-restricted", Value::Word(word.into()))
    }));
    record.extend(r.restricted_until.map(|d| Datum::new("person-field-restricted-until", Value::Date(d))));
    record
}
