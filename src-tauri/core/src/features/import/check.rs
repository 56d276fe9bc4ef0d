//! What an import would do, without doing it; and its problems as a file.
use super::doubt::{self, Differing, DoubtRow};
use super::fact::{Sample, sample};
use super::guess::meaning::Meaning;
use super::list::List;
use super::plan::{self, Action, Counts, Plan};
use super::request::{ImportRequest, Problem, RowDecision};
use crate::error::Result;
use crate::features::settings;
use crate::kernel::files::{Target, Written};
use crate::kernel::session::{Done, Session, Subject};
use crate::ops::{Op, Permission};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Rows that are shown as they would be stored.
const SHOWN: usize = 20;

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportChecked")]
pub struct Checked {
    /// Rows that would add a person.
    pub new: usize,
    /// Rows that would complete a known person.
    pub complete: usize,
    /// Rows with nothing new about a known person.
    pub same: usize,
    /// Rows that would be left out, because a person has to decide who they are.
    pub ask: usize,
    /// Rows that would be skipped.
    pub skip: usize,
    /// Answers of no to a purpose; each would be stored as a refusal.
    pub refusals: usize,
    /// What would not be imported.
    pub problems: Vec<Problem>,
    /// The first 20 rows that would not be skipped, as they would be stored.
    pub samples: Vec<Sample>,
    /// The rows about which a person has to decide, or decided, most doubtful first.
    pub doubts: Vec<DoubtRow>,
    /// What the list says otherwise about people who are known. It stays as it is.
    pub differing: Vec<Differing>,
}

/// Where to write the problems.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportProblems")]
pub struct ProblemsRequest {
    /// The import to check.
    #[serde(flatten)]
    pub request: ImportFields,
    /// Where to write them, as delimited text.
    pub target: Target,
}

/// The fields of an `ImportRequest`, without `deny_unknown_fields`, which serde cannot combine with `flatten`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportFields")]
pub struct ImportFields {
    file: crate::kernel::id::FileToken,
    sheet: usize,
    header_row: Option<u32>,
    columns: Vec<Option<Meaning>>,
    relation: crate::features::people::RelationKind,
    #[serde(default)]
    ended: bool,
    date_order: super::DateOrder,
    #[serde(default)]
    #[ts(as = "Option<Vec<RowDecision>>", optional)]
    decisions: Vec<RowDecision>,
}

impl From<ImportFields> for ImportRequest {
    fn from(f: ImportFields) -> Self {
        ImportRequest {
            file: f.file,
            sheet: f.sheet,
            header_row: f.header_row,
            columns: f.columns,
            relation: f.relation,
            ended: f.ended,
            date_order: f.date_order,
            decisions: f.decisions,
        }
    }
}

impl From<ImportRequest> for ImportFields {
    fn from(r: ImportRequest) -> Self {
        ImportFields {
            file: r.file,
            sheet: r.sheet,
            header_row: r.header_row,
            columns: r.columns,
            relation: r.relation,
            ended: r.ended,
            date_order: r.date_order,
            decisions: r.decisions,
        }
    }
}

pub(super) fn plan_of(s: &Session, request: &ImportRequest) -> Result<(List, Plan)> {
    s.allow_read(Permission::ImportRun)?;
    let list = request.load(s)?;
    let progress = &s.around().progress;
    progress.start(list.layout.records.len() as u64);
    let plan = s.read(Permission::ImportRun, |tx| plan::make(tx, &list, request, || progress.step()));
    progress.finish();
    Ok((list, plan?))
}

/// Finds out what an import would do, without doing it.
///
/// # Errors
/// Why the list cannot be read, `import.blocked`, `import.no_name`, `permission.denied`.
pub fn check(s: &Session, request: ImportRequest) -> Result<Checked> {
    let (_, plan) = plan_of(s, &request)?;
    let Counts { new, complete, same, ask, skip } = plan.counts();
    let kept = || plan.steps.iter().filter(|s| !matches!(s.action, Action::Skip | Action::Ask));
    let samples = kept().take(SHOWN).map(sample).collect();
    let refusals = kept().flat_map(|s| &s.incoming.answers).filter(|(_, yes)| !yes).count();
    let (doubts, differing) = (doubt::doubts(&plan), doubt::differing(&plan));
    Ok(Checked { new, complete, same, ask, skip, refusals, problems: plan.problems, samples, doubts, differing })
}

/// Writes the problems to a file for a spreadsheet: row, column, problem, and the value as it was. Names and other
/// personal data leave the vault in this file, so it is recorded in the trail.
///
/// # Errors
/// As `check`, and why the file cannot be written; `vault.read_only`.
pub fn problems(s: &mut Session, req: ProblemsRequest) -> Result<Done<Written>> {
    s.allow(Op::ImportProblems)?;
    let request = req.request.into();
    let (list, plan) = plan_of(s, &request)?;
    let text = Text::of(settings::get(s)?.language);
    let heading = |id: &str| text.plain(id);
    let mut out = format!(
        "\u{feff}{}\r\n",
        line(&[
            heading("import-row"),
            heading("import-col-yours"),
            heading("import-problem"),
            heading("import-col-sample")
        ])
    );
    for problem in &plan.problems {
        let column = problem.column.and_then(|c| list.columns.get(c));
        let hidden = column.is_some_and(|c| c.blocked.is_some());
        let row = list.sheet.rows.binary_search_by_key(&problem.row, |r| r.number);
        let row = row.ok().and_then(|at| list.sheet.rows.get(at));
        let value = problem.column.zip(row).filter(|_| !hidden).map(|(c, r)| r.get(c).to_owned()).unwrap_or_default();
        let what = text.plain(&problem_text(&problem.code));
        let cells = [problem.row.to_string(), column.map(|c| c.heading.clone()).unwrap_or_default(), what, value];
        out.push_str(&line(&cells));
        out.push_str("\r\n");
    }
    let (files, ids) = (s.around().files.clone(), s.around().ids.clone());
    s.write(Op::ImportProblems, |tx| {
        let written = files.deliver(&*ids, &req.target, "problemen.csv", out.as_bytes(), 0)?;
        Ok(tx.changed(Subject::NONE, written).counted(plan.problems.len()))
    })
}

/// The id of the text for a problem: `import-problem-email` for `field.email`.
pub(super) fn problem_text(code: &str) -> String {
    let short = code.trim_start_matches("import.").trim_start_matches("field.");
    format!("import-problem-{}", short.replace(['.', '_'], "-"))
}

/// A line with semicolons. A quote is put before anything that a spreadsheet would run as a formula.
fn line(cells: &[String]) -> String {
    let cell = |text: &String| {
        let dangerous = text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%']);
        let text = if dangerous { format!("'{text}") } else { text.clone() };
        format!("\"{}\"", text.replace('"', "\"\""))
    };
    cells.iter().map(cell).collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_from_a_list_stays_text_in_the_file_of_problems() {
        let cells = ["=1+1", " @SUM(A1)", "+31", "gewoon \"zo\"", "a;b"].map(str::to_owned);
        assert_eq!(line(&cells), "\"'=1+1\";\"' @SUM(A1)\";\"'+31\";\"gewoon \"\"zo\"\"\";\"a;b\"");
    }
}
