//! One result of comparing one field.
use super::answer::{Because, Field};
use super::weights::Odds;

/// What came of comparing one field of two records.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Finding {
    pub(super) because: Because,
    /// How often this occurs; adapted to how rare the value is.
    pub(super) odds: Odds,
    /// The field, where the two differ in it.
    pub(super) differs: Option<Field>,
    /// Is it so strong that the two are never the same without a question?
    pub(super) contradicts: bool,
}

impl Finding {
    /// Something that speaks for a match.
    pub(super) fn agrees(because: Because, odds: Odds) -> Self {
        Finding { because, odds, differs: None, contradicts: false }
    }

    /// Something that differs.
    pub(super) fn differs(because: Because, odds: Odds, field: Field) -> Self {
        Finding { because, odds, differs: Some(field), contradicts: false }
    }

    /// Something that differs so much that a person has to decide.
    pub(super) fn contradicts(because: Because, odds: Odds, field: Field) -> Self {
        Finding { contradicts: true, ..Finding::differs(because, odds, field) }
    }

    /// The weight against strangers, in bits.
    pub(super) fn against_strangers(&self) -> f64 {
        (self.odds.same / self.odds.strangers).log2()
    }

    /// The weight against housemates, in bits.
    pub(super) fn against_housemates(&self) -> f64 {
        (self.odds.same / self.odds.housemates).log2()
    }
}

impl Odds {
    /// The same, for a value that so many of the others have: a common value is no surprise among strangers.
    pub(super) fn shared_by(self, others: u32, of: u32) -> Self {
        let frequency = f64::from(others) / f64::from(of.max(1));
        Odds { strangers: (self.strangers + frequency).min(1.0), ..self }
    }

    /// The same, for a value that housemates have as often as strangers do, or oftener.
    pub(super) fn common_to(self, others: u32, of: u32) -> Self {
        let shared = self.shared_by(others, of);
        Odds { housemates: shared.housemates.max(shared.strangers), ..shared }
    }
}
