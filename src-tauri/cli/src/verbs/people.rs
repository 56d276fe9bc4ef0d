//! People: found, shown, reported on, counted down, erased.
use crate::answer::{Answer, known};
use crate::open::Run;
use ledenkluis_core::app::Date;
use ledenkluis_core::error::{Code, Error, Result};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Lists or searches. With every field it is an export, which is a right and leaves a row of its own.
pub(super) fn list(run: &mut Run, search: Option<&str>, limit: Option<u32>, all_fields: bool) -> Result<Value> {
    let command = if all_fields { "people_export" } else { "people_list" };
    let page = run.call(command, json!({ "q": search, "limit": limit.unwrap_or(u32::MAX) }))?;
    let people = if all_fields { &page["people"] } else { &page["rows"] };
    Ok(json!({ "total": page["matching"], "people": people }))
}

fn rows(page: &Value) -> &[Value] {
    page["rows"].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// An id, or words that find just one person; somebody who is called exactly so comes before those who are only like it.
fn find(run: &mut Run, person: &str) -> Result<Value> {
    if person.len() == 36 && person.bytes().filter(|b| *b == b'-').count() == 4 {
        return Ok(json!(person));
    }
    let page = run.call("people_list", json!({ "q": person, "limit": 100 }))?;
    let same = |name: &Value| name.as_str().is_some_and(|n| n.to_lowercase() == person.trim().to_lowercase());
    let exact: Vec<&Value> = rows(&page).iter().filter(|r| same(&r["name"]) || same(&r["sort_name"])).collect();
    match (exact.as_slice(), rows(&page)) {
        ([only], _) => Ok(only["id"].clone()),
        ([], [only]) => Ok(only["id"].clone()),
        (_, []) => Err(Error::new(Code::PersonMissing)),
        (_, several) => Err(Error::new(Code::PersonAmbiguous).arg("count", several.len())),
    }
}

/// One person, with the note for who may read it: a look that leaves its row, so it is of today. Where it cannot leave one
/// the rest is told all the same.
pub(super) fn one(run: &mut Run, person: &str, is_today: bool) -> Result<Answer> {
    let person = find(run, person)?;
    let mut value = run.call("people_get", json!({ "person": person }))?;
    let mut fault = None;
    if is_today && value["has_note"] == true {
        match run.call("people_note", json!({ "person": person })) {
            Ok(note) => value["note"] = note["text"].clone(),
            Err(why) => fault = Some(why),
        }
    }
    Ok(Answer { value, fault })
}

/// The report on paper and as data.
pub(super) fn report(
    run: &mut Run,
    person: &str,
    kind: &str,
    [pdf, data]: [&PathBuf; 2],
    replace: bool,
) -> Result<Value> {
    let person = find(run, person)?;
    let (pdf, data) = (run.target(pdf, replace)?, run.target(data, replace)?);
    let request = json!({ "person": person, "kind": kind, "pdf": pdf, "data": data });
    let made = run.call("export_report", request)?;
    Ok(json!({
        "pages": made["pdf"]["pages"], "bytes": made["pdf"]["bytes"], "sha256": made["pdf"]["sha256"],
        "data": { "bytes": made["data"]["bytes"], "sha256": made["data"]["sha256"] },
    }))
}

/// Who is due, in one list.
pub(super) fn due(run: &mut Run, on: Option<Date>) -> Result<Value> {
    let list = run.call("retention_due", json!({ "on": on }))?;
    let mut due = vec![];
    for group in list["groups"].as_array().into_iter().flatten() {
        for row in group["rows"].as_array().into_iter().flatten() {
            let mut row = row.clone();
            row["rule"] = group["rule"].clone();
            due.push(row);
        }
    }
    Ok(json!({ "due": due }))
}

/// Erases, and writes the proof. What went wrong after the erasure is told beside what was done: the person is gone.
pub(super) fn erase(run: &mut Run, person: &str, confirm: &str, proof: Option<&Path>, replace: bool) -> Result<Answer> {
    let proof = proof.map(|path| run.target(path, replace)).transpose()?;
    let person = find(run, person)?;
    let done = run.call("erasure_run", json!({ "persons": [person], "confirm": confirm }))?;
    let mut fault = (!done["problem"].is_null()).then(|| known(&done["problem"])).transpose()?;
    if let Some(target) = proof {
        let written = run.call("erasure_proof", json!({ "erasure": done["erasure"], "target": target }));
        fault = fault.or(written.err());
    }
    let value = json!({
        "erased": done["erased"], "partly": done["partly"], "kept": done["kept"], "proof": done["number"],
        "strangers": done["strangers"], "problem": done["problem"],
    });
    Ok(Answer { value, fault })
}
