//! People: found, shown, reported on, counted down, erased.
use crate::answer::{Answer, Found, known};
use crate::found::{Document, Due, DuePerson, Erased, Everything, Note, People, Person, Report};
use crate::open::Run;
use ledenkluis_core::api::types::{
    ByPerson, DueRequest, DueRow, ErasureProof, PeopleFilter, PersonId, PersonRow, ReportKind, ReportRequest,
    RunErasure,
};
use ledenkluis_core::api::{call, may};
use ledenkluis_core::app::{App, Date};
use ledenkluis_core::error::{Code, Error, Result};
use std::path::{Path, PathBuf};

/// Lists or searches. With every field it is an export, which is a right and leaves a row of its own.
pub(super) fn list(run: &mut Run, search: Option<&str>, limit: Option<u32>, all_fields: bool) -> Result<Found> {
    let filter = PeopleFilter {
        q: search.map(str::to_owned),
        limit: Some(limit.unwrap_or(u32::MAX)),
        ..PeopleFilter::default()
    };
    if all_fields {
        let all = call::people_export(run.app(), filter)?.value;
        return Ok(Found::Everything(Everything { total: all.matching, people: all.people }));
    }
    let page = call::people_list(run.app(), filter)?.value;
    Ok(Found::People(People { total: page.matching, people: page.rows }))
}

/// An id, or words that find just one person; somebody who is called exactly so comes before those who are only like it.
fn find(run: &mut Run, person: &str, may: fn(&mut App) -> Result<()>) -> Result<PersonId> {
    if person.len() == 36 && person.bytes().filter(|b| *b == b'-').count() == 4 {
        return run.id(person, may);
    }
    let filter = PeopleFilter { q: Some(person.to_owned()), limit: Some(100), ..PeopleFilter::default() };
    let rows = call::people_list(run.app(), filter)?.value.rows;
    let wanted = person.trim().to_lowercase();
    let is_called_so = |row: &&PersonRow| [&row.name, &row.sort_name].iter().any(|n| n.to_lowercase() == wanted);
    let exact: Vec<&PersonRow> = rows.iter().filter(is_called_so).collect();
    match (exact.as_slice(), rows.as_slice()) {
        ([only], _) => Ok(only.id),
        ([], [only]) => Ok(only.id),
        (_, []) => Err(Error::new(Code::PersonMissing)),
        (_, several) => Err(Error::new(Code::PersonAmbiguous).arg("count", several.len())),
    }
}

/// One person, with the note for who may read it: a look that leaves its row, so it is of today. Where it cannot leave one
/// the rest is told all the same.
pub(super) fn one(run: &mut Run, person: &str, is_today: bool) -> Result<Answer> {
    let person = find(run, person, may::people_get)?;
    let view = call::people_get(run.app(), ByPerson { person })?.value;
    let (mut note, mut fault) = (None, None);
    if is_today && view.has_note {
        match call::people_note(run.app(), ByPerson { person }) {
            Ok(shown) => note = Some(Note { note: shown.value.text }),
            Err(why) => fault = Some(why),
        }
    }
    Ok(Answer { found: Found::Person(Box::new(Person { person: view, note })), fault })
}

/// The report on paper and as data.
pub(super) fn report(
    run: &mut Run,
    person: &str,
    kind: ReportKind,
    [pdf, data]: [&PathBuf; 2],
    replace: bool,
) -> Result<Report> {
    let person = find(run, person, may::export_report)?;
    let (pdf, data) = (run.target(pdf, replace)?, run.target(data, replace)?);
    let made = call::export_report(run.app(), ReportRequest { person, kind, language: None, pdf, data })?.value;
    let pdf = Document { bytes: made.pdf.bytes, sha256: made.pdf.sha256 };
    let data = Document { bytes: made.data.bytes, sha256: made.data.sha256 };
    Ok(Report { pages: made.pdf.pages, pdf, data })
}

/// Who is due, in one list.
pub(super) fn due(run: &mut Run, on: Option<Date>) -> Result<Due> {
    let groups = call::retention_due(run.app(), DueRequest { on })?.value.groups;
    let of_group = |(rule, rows): (String, Vec<DueRow>)| {
        rows.into_iter().map(move |row| DuePerson { row, rule: rule.clone() }).collect::<Vec<_>>()
    };
    Ok(Due { due: groups.into_iter().map(|group| (group.rule, group.rows)).flat_map(of_group).collect() })
}

/// Erases, and writes the proof. What went wrong after the erasure is told beside what was done: the person is gone.
pub(super) fn erase(
    run: &mut Run,
    person: &str,
    confirm: String,
    proof: Option<&Path>,
    replace: bool,
) -> Result<Answer> {
    let proof = proof.map(|path| run.target(path, replace)).transpose()?;
    let person = find(run, person, may::erasure_run)?;
    let done = call::erasure_run(run.app(), RunErasure { persons: vec![person], confirm })?.value;
    let mut fault = done.problem.as_deref().map(known).transpose()?;
    if let Some(target) = proof {
        let written = call::erasure_proof(run.app(), ErasureProof { erasure: done.erasure, target });
        fault = fault.or(written.err());
    }
    let erased = Erased {
        erased: done.erased,
        partly: done.partly,
        kept: done.kept,
        proof: done.number,
        strangers: done.strangers,
        problem: done.problem,
    };
    Ok(Answer { found: Found::Erased(erased), fault })
}
