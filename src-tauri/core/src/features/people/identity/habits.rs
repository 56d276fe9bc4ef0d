//! What member numbers and first days say, which differs from one association to the next: some number households, some
//! give out all numbers anew, in some a whole family joins on one day. Learnt from the vault and from the list at hand.
use super::answer::{Because, Field};
use super::finding::Finding;
use super::index::{Index, Tally};
use super::prior::Prior;
use super::traits::Traits;
use super::weights::{BIRTH_EQUAL, GIVEN_EQUAL, NEW_HOUSEMATES, NUMBER_FREE, Odds, SINCE_FREE};

/// Below this share of equal values in certain pairs the field says nothing: the numbers were given out anew.
const MEANINGLESS: f64 = 0.2;

/// How often a field is equal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rates {
    /// In two records of the same person.
    same: f64,
    /// In those of two housemates, for a value that is not known to be shared.
    housemates: f64,
}

/// Both fields.
#[derive(Debug, Clone, Copy)]
pub(super) struct Habits {
    number: Rates,
    since: Rates,
    /// How many new housemates come for one member who comes back.
    pub(super) newcomers: f64,
    /// Of the known people, how many at most are not in the list. A newcomer is only taken for one of these: whoever is
    /// in the list has a row that fits better.
    pub(super) absent: f64,
    /// How often two housemates are born on the same day.
    pub(super) twins: f64,
    /// How often two housemates born on the same day have the same first initial.
    pub(super) twin_initials: f64,
    /// How often two housemates have the same given name, as father and son.
    pub(super) namesakes: f64,
}

/// A share, counted from observations that are added to an expectation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Share {
    equal: f64,
    all: f64,
}

impl Share {
    /// Expects this share, as firmly as if it had been counted in so many pairs.
    pub(super) fn expected(share: f64, pairs: f64) -> Self {
        Share { equal: share * pairs, all: pairs }
    }

    /// Counts one more pair.
    pub(super) fn count(&mut self, equal: bool) {
        self.all += 1.0;
        self.equal += f64::from(u8::from(equal));
    }

    /// The share.
    pub(super) fn value(self) -> f64 {
        (self.equal / self.all).clamp(0.01, 0.99)
    }
}

/// What is counted in pairs that are certain without number and first day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Observed {
    pub(super) number: Share,
    pub(super) since: Share,
    /// Of the rows with a full given name in a house that is known, how many are somebody new there.
    pub(super) newcomers: Share,
    /// How many known people certainly are in the list.
    pub(super) present: u32,
}

impl Default for Observed {
    /// Before anything is counted: nine in ten numbers and first days stay as they are.
    fn default() -> Self {
        Observed {
            number: Share::expected(0.9, 4.0),
            since: Share::expected(0.9, 4.0),
            newcomers: Share::expected(NEW_HOUSEMATES, 20.0),
            present: 0,
        }
    }
}

impl Observed {
    /// Counts a pair that is certain.
    pub(super) fn count(&mut self, a: &Traits, b: &Traits) {
        if let Some(equal) = a.same_number(b) {
            self.number.count(equal);
        }
        if let Some(equal) = equal(&a.since, &b.since) {
            self.since.count(equal);
        }
    }
}

impl Habits {
    /// The habits of a vault, as long as nothing is known of a list.
    pub(super) fn of(vault: &Index) -> Self {
        let observed = Observed::default();
        let mut since = Share::expected(0.3, 8.0);
        let mut number = Share::expected(0.05, 10.0);
        let mut namesakes = Share::expected(GIVEN_EQUAL.housemates, 100.0);
        let mut twins = Share::expected(BIRTH_EQUAL.housemates, 40.0);
        let mut twin_initials = Share::expected(0.2, 4.0);
        for (a, b) in vault.housemates() {
            if let Some(equal) = equal(&a.since, &b.since) {
                since.count(equal);
            }
            if let Some(equal) = a.same_number(b) {
                number.count(equal);
            }
            if let Some((x, y)) = a.given.first().zip(b.given.first()) {
                namesakes.count(x == y);
            }
            if let Some((x, y)) = a.birth.zip(b.birth).filter(|(x, y)| x.whole().is_some() && y.whole().is_some()) {
                twins.count(x == y);
                if x == y {
                    twin_initials.count(a.initials.chars().next() == b.initials.chars().next());
                }
            }
        }
        Habits {
            number: Rates { same: observed.number.value(), housemates: number.value() },
            since: Rates { same: observed.since.value(), housemates: since.value() },
            newcomers: observed.newcomers.value(),
            absent: absent(observed.present, vault.len()),
            twins: twins.value(),
            twin_initials: twin_initials.value(),
            namesakes: namesakes.value(),
        }
    }

