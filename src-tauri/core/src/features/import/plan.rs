//! Decides what happens with each row of a list: new, completed, unchanged, or skipped. Both the check in the UI and
//! the import itself use this plan.
use super::filled::Filled;
use super::list::List;
use super::matching::{Addition, Directory, Entry, Match, complete};
use super::oddities;
use super::request::{ImportRequest, Problem};
use super::row::{self, Incoming};
use crate::error::{Code, Result};
use crate::features::people::{self, NewPerson, NewRelation};
use crate::kernel::session::ReadTx;

/// What happens with a row.
#[derive(Debug, Clone)]
pub(super) enum Action {
    /// A new person; their place in the directory.
    New { at: usize },
    /// A known person gets what was missing.
    Complete { at: usize, person: Box<NewPerson>, relation: Option<NewRelation>, filled: Vec<Filled> },
    /// The list has nothing new about a known person; their place in the directory.
    Same { at: usize },
    /// Skipped: no name, a restricted person, or the member number of somebody else.
    Skip,
}

/// A row and what happens with it.
pub(super) struct Step {
    pub(super) incoming: Incoming,
    pub(super) action: Action,
}

pub(super) struct Plan {
    pub(super) steps: Vec<Step>,
    pub(super) directory: Directory,
    pub(super) problems: Vec<Problem>,
}

/// What a row costs, in steps and bytes: the person in the list and the known person.
const ROW: (usize, usize) = (500, 2_500);
/// Steps per byte of a row.
const LETTER: usize = 10;
/// Bytes for a problem, including its copy in the response.
const PROBLEM: usize = 1_000;

/// Makes the plan. `each` is called for every row and can stop the work.
///
/// # Errors
/// When the database fails, or what `each` returns.
pub(super) fn make(
    tx: &ReadTx<'_>,
    list: &List,
    request: &ImportRequest,
    mut each: impl FnMut() -> Result<()>,
) -> Result<Plan> {
    let mut plan = Plan { steps: vec![], directory: Directory::new(people::known(tx)?), problems: vec![] };
    let today = tx.today();
    let left_out = |row: &u32| Problem::new(*row, None, "import.left_out_row");
    plan.problems.extend(list.layout.left_out.iter().map(left_out));
    let wanted = request.wanted();
    for row in list.layout.records.iter().filter_map(|i| list.sheet.rows.get(*i)) {
        each()?;
        let letters = wanted.iter().map(|(column, _)| row.get(*column).len()).sum::<usize>();
        list.work.steps(ROW.0 + LETTER * letters + 2 * wanted.len())?;
        list.work.room(ROW.1 + 3 * letters)?;
        let mut incoming = row::read(row, request, &wanted, list.sheet.from_1904, today);
        if list.ragged.binary_search(&row.number).is_ok() {
            incoming.problems.push(Problem::new(row.number, None, "import.ragged_row"));
        }
        if list.without_value.binary_search(&row.number).is_ok() {
            incoming.problems.push(Problem::new(row.number, None, oddities::WITHOUT_VALUE));
        }
        list.work.room(PROBLEM * incoming.problems.len())?;
        list.work.steps(plan.reach(&incoming))?;
        let action = plan.decide(&mut incoming);
        plan.problems.append(&mut incoming.problems);
        plan.steps.push(Step { incoming, action });
    }
    Ok(plan)
}

impl Plan {
    /// Steps to compare a row with the known person: their data may grow with every row.
    fn reach(&self, incoming: &Incoming) -> usize {
        let Match::Person(at) = self.directory.find(&incoming.person) else { return 0 };
        let known = self.directory.people.get(at).map_or(0, |e| e.person.emails.len() + e.person.phones.len());
        50 * known * (1 + incoming.person.emails.len() + incoming.person.phones.len())
    }

    fn decide(&mut self, incoming: &mut Incoming) -> Action {
        if !incoming.named {
            return Action::Skip;
        }
        let at = match self.directory.find(&incoming.person) {
            Match::Person(at) => at,
            Match::NumberTaken => {
                incoming.problems.push(Problem::new(incoming.row, None, "import.member_number_taken"));
                return Action::Skip;
            }
            Match::None => {
                let person = incoming.person.clone();
                let relations = person.relations.clone();
                return Action::New {
                    at: self.directory.add(Entry {
                        id: None,
                        person,
                        relations,
                        has_note: !incoming.person.note.is_empty(),
                        restricted: false,
                    }),
                };
            }
        };
        let Some(entry) = self.directory.people.get_mut(at) else { return Action::Skip };
        if entry.restricted {
            incoming.problems.push(Problem::new(incoming.row, None, Code::PersonRestricted.as_str()));
            return Action::Skip;
        }
        let added = complete(entry, &incoming.person);
        if added.is_nothing() {
            return Action::Same { at };
        }
        let Addition { person, filled, relation } = added;
        entry.relations.extend(relation.clone());
        entry.has_note |= !person.note.is_empty();
        self.directory.replace(at, person.clone());
        Action::Complete { at, person: Box::new(person), relation, filled }
    }

    /// The number of rows of each kind: new, completed, same, skipped. A person with two rows counts twice.
    pub(super) fn counts(&self) -> [usize; 4] {
        let count = |is: fn(&Action) -> bool| self.steps.iter().filter(|s| is(&s.action)).count();
        [
            count(|a| matches!(a, Action::New { .. })),
            count(|a| matches!(a, Action::Complete { .. })),
            count(|a| matches!(a, Action::Same { .. })),
            count(|a| matches!(a, Action::Skip)),
        ]
    }
}
