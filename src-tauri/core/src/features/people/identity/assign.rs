//! Decides about a whole list. Two of its rows are not the same person, unless they are the same as each other: whoever
//! fits clearly is settled first, and is then no longer in the way of the others.
use super::answer::{Answer, Because, Decision, Likeness};
use super::edges::{self, Edge};
use super::habits::{Habits, absent};
use super::index::{Index, Tally};
use super::rows::{self, is_named_and_born_alike};
use super::score::Comparison;
use super::weights::{ASK_FROM, MARGIN, SAME_FROM};
use std::collections::HashMap;

/// A list in which more than one in so many rows certainly is there twice is a list of that kind.
const FEW: usize = 200;

/// A list against the vault, with what was found out so far.
struct Matching<'a> {
    known: &'a Index,
    list: &'a Index,
    tallies: Vec<Tally>,
    /// For each row the known people who could come into question.
    candidates: Vec<Vec<Edge>>,
    habits: Habits,
    /// For each row the known people who come into question, best first.
    edges: Vec<Vec<Edge>>,
    /// For each known person who comes into question, the rows and their bits.
    rivals: HashMap<usize, Vec<(usize, f64)>>,
    /// For each row the first row that is certainly the same person; itself, if there is none.
    first: Vec<usize>,
    /// Pairs of rows that may be the same person, the earlier one first.
    pairs: Vec<(usize, usize)>,
    /// By how many bits somebody free must fit better than somebody else's person. None, where nobody seems to be in the
    /// list twice: then the one who is left over in a house is the one who is left over in the list.
    care: f64,
    /// For each row the known person whom it certainly is.
    settled: Vec<Option<usize>>,
    /// The row that a known person was settled with.
    taken: HashMap<usize, usize>,
}

/// Decides about the rows of a list, in order.
pub(super) fn decide(known: &Index, vault: Habits, list: &Index) -> Vec<Decision> {
    let tallies: Vec<Tally> = list.entries.iter().map(|row| known.tally(&row.traits, list, false)).collect();
    let candidates = edges::candidates(known, list, &tallies);
    let habits = vault.with(edges::observe(known, list, &candidates), known.len());
    let within = habits.within_a_list();
    let pairs = rows::pairs(list, &within);
    let twice = pairs.iter().filter(|(.., answer)| *answer == Answer::Same).count();
    let mut matching = Matching {
        known,
        list,
        candidates,
        edges: vec![],
        tallies,
        habits,
        rivals: HashMap::new(),
        first: rows::first_rows(list.entries.len(), &pairs),
        pairs: pairs.into_iter().map(|(a, b, _)| (a, b)).collect(),
        care: if twice * FEW > list.entries.len() { MARGIN } else { 0.0 },
        settled: vec![None; list.entries.len()],
        taken: HashMap::new(),
    };
    matching.settle();
    // Now that it is known how many are present, once more.
    matching.habits.absent = absent(u32::try_from(matching.taken.len()).unwrap_or(u32::MAX), known.len());
    matching.settle();
    let mut decisions: Vec<Decision> = (0..list.entries.len()).map(|row| matching.decision(row)).collect();
    matching.compare_rows(&mut decisions);
    decisions
}