    /// The same, with what was observed in a list.
    pub(super) fn with(self, observed: Observed, known: u32) -> Self {
        Habits {
            number: Rates { same: observed.number.value(), ..self.number },
            since: Rates { same: observed.since.value(), ..self.since },
            newcomers: observed.newcomers.value(),
            absent: absent(observed.present, known),
            ..self
        }
    }

    /// How likely a match is between a list of so many rows and a vault of so many people.
    pub(super) fn prior(&self, rows: usize, known: usize) -> Prior {
        Prior::known(rows, known, self.newcomers * self.absent)
    }

    /// The same for two rows of one list. Whoever is there twice has two periods, so first days say nothing.
    pub(super) fn within_a_list(&self) -> Self {
        Habits { since: Rates { same: 0.0, ..self.since }, ..*self }
    }

    /// Compares the member numbers. `None` where a side has none, or where numbers say nothing.
    pub(super) fn number(&self, a: &Traits, tally: &Tally, b: &Traits) -> Option<Finding> {
        let rates = self.number;
        if rates.same < MEANINGLESS {
            return None;
        }
        a.same_number(b)?;
        let equal = a.numbers.iter().zip(&tally.numbers).filter(|(number, _)| b.numbers.contains(number));
        let least = equal.map(|(_, used)| *used).min_by_key(|used| used.shared());
        let odds = |housemates| Odds { same: rates.same, strangers: NUMBER_FREE, housemates };
        Some(match least {
            Some(used) if used.shared() => {
                Finding::agrees(Because::SharedNumber, odds(rates.same).shared_by(used.others, tally.of))
            }
            Some(used) => Finding::agrees(Because::SameNumber, odds(rates.housemates).shared_by(used.others, tally.of)),
            None => {
                let other = Odds { same: 1.0 - rates.same, strangers: 0.999, housemates: 0.95 };
                Finding::differs(Because::OtherNumber, other, Field::MemberNumber)
            }
        })
    }

    /// Compares the first days. `None` where a side has none, or where first days say nothing.
    pub(super) fn since(&self, a: &Traits, tally: &Tally, b: &Traits) -> Option<Finding> {
        let rates = self.since;
        if rates.same < MEANINGLESS || a.since.is_empty() || b.since.is_empty() {
            return None;
        }
        let rarest = a.since.iter().zip(&tally.since).filter(|(day, _)| b.since.contains(day)).map(|(_, n)| *n).min();
        if let Some(others) = rarest {
            let odds = Odds { same: rates.same, strangers: SINCE_FREE, housemates: rates.housemates };
            return Some(Finding::agrees(Because::SameSince, odds.shared_by(others, tally.of)));
        }
        if a.since.iter().any(|x| b.since.iter().any(|y| x.year == y.year && (x.day.is_none() || y.day.is_none()))) {
            let odds = Odds { same: rates.same, strangers: 0.05, housemates: rates.housemates.max(0.15) };
            return Some(Finding::agrees(Because::SameSince, odds));
        }
        let other = Odds { same: 1.0 - rates.same, strangers: 0.998, housemates: 1.0 - rates.housemates };
        Some(Finding::differs(Because::OtherSince, other, Field::Since))
    }
}

/// The share of the known people who may be absent from a list in which so many certainly are present.
pub(super) fn absent(present: u32, known: u32) -> f64 {
    (1.0 - f64::from(present) / f64::from(known.max(1))).clamp(0.1, 1.0)
}

/// Do two sets of values have one in common? `None` where one is empty.
fn equal<T: PartialEq>(a: &[T], b: &[T]) -> Option<bool> {
    (!a.is_empty() && !b.is_empty()).then(|| a.iter().any(|x| b.contains(x)))
}
