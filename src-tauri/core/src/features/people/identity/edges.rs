//! Which known people come into question for each row of a list, and what the clear ones among them tell about the list.
use super::answer::Answer;
use super::habits::{Habits, Observed};
use super::index::{Entry, Index, Tally};
use super::prior::Prior;
use super::score::{Comparison, Score};
use super::weights::{ASK_FROM, MARGIN, NEW_HOUSEMATES};

/// By so many bits at most do number and first day raise a score.
const RAISE: f64 = 24.0;

/// A row and a record that it may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    /// The place of the known person.
    pub(super) with: usize,
    pub(super) score: Score,
}

/// The known people who could come into question for each row, scored without number and first day, best first.
pub(super) fn candidates(known: &Index, list: &Index, tallies: &[Tally]) -> Vec<Vec<Edge>> {
    let prior = Prior::known(list.entries.len(), known.entries.len(), NEW_HOUSEMATES);
    let mut places = vec![];
    let of_row = |(row, tally): (&Entry, &Tally)| {
        let comparison = Comparison { row, tally, habits: None, prior };
        known.candidates(&row.traits, &mut places);
        scored(known, &comparison, places.iter().filter_map(|at| usize::try_from(*at).ok()), ASK_FROM - MARGIN - RAISE)
    };
    list.entries.iter().zip(tallies).map(of_row).collect()
}

/// The candidates who come into question with everything that is known, best first.
pub(super) fn edges(
    known: &Index,
    list: &Index,
    tallies: &[Tally],
    candidates: &[Vec<Edge>],
    habits: &Habits,
) -> Vec<Vec<Edge>> {
    let prior = habits.prior(list.entries.len(), known.entries.len());
    let of_row = |((row, tally), candidates): ((&Entry, &Tally), &Vec<Edge>)| {
        let comparison = Comparison { row, tally, habits: Some(habits), prior };
        scored(known, &comparison, candidates.iter().map(|edge| edge.with), ASK_FROM - MARGIN)
    };
    list.entries.iter().zip(tallies).zip(candidates).map(of_row).collect()
}

/// Those of the places whose score is at least `least` bits, best first.
fn scored(known: &Index, comparison: &Comparison<'_>, places: impl Iterator<Item = usize>, least: f64) -> Vec<Edge> {
    let edge = |with: usize| Some(Edge { with, score: comparison.score(known.entries.get(with)?) });
    let mut edges: Vec<Edge> = places.filter_map(edge).filter(|edge| edge.score.bits >= least).collect();
    edges.sort_by(|a, b| b.score.bits.total_cmp(&a.score.bits).then(a.with.cmp(&b.with)));
    edges
}

/// Counts, in pairs that are certain without number and first day, how often these are equal; and how many of the rows
/// with a given name are somebody new in a house that is known.
pub(super) fn observe(known: &Index, list: &Index, candidates: &[Vec<Edge>]) -> Observed {
    let mut observed = Observed::default();
    for (row, edges) in list.entries.iter().zip(candidates) {
        let next = edges.get(1).map_or(f64::NEG_INFINITY, |edge| edge.score.bits);
        let clear = edges.first().filter(|e| e.score.answer() == Answer::Same && e.score.bits - next >= MARGIN);
        let named = !row.traits.given.is_empty();
        if let Some(other) = clear.and_then(|edge| known.entries.get(edge.with)) {
            observed.count(&row.traits, &other.traits);
            observed.present += 1;
            if named && !other.traits.given.is_empty() {
                observed.newcomers.count(false);
            }
        } else if named
            && known.has_house_of(&row.traits)
            && edges.iter().take_while(|e| e.score.bits >= ASK_FROM - MARGIN).all(|e| e.score.contradicts)
        {
            observed.newcomers.count(true);
        }
    }
    observed
}
