//! Who the rows are. The matcher compares them with everyone who is known and with each other; what a person decided
//! about a row counts more than what the matcher found.
use super::request::{RowAnswer, RowDecision};
use super::row::Incoming;
use crate::error::{Code, Error, Result};
use crate::features::people::identity::{Answer, Decision, Directory, Likeness, List, Record, record_of};
use crate::features::people::{Because, Known};
use crate::kernel::id::PersonId;
use ledenkluis_sheets::Work;
use std::collections::HashMap;

/// Who a row is.
#[derive(Debug)]
pub(super) enum Who {
    /// A known person, by their place.
    Known(usize),
    /// The same as an earlier row, by its place among the rows.
    Row(usize),
    /// Nobody who is known.
    Other,
    /// A person has to decide between the row and somebody of the vault.
    Unsure,
    /// A person decided to leave the row out.
    LeftOut,
}

/// Who a row is, and whether that is sure.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) who: Who,
    /// What the matcher found, where it is not sure.
    pub(super) doubt: Option<Box<Decision>>,
    /// What a person decided.
    pub(super) decided: Option<RowAnswer>,
    /// Why the matcher says so; empty where nobody comes into question.
    pub(super) because: Vec<Because>,
}

/// More comparisons take too long: about ten seconds. 100,000 ordinary people take a tenth of these.
const COMPARISONS: usize = 60_000_000;

/// For each row who it is; rows without a name are nobody.
///
/// # Errors
/// `import.too_large` where too many people are alike, `job.cancelled`.
pub(super) fn who(known: &[Known], rows: &[Incoming], work: &Work) -> Result<Vec<Found>> {
    let records: Vec<Record> = known.iter().map(Known::record).collect();
    let directory = Directory::new(&records);
    // A row without a name is not imported, so it must not stand in the way of others either.
    let named: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].named).collect();
    let list = List::of(named.iter().map(|at| of_row(&rows[*at])));
    let widest = |row: &Incoming| row.person.emails.len() + row.person.phones.len();
    let most = named.iter().map(|at| widest(&rows[*at])).max().unwrap_or_default();
    // A comparison holds every value of one against every value of the other.
    if (1 + (most / 4).pow(2)) * directory.comparisons(&list) > COMPARISONS {
        return Err(Error::new(Code::ImportTooLarge));
    }
    // Stops here if the user did.
    work.steps(0)?;
    let nobody = || Found { who: Who::Other, doubt: None, decided: None, because: vec![] };
    let mut found: Vec<Found> = rows.iter().map(|_| nobody()).collect();
    for (decision, at) in directory.decide(&list).into_iter().zip(&named) {
        found[*at] = as_found(decision, &named);
    }
    Ok(found)
}

/// A row that may only be the same person as another row counts as another person, and is told: to merge two people
/// afterwards is easier than to take one apart.
fn as_found(mut decision: Decision, named: &[usize]) -> Found {
    if let Some(row) = &mut decision.row {
        row.with = named[row.with];
    }
    let is_same = |likeness: &&Likeness| likeness.answer == Answer::Same;
    let who = match (decision.answer, decision.likeness.as_ref().filter(is_same), decision.row.as_ref().filter(is_same))
    {
        (Answer::Same, Some(person), _) => Who::Known(person.with),
        (Answer::Same, None, Some(row)) => Who::Row(row.with),
        _ if decision.answer == Answer::Another || decision.likeness.is_none() => Who::Other,
        _ => Who::Unsure,
    };
    let is_sure = matches!(who, Who::Known(_) | Who::Row(_)) || decision.answer == Answer::Another;
    let because = decision.likeness.as_ref().or(decision.row.as_ref()).map(|l| l.because.clone()).unwrap_or_default();
    Found { who, doubt: (!is_sure).then(|| Box::new(decision)), decided: None, because }
}

/// What a person decided. A decision about somebody who is no longer there counts for nothing: the row is asked again.
pub(super) fn overrule(found: &mut [Found], known: &[Known], rows: &[Incoming], decided: &[RowDecision]) {
    let rows_by_number: HashMap<u32, usize> = rows.iter().enumerate().map(|(at, row)| (row.row, at)).collect();
    let by_id: HashMap<PersonId, usize> = known.iter().enumerate().map(|(at, one)| (one.id, at)).collect();
    for RowDecision { row, answer } in decided {
        let Some(&at) = rows_by_number.get(row).filter(|at| rows[**at].named) else { continue };
        let who = match answer {
            RowAnswer::Same(person) => by_id.get(person).copied().map(Who::Known),
            RowAnswer::SameRow(other) => rows_by_number.get(other).filter(|other| **other < at).map(|at| Who::Row(*at)),
            RowAnswer::Another => Some(Who::Other),
            RowAnswer::Skip => Some(Who::LeftOut),
        };
        if let Some(who) = who {
            (found[at].who, found[at].decided) = (who, Some(*answer));
        }
    }
}

fn of_row(row: &Incoming) -> Record {
    record_of(&row.person, row.person.relations.iter().filter_map(|relation| relation.started_on))
}
