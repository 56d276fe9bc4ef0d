//! Compares the rows of a list with each other, and people of one vault with each other. In one source, twins and
//! namesakes are likelier than somebody who is there twice: more care is needed than between two sources.
use super::answer::Answer;
use super::habits::Habits;
use super::index::{Entry, Index, Tally};
use super::prior::Prior;
use super::score::{Comparison, Score};
use super::traits::{Given, Traits};

/// Are these the same by full given name and whole date of birth? Twins do not share a given name.
pub(super) fn is_named_and_born_alike(a: &Entry, b: &Entry) -> bool {
    let (a, b) = (&a.traits, &b.traits);
    let leading = |traits: &Traits| traits.given.iter().filter(|g| g.leading).cloned().collect::<Vec<Given>>();
    let born = a.birth.is_some_and(|day| day.whole().is_some()) && a.birth == b.birth;
    born && leading(a).iter().any(|given| leading(b).contains(given))
}

/// The answer about two records of one source: without a question only those who are named and born alike, and have no
/// two different numbers.
pub(super) fn answer_twice(a: &Entry, b: &Entry, score: Score) -> Answer {
    let numbered_apart = a.traits.same_number(&b.traits) == Some(false);
    let answer = score.answer();
    if is_named_and_born_alike(a, b) && !numbered_apart { answer } else { answer.max(Answer::Ask) }
}

/// The pairs of rows that are or may be the same person, the earlier one first.
pub(super) fn pairs(list: &Index, habits: &Habits) -> Vec<(usize, usize, Answer)> {
    let mut pairs = vec![];
    let mut places = vec![];
    for (at, row) in list.entries.iter().enumerate() {
        let tally = list.tally(&row.traits, list, true);
        let Some(comparison) = among_rows(list, at, &tally, habits) else { continue };
        list.candidates(&row.traits, &mut places);
        for other in places.iter().filter_map(|p| usize::try_from(*p).ok()).filter(|other| *other > at) {
            let Some(entry) = list.entries.get(other) else { continue };
            let answer = answer_twice(row, entry, comparison.score(entry));
            if answer != Answer::Another {
                pairs.push((at, other, answer));
            }
        }
    }
    pairs
}

/// The comparison of a row with other rows.
pub(super) fn among_rows<'a>(
    list: &'a Index,
    row: usize,
    tally: &'a Tally,
    habits: &'a Habits,
) -> Option<Comparison<'a>> {
    let prior = Prior::twice(list.entries.len());
    Some(Comparison { row: list.entries.get(row)?, tally, habits: Some(habits), prior })
}

/// For each of so many rows the first one that is certainly the same person.
pub(super) fn first_rows(rows: usize, pairs: &[(usize, usize, Answer)]) -> Vec<usize> {
    let mut first: Vec<usize> = (0..rows).collect();
    for (a, b, _) in pairs.iter().filter(|(.., answer)| *answer == Answer::Same) {
        let of_a = first.get(*a).copied().unwrap_or(*a);
        if let Some(place) = first.get_mut(*b) {
            *place = of_a.min(*place);
        }
    }
    first
}
