//! Everybody who is known, ready to be compared with. Built once; it does not follow later changes.
use super::answer::{Answer, Decision, Likeness};
use super::assign;
use super::habits::Habits;
use super::index::Index;
use super::prior::Prior;
use super::record::Record;
use super::rows::answer_twice;
use super::score::Comparison;
use super::traits::Traits;

/// Everybody who is known. People are named by their places in the records that it was built from.
#[derive(Debug)]
pub(crate) struct Directory {
    index: Index,
    /// The habits of the vault by itself.
    habits: Habits,
}

/// The rows of a list, ready to be compared. Named by their places.
#[derive(Debug)]
pub(crate) struct List(Index);

impl List {
    /// These rows.
    pub(crate) fn of(rows: impl IntoIterator<Item = Record>) -> Self {
        List(Index::of(rows.into_iter().map(|row| Traits::of(&row))))
    }
}

impl Directory {
    /// A directory of these people. About 5 microseconds and 1 kB each.
    pub(crate) fn new<'a>(known: impl IntoIterator<Item = &'a Record>) -> Self {
        let index = Index::of(known.into_iter().map(Traits::of));
        Directory { habits: Habits::of(&index), index }
    }

    /// At most so many comparisons does `decide` make for this list.
    pub(crate) fn comparisons(&self, list: &List) -> usize {
        list.0.entries.iter().map(|row| self.index.reach(&row.traits) + list.0.reach(&row.traits)).sum()
    }

    /// Decides about the rows of a list: for each row, in order, whether it is somebody who is known, or another row.
    /// Two rows become the same person only where they are also the same as each other.
    pub(crate) fn decide(&self, list: &List) -> Vec<Decision> {
        assign::decide(&self.index, self.habits, &list.0)
    }

    /// The people after this one in the directory who are, or may be, the same person, best first. For all pairs, ask
    /// for every place; each call takes about as long as a row of a list does.
    pub(crate) fn doubles(&self, at: usize) -> Vec<Likeness> {
        let Some(one) = self.index.entries.get(at) else { return vec![] };
        let tally = self.index.tally(&one.traits, &self.index, true);
        let prior = Prior::twice(self.index.entries.len());
        let comparison = Comparison { row: one, tally: &tally, habits: Some(&self.habits), prior };
        let mut places = vec![];
        self.index.candidates(&one.traits, &mut places);
        let later = places.into_iter().filter_map(|place| usize::try_from(place).ok()).filter(|place| *place > at);
        let likeness = |place: usize| {
            let other = self.index.entries.get(place)?;
            let answer = answer_twice(one, other, comparison.score(other));
            (answer != Answer::Another).then(|| Likeness { answer, ..comparison.explain(other, place) })
        };
        let mut found: Vec<Likeness> = later.filter_map(likeness).collect();
        found.sort_by(|a, b| b.bits.total_cmp(&a.bits));
        found
    }
}
