//! Collects everything about a person from the list of holders, so that no feature can be forgotten.
use super::report::{Association, Event, Item, Keep, Recipient, Report, Right, Section, Subject, Use};
use super::store;
use crate::error::Result;
use crate::features::purposes::{self, Basis};
use crate::features::retention::While;
use crate::features::{audit, people, retention, settings};
use crate::kernel::id::PersonId;
use crate::kernel::person_data::{self, Datum, Value};
use crate::kernel::session::ReadTx;
use crate::text::Text;
use std::collections::BTreeSet;

const SCHEMA: &str = "urn:ledenkluis:access-report:1";
const MOST_EVENTS: u32 = 10_000;

/// The rights, in the order in which the report lists them. The texts are `paper-report-right-…`.
const RIGHTS: [&str; 6] = ["rectification", "erasure", "restriction", "portability", "objection", "withdraw"];

pub(super) fn gather(tx: &ReadTx<'_>, text: Text, person: PersonId, number: String) -> Result<Report> {
    let settings = settings::read_all(tx)?;
    let mut blocks = vec![];
    // Holders are in the order of erasure, with the person's own record last. A reader wants that first.
    for holder in tx.holders().iter().rev() {
        blocks.extend(holder.export(tx, person)?);
    }
    let elsewhere = from_elsewhere(&blocks);
    let data: Vec<Section> = blocks.into_iter().map(|block| section(text, block, &elsewhere)).collect();
    let keys = data.iter().flat_map(|s: &Section| &s.purposes);
    Ok(Report {
        schema: SCHEMA,
        number,
        language: text.language().tag(),
        made_at: tx.now(),
        association: Association {
            name: settings.association,
            privacy_email: settings.privacy_email,
            country: settings.country,
        },
        person: Subject {
            id: person,
            name: people::names(tx, person)?.display(),
            restricted: people::standing(tx, person)?.restricted,
        },
        sealed: data.iter().flat_map(|s| &s.records).flatten().any(|item| item.value == Value::Sealed),
        purposes: uses(text, keys)?,
        keeps: retention::bars_of(tx, person)?.into_iter().map(|bar| keep(text, bar)).collect::<Result<_>>()?,
        recipients: store::list(tx, person)?.into_iter().map(|d| recipient(text, &d)).collect(),
        trail: events(tx, text, person)?,
        automated_decisions: false,
        transfer_outside_eea: false,
        rights: RIGHTS.map(|key| Right { key, text: text.plain(&format!("paper-report-right-{key}")) }).to_vec(),
        complaint: text.plain("paper-report-complaint-body"),
        data,
    })
}

/// The labels of data that did not come from the source of their block, because an import filled them.
fn from_elsewhere(blocks: &[person_data::Block]) -> BTreeSet<String> {
    let named = blocks.iter().flat_map(|b| &b.records).flatten().filter(|d| d.label == person_data::FIELD_FROM_HERE);
    let label = |d: &Datum| if let Value::Word(label) = &d.value { Some(label.clone()) } else { None };
    named.filter_map(label).collect()
}

fn section(text: Text, block: person_data::Block, elsewhere: &BTreeSet<String>) -> Section {
    let mut source = text.plain(&block.source);
    let whole = block.source == "source-imported";
    if !whole && block.records.iter().flatten().any(|d| elsewhere.contains(&d.label)) {
        source = text.get("source-partly-imported", &[("source", source.into())]);
    }
    Section {
        holder: block.holder,
        title: text.plain(&block.title),
        purposes: block.purposes,
        source,
        records: block.records.into_iter().map(|r| r.into_iter().map(|d| item(text, d)).collect()).collect(),
    }
}

fn item(text: Text, Datum { label, value }: Datum) -> Item {
    let words = match &value {
        Value::Text(words) => words.clone(),
        Value::Date(date) => text.date(*date),
        Value::Instant(moment) => text.moment(*moment),
        Value::Cents(cents) => text.euros(*cents),
        Value::Word(id) => text.plain(id),
        Value::Sealed => text.plain("paper-sealed"),
    };
    Item { name: text.plain(&label), id: label, value, text: words }
}

/// The purposes that the data name, each once.
fn uses<'a>(text: Text, keys: impl Iterator<Item = &'a String>) -> Result<Vec<Use>> {
    let mut uses: Vec<Use> = vec![];
    for key in keys {
        if uses.iter().any(|known| known.key == *key) {
            continue;
        }
        let purpose = purposes::by_key(key)?;
        uses.push(Use {
            key: key.clone(),
            name: text.plain(&purpose.text_id()),
            basis: purpose.basis,
            basis_name: text.plain(basis_id(purpose.basis)),
            term: term(text, purpose)?,
        });
    }
    Ok(uses)
}

fn basis_id(basis: Basis) -> &'static str {
    match basis {
        Basis::Consent => "basis-consent",
        Basis::Contract => "basis-contract",
        Basis::Law => "basis-law",
        Basis::Interest => "basis-interest",
    }
}

/// The retention period: by the rule of the purpose, or else as long as the consent or the relation lasts.
fn term(text: Text, purpose: &purposes::Purpose) -> Result<String> {
    let Some(id) = &purpose.rule else {
        let lasts = if purpose.asks_consent() { "consent" } else { "relation" };
        return Ok(text.plain(&format!("paper-report-term-{lasts}")));
    };
    rule_term(text, id)
}

fn rule_term(text: Text, id: &str) -> Result<String> {
    let rule = retention::pack()?.rule(id)?;
    let start = serde_json::to_value(rule.start).map_err(crate::error::Error::broken)?;
    let start = start.as_str().unwrap_or_default().to_owned();
    Ok(text
        .get("paper-term", &[("n", rule.value.into()), ("unit", rule.unit.as_str().into()), ("start", start.into())]))
}

fn keep(text: Text, bar: retention::KeepBar) -> Result<Keep> {
    let until_words = match (bar.until, bar.lasts, &bar.rule) {
        (Some(day), ..) => text.date(day),
        (None, Some(While::Relation), Some(rule)) => {
            text.get("paper-report-keep-term", &[("term", rule_term(text, rule)?.into())])
        }
        (None, Some(While::Relation), None) => text.plain("paper-report-keep-relation"),
        (None, Some(While::Consent), Some(rule)) => {
            text.get("paper-report-keep-term", &[("term", rule_term(text, rule)?.into())])
        }
        (None, Some(While::Consent), None) => text.plain("paper-report-term-consent"),
        (None, Some(While::Unknown) | None, _) => text.plain("paper-report-keep-unknown"),
    };
    Ok(Keep {
        what: bar.purpose.in_words(text, |day| text.date(day)),
        from: bar.from,
        until: bar.until,
        until_words,
        rule: bar.rule,
    })
}

fn recipient(text: Text, disclosure: &store::Disclosure) -> Recipient {
    Recipient {
        to: text.plain("paper-report-recipient-subject"),
        at: disclosure.at,
        what: text.get("paper-report-name", &[("number", disclosure.number.clone().into())]),
    }
}

/// What was done with this person's data. The users who did it are left out: that is personal data of theirs, which
/// this person only gets if they need it (C-579/21).
fn events(tx: &ReadTx<'_>, text: Text, person: PersonId) -> Result<Vec<Event>> {
    let event = |line: audit::Line| {
        let id = format!("op-{}", line.op.replace(['.', '_'], "-"));
        let what = if text.has(&id) { text.plain(&id) } else { line.op.clone() };
        Event { at: line.at, op: line.op, what, done: line.done, fields: line.fields }
    };
    Ok(people::lines_of(tx, person, MOST_EVENTS)?.into_iter().map(event).collect())
}
