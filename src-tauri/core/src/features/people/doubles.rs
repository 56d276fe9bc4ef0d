//! People who may be in the vault twice.
use super::identity::{Answer, Because, Directory, Likeness, Record};
use super::known::{Known, known};
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, Session};
use crate::ops::Permission;
use serde::Serialize;

/// Two people who may be the same one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "PeopleDouble")]
pub struct Double {
    /// The one who came into the vault first.
    pub first: PersonId,
    /// That person's name, as people say it.
    pub first_name: String,
    /// The other one.
    pub second: PersonId,
    /// The other one's name.
    pub second_name: String,
    /// Does nothing speak against it? Otherwise a person has to look closely.
    pub certain: bool,
    /// Why, strongest first; what speaks against it after what speaks for it.
    pub because: Vec<Because>,
}

/// Pairs of people who may be the same, certain ones first, then the likeliest. Nobody who is restricted.
///
/// # Errors
/// `permission.denied`, `job.cancelled`.
pub fn doubles(s: &Session) -> Result<Vec<Double>> {
    let progress = s.around().progress.clone();
    let found = s.read(Permission::PeopleSeeAll, |tx| {
        let people = comparable(tx)?;
        progress.start(people.len() as u64);
        let records: Vec<Record> = people.iter().map(Known::record).collect();
        let directory = Directory::new(&records);
        let mut found: Vec<(usize, Likeness)> = vec![];
        for at in 0..people.len() {
            progress.step()?;
            found.extend(directory.doubles(at).into_iter().map(|likeness| (at, likeness)));
        }
        found.sort_by(|(_, a), (_, b)| a.answer.cmp(&b.answer).then(b.bits.total_cmp(&a.bits)));
        Ok(found.into_iter().filter_map(|(at, likeness)| double(&people, at, likeness)).collect())
    });
    progress.finish();
    found
}

/// Those about whom something may be written, in the order in which they came in.
fn comparable(tx: &ReadTx<'_>) -> Result<Vec<Known>> {
    let mut people = known(tx)?;
    people.retain(|one| !one.restricted);
    people.sort_by_key(|one| one.id);
    Ok(people)
}

fn double(people: &[Known], at: usize, likeness: Likeness) -> Option<Double> {
    let (first, second) = (people.get(at)?, people.get(likeness.with)?);
    Some(Double {
        first: first.id,
        first_name: first.person.name.display(),
        second: second.id,
        second_name: second.person.name.display(),
        certain: likeness.answer == Answer::Same,
        because: likeness.because,
    })
}
