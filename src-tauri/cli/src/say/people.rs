//! People in lists and one by one, the report, who is due, who was erased.
use super::line::{line, said};
use crate::args::Verb;
use crate::found::{DuePerson, Erased, Everything, People};
use ledenkluis_core::api::types::{PersonRow, PersonView, Proposal, Relation};
use ledenkluis_core::text::Text;

pub(super) fn list(list: &People, words: Text) -> Vec<String> {
    let heads = ["name", "relation", "city", "email", "phone", "number"];
    let head = heads.map(|h| words.plain(&format!("people-col-{h}")));
    let mut lines = table([head].into_iter().chain(list.people.iter().map(|p| row(p, words))).collect());
    lines.push(words.get("people-count-all", &[("n", list.total.into())]));
    lines
}

pub(super) fn everything(all: &Everything, words: Text) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    for each in &all.people {
        lines.extend(one(&each.person, each.note.as_deref(), words));
        lines.push(String::new());
    }
    lines.push(words.get("people-count-all", &[("n", all.total.into())]));
    lines
}

fn row(person: &PersonRow, words: Text) -> [String; 6] {
    let relation = person.relations.first().map(|r| relation(r, words)).unwrap_or_default();
    let PersonRow { sort_name, city, email, phone, member_number, .. } = person.clone();
    [sort_name, relation, city, email, phone, member_number]
}

fn relation(relation: &Relation, words: Text) -> String {
    let former = if relation.ended { "former-" } else { "" };
    words.plain(&format!("relation-{former}{}", relation.kind.as_str()))
}

/// Columns side by side, each as wide as its widest cell; one that is empty throughout is left out.
fn table<const N: usize>(rows: Vec<[String; N]>) -> Vec<String> {
    let wide = |n: usize, rows: &[[String; N]]| rows.iter().map(|r| r[n].chars().count()).max().unwrap_or(0);
    let shown: Vec<(usize, usize)> =
        (0..N).filter(|n| wide(*n, rows.get(1..).unwrap_or_default()) > 0).map(|n| (n, wide(n, &rows))).collect();
    let line = |row: &[String; N]| {
        let cells = shown.iter().map(|&(n, width)| format!("{:width$}", row[n]));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    if shown.is_empty() { vec![] } else { rows.iter().map(line).collect() }
}

pub(super) fn one(person: &PersonView, note: Option<&str>, words: Text) -> Vec<String> {
    let mut lines = vec![person.display_name.clone()];
    let mut fact = |field: &str, value: &str| {
        if !value.is_empty() {
            lines.push(format!("  {}", line(&words.plain(&format!("person-field-{field}")), value, words)));
        }
    };
    for each in &person.relations {
        let dated = [("relation-from", each.started_on), ("relation-until", each.ended_on)]
            .into_iter()
            .filter_map(|(id, day)| Some(words.get(id, &[("date", words.date(day?).into())])));
        let parts: Vec<String> = [relation(each, words)].into_iter().chain(dated).collect();
        fact("relation", &parts.join(" "));
    }
    if let Some(full) = &person.full {
        fact("member-number", &full.member_number);
        fact("birth-date", &full.birth_date.map(|day| words.date(day)).unwrap_or_default());
    }
    if let Some(address) = &person.address {
        fact("street", &address.street);
        fact("postcode", &address.postcode);
        fact("city", &address.city);
        fact("country", &address.country);
    }
    person.emails.iter().for_each(|each| fact("email", &each.address));
    person.phones.iter().for_each(|each| fact("phone", &each.number));
    fact("note", note.unwrap_or_default());
    lines
}

pub(super) fn report(verb: &Verb, pages: u32, words: Text) -> Vec<String> {
    let Verb::Export { pdf, data, .. } = verb else { return vec![] };
    vec![
        words.get("kluis-exported", &[("n", pages.into())]),
        line("PDF", pdf.display(), words),
        line("JSON", data.display(), words),
    ]
}

pub(super) fn due(due: &[DuePerson], words: Text) -> Vec<String> {
    let mut lines = vec![words.get("kluis-due", &[("n", due.len().into())])];
    for DuePerson { row, .. } in due {
        let hidden = || words.plain("retention-name-hidden");
        let name = if row.name.is_empty() { hidden() } else { row.name.clone() };
        let proposal = words.plain(match row.proposal {
            Proposal::Erase => "retention-erase",
            Proposal::Part => "retention-part",
            Proposal::Wait => "retention-wait",
            Proposal::Ask => "retention-ask",
        });
        lines.push(format!("  {} ({proposal})", line(&name, said(&row.because, words), words)));
    }
    lines
}

pub(super) fn erased(done: &Erased, words: Text) -> Vec<String> {
    let id = if done.erased > 0 { "kluis-erased" } else { "kluis-erased-partly" };
    let mut lines = vec![words.get(id, &[("number", done.proof.as_str().into())])];
    for stay in &done.kept {
        lines.push(format!("  {}", line(&said(&stay.what, words), said(&stay.why, words), words)));
    }
    if done.strangers > 0 {
        lines.push(words.get("erasure-strangers", &[("n", done.strangers.into())]));
    }
    if done.problem.is_some() {
        lines.push(words.plain("erasure-pending-hint"));
    }
    lines
}
