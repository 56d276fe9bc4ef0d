//! Adds up what speaks for and against a pair, after Fellegi and Sunter (1969), against two kinds of other people.
use super::answer::{Answer, Because, Field, Likeness};
use super::finding::Finding;
use super::habits::Habits;
use super::index::{Entry, Tally};
use super::prior::Prior;
use super::weights as w;
use super::{birth, contact, given, surname};

/// One compared pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Score {
    /// log2 of the odds that the two are the same person.
    pub(super) bits: f64,
    /// Is there something that only a person may overrule?
    pub(super) contradicts: bool,
}

impl Score {
    /// What the pair says by itself.
    pub(super) fn answer(self) -> Answer {
        if self.bits >= w::SAME_FROM && !self.contradicts {
            Answer::Same
        } else if self.bits >= w::ASK_FROM {
            Answer::Ask
        } else {
            Answer::Another
        }
    }
}

/// Everything that is needed to compare one row with others.
#[derive(Clone, Copy)]
pub(super) struct Comparison<'a> {
    pub(super) row: &'a Entry,
    pub(super) tally: &'a Tally,
    /// `None` leaves numbers and first days out.
    pub(super) habits: Option<&'a Habits>,
    pub(super) prior: Prior,
}

impl Comparison<'_> {
    /// Every finding about the row and a known record.
    fn each(&self, known: &Entry, found: &mut impl FnMut(Finding)) {
        let (a, b) = (&self.row.traits, &known.traits);
        let dates = a.birth.zip(b.birth);
        let mut born = dates.and_then(|(x, y)| birth::compare(x, y, self.tally.birth, self.tally.of, self.tally.twins));
        let mut named = given::compare(self.row, self.tally, known);
        if let (Some(habits), Some(named)) = (self.habits, &mut named) {
            within_a_house(habits, &mut born, named);
        }
        let names = [named, surname::compare(self.row, self.tally, known)];
        let reached = [
            contact::compare_emails(a, self.tally, b),
            contact::compare_phones(a, self.tally, b),
            contact::compare_homes(a, self.tally, b),
        ];
        let all = names.into_iter().chain([born]).chain(reached);
        all.flatten().for_each(&mut *found);
        if let Some(habits) = self.habits {
            habits.number(a, self.tally, b).into_iter().for_each(&mut *found);
            habits.since(a, self.tally, b).into_iter().for_each(&mut *found);
            if a == b {
                found(Finding::agrees(Because::Identical, w::IDENTICAL));
            }
        }
    }

    /// The score of the row and a known record.
    pub(super) fn score(&self, known: &Entry) -> Score {
        let (mut strangers, mut housemates) = (self.prior.strangers, self.prior.housemates);
        let mut contradicts = false;
        self.each(known, &mut |finding| {
            strangers += finding.against_strangers();
            housemates += finding.against_housemates();
            contradicts |= finding.contradicts;
        });
        Score { bits: both(strangers, housemates), contradicts }
    }

    /// The score with its reasons. `with` is the place of the known record.
    pub(super) fn explain(&self, known: &Entry, with: usize) -> Likeness {
        let mut findings = vec![];
        self.each(known, &mut |finding| findings.push(finding));
        let score = self.score(known);
        let weight = |finding: &Finding| finding.against_strangers();
        findings.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
        let split = findings.partition_point(|finding| weight(finding) >= 0.0);
        // What speaks against it, strongest first too.
        findings.get_mut(split..).unwrap_or_default().reverse();
        let mut differs: Vec<Field> = findings.iter().filter_map(|finding| finding.differs).collect();
        differs.sort_unstable();
        differs.dedup();
        let because = named(findings.iter().map(|finding| finding.because).collect());
        Likeness { with, answer: score.answer(), bits: score.bits, because, differs }
    }
}

/// The odds against strangers or housemates: the two kinds of other people taken together.
fn both(strangers: f64, housemates: f64) -> f64 {
    -((-strangers).exp2() + (-housemates).exp2()).log2()
}

/// Adapts what given name and date of birth say against housemates: to how many namesakes and twins there are here, and
/// to each other, because in a house the two are not independent.
fn within_a_house(habits: &Habits, born: &mut Option<Finding>, named: &mut Finding) {
    let same_day = born.is_some_and(|b| matches!(b.because, Because::SameBirthDate | Because::PerhapsTwins));
    if let Some(born) = born
        && born.because == Because::SameBirthDate
    {
        born.odds.housemates = born.odds.housemates.max(habits.twins);
    }
    let odds = &mut named.odds;
    odds.housemates = match named.because {
        Because::SameGivenName if same_day => w::GIVEN_OF_TWINS,
        Because::SameGivenName => odds.housemates.max(habits.namesakes),
        Because::SameInitials if same_day => odds.housemates.max(habits.twin_initials),
        _ => odds.housemates,
    };
}

/// The same given name and surname are the same name.
fn named(mut because: Vec<Because>) -> Vec<Because> {
    if because.contains(&Because::SameGivenName) && because.contains(&Because::SameSurname) {
        because.retain(|code| !matches!(code, Because::SameGivenName | Because::SameSurname));
        because.insert(0, Because::SameName);
    }
    because
}