impl Matching<'_> {
    /// Settles whoever fits clearly, until nobody else does.
    fn settle(&mut self) {
        self.edges = edges::edges(self.known, self.list, &self.tallies, &self.candidates, &self.habits);
        self.rivals.clear();
        self.taken.clear();
        self.settled.fill(None);
        for (row, edges) in self.edges.iter().enumerate() {
            for edge in edges {
                self.rivals.entry(edge.with).or_default().push((row, edge.score.bits));
            }
        }
        loop {
            let clear: Vec<(usize, usize)> =
                (0..self.edges.len()).filter_map(|row| Some((row, self.clear(row)?))).collect();
            if clear.is_empty() {
                return;
            }
            for (row, with) in clear {
                if let Some(place) = self.settled.get_mut(row) {
                    *place = Some(with);
                }
                self.taken.entry(with).or_insert(row);
            }
        }
    }

    /// The known person whom an undecided row clearly is.
    fn clear(&self, row: usize) -> Option<usize> {
        if self.settled.get(row).copied().flatten().is_some() {
            return None;
        }
        let (best, margin) = self.best(row)?;
        let loss = best.score.bits - (best.score.bits - margin).max(0.0);
        let edges = self.edges.get(row)?;
        // Whoever fits somebody else's person better is perhaps the same row twice, not the next in the house.
        let better = edges.iter().any(|e| e.score.bits > best.score.bits - self.care && !self.is_free(e.with, row));
        let rivalled = self.rivals_of(best.with, row).any(|(other, bits)| {
            let undecided = self.settled.get(other).copied().flatten().is_none();
            undecided
                && !self.cannot_be_twin(row, best.with, other)
                && self.gain(other, best.with, bits) > loss - MARGIN
        });
        let clear = best.score.answer() == Answer::Same && margin >= MARGIN && !better && !rivalled;
        clear.then_some(best.with)
    }

    /// Is this person not yet settled with another row than this one and those that are the same?
    fn is_free(&self, with: usize, row: usize) -> bool {
        self.taken.get(&with).is_none_or(|taker| self.first.get(*taker) == self.first.get(row))
    }

    /// The best of the people who are still free for a row, and by how many bits it is better than the next. Where given
    /// name and date of birth are those of the best, nobody without a given name is the next: twins do not share one.
    fn best(&self, row: usize) -> Option<(Edge, f64)> {
        let entry = self.list.entries.get(row)?;
        let mut free = self.edges.get(row)?.iter().filter(|edge| self.is_free(edge.with, row));
        let best = *free.next()?;
        let certain = self.known.entries.get(best.with).is_some_and(|known| is_named_and_born_alike(entry, known));
        let unnamed = |with: usize| self.known.entries.get(with).is_some_and(|known| known.traits.given.is_empty());
        let next = free.find(|edge| !(certain && unnamed(edge.with))).map_or(f64::NEG_INFINITY, |edge| edge.score.bits);
        Some((best, best.score.bits - next))
    }

    /// Two twins do not have one given name. Is the row this person by full given name and date of birth, and has the
    /// other row initials only? Then the other is the twin, if it is one of the two.
    fn cannot_be_twin(&self, row: usize, with: usize, other: usize) -> bool {
        let certain = self.list.entries.get(row).zip(self.known.entries.get(with));
        let initials_only = self.list.entries.get(other).is_some_and(|entry| entry.traits.given.is_empty());
        initials_only && certain.is_some_and(|(a, b)| is_named_and_born_alike(a, b))
    }

    /// The other rows that may be this person, with their bits; not those that are the same as this row.
    fn rivals_of(&self, with: usize, row: usize) -> impl Iterator<Item = (usize, f64)> {
        let rivals = self.rivals.get(&with).map_or(&[][..], Vec::as_slice);
        let first = self.first.get(row);
        rivals.iter().copied().filter(move |(other, _)| self.first.get(*other) != first)
    }

    /// By how many bits a row fits this person better than whoever else is free for it; than nobody, if there is nobody.
    fn gain(&self, row: usize, with: usize, bits: f64) -> f64 {
        let edges = self.edges.get(row).map_or(&[][..], Vec::as_slice);
        let other = edges.iter().find(|edge| edge.with != with && self.is_free(edge.with, row));
        bits - other.map_or(0.0, |edge| edge.score.bits.max(0.0))
    }

    fn likeness(&self, row: usize, with: usize) -> Option<Likeness> {
        let (entry, tally) = (self.list.entries.get(row)?, self.tallies.get(row)?);
        let prior = self.habits.prior(self.list.entries.len(), self.known.entries.len());
        let comparison = Comparison { row: entry, tally, habits: Some(&self.habits), prior };
        Some(comparison.explain(self.known.entries.get(with)?, with))
    }

    /// The decision about a row, as far as the vault is concerned.
    fn decision(&self, row: usize) -> Decision {
        let edges = self.edges.get(row).map_or(&[][..], Vec::as_slice);
        let best = self.best(row);
        let margin = best.map_or(f64::INFINITY, |(_, margin)| margin);
        if let Some(with) = self.settled.get(row).copied().flatten() {
            let likeness = self.likeness(row, with);
            return Decision { answer: Answer::Same, likeness, row: None, others: vec![], margin };
        }
        let free = best.filter(|(edge, _)| edge.score.bits >= ASK_FROM).map(|(edge, _)| edge);
        // Somebody else's person is only worth a question where nothing contradicts it.
        let taken = edges.iter().find(|edge| !self.is_free(edge.with, row));
        let taken = taken.filter(|edge| edge.score.bits >= ASK_FROM && !edge.score.contradicts).copied();
        let Some(edge) = free.or(taken) else {
            return Decision { answer: Answer::Another, likeness: None, row: None, others: vec![], margin };
        };
        let near =
            |other: &&Edge| other.with != edge.with && other.score.bits >= (edge.score.bits - MARGIN).max(ASK_FROM);
        let others: Vec<usize> = edges.iter().filter(near).map(|other| other.with).take(4).collect();
        let mut likeness = self.likeness(row, edge.with);
        if let Some(likeness) = &mut likeness {
            likeness.answer = Answer::Ask;
            let reasons = [
                (edge.score.bits < SAME_FROM && !edge.score.contradicts, Because::TooLittle),
                (!others.is_empty(), Because::SeveralFit),
                (!self.is_free(edge.with, row) || self.is_wanted(row, edge), Because::TakenByOtherRow),
            ];
            likeness.because.extend(reasons.into_iter().filter_map(|(holds, because)| holds.then_some(because)));
        }
        Decision { answer: Answer::Ask, likeness, row: None, others, margin }
    }

    /// Does another undecided row fit this person about as well?
    fn is_wanted(&self, row: usize, edge: Edge) -> bool {
        self.rivals_of(edge.with, row).any(|(other, bits)| {
            self.settled.get(other).copied().flatten().is_none() && bits > edge.score.bits - MARGIN
        })
    }

    /// Adds what the rows say about each other. Rows that are certainly two known people are two.
    fn compare_rows(&self, decisions: &mut [Decision]) {
        for (a, b) in self.pairs.iter().copied() {
            let settled = |row: usize| self.settled.get(row).copied().flatten();
            let same = self.first.get(a) == self.first.get(b);
            if !same && settled(a).is_some() && settled(b).is_some() {
                continue;
            }
            let (undecided, other) = if settled(b).is_some() && !same { (a, b) } else { (b, a) };
            let Some(decision) = decisions.get_mut(undecided).filter(|decision| decision.row.is_none()) else {
                continue;
            };
            let Some(mut likeness) = self.likeness_of_rows(undecided, other) else { continue };
            likeness.answer = if same { Answer::Same } else { Answer::Ask };
            if decision.answer == Answer::Another {
                decision.answer = likeness.answer;
            }
            decision.row = Some(likeness);
        }
    }

    fn likeness_of_rows(&self, row: usize, other: usize) -> Option<Likeness> {
        let tally = self.list.tally(&self.list.entries.get(row)?.traits, self.list, true);
        let habits = self.habits.within_a_list();
        let comparison = rows::among_rows(self.list, row, &tally, &habits)?;
        Some(comparison.explain(self.list.entries.get(other)?, other))
    }
}
