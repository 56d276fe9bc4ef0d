//! People as a holder of personal data.
use super::{RelationKind, store};
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::person_data::{Block, Datum, Erased, PersonData, Record, Scope, Value};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{ReadTx, WriteTx};

/// The holder.
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
        let source = format!("source-{}", record.source);
        let block = |title: &str, purposes: &[&str], records: Vec<Record>| Block {
            holder: "people".into(),
            title: format!("holder-people-{title}"),
            purposes: purposes.iter().map(|p| (*p).to_owned()).collect(),
            source: source.clone(),
            records,
        };
        let mut blocks = vec![
            block("identity", &["member_admin"], vec![identity(&record)]),
            block("contact", &["member_admin", "service_mail"], vec![contact(tx, &record)?]),
            block("relations", &["member_admin"], relations(tx, person)?),
        ];
        if store::has_note(tx, person)? {
            let value = match tx.keys().holds(Compartment::Confidential) {
                true => Value::Text(store::note(tx, person)?.unwrap_or_default()),
                false => Value::Sealed,
            };
            blocks.push(block("note", &["member_admin"], vec![vec![Datum::new("person-field-note", value)]]));
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
    record.extend(store::emails(tx, r.id)?.iter().filter_map(|e| Datum::text("person-field-email", &e.address)));
    record.extend(store::phones(tx, r.id)?.iter().filter_map(|p| Datum::text("person-field-phone", &p.number)));
    Ok(record)
}

fn relations(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Record>> {
    let word = |kind: RelationKind| Value::Word(format!("relation-{}", kind.as_str()));
    let record = |r: &super::Relation| {
        let mut record = vec![Datum::new("person-field-relation", word(r.kind))];
        record.extend(r.started_on.map(|d| Datum::new("person-field-since", Value::Date(d))));
        record.extend(r.ended_on.map(|d| Datum::new("person-field-until", Value::Date(d))));
        record
    };
    Ok(store::relations(tx, person)?.iter().map(record).collect())
}
