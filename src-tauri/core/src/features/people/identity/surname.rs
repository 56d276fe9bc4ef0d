//! Compares surnames: whole, in parts, with and without prefixes.
use super::answer::{Because, Field};
use super::finding::Finding;
use super::index::{Entry, Tally};
use super::sound::is_typo;
use super::traits::Traits;
use super::weights as w;

/// Compares the surnames. `None` where a side has none.
pub(super) fn compare(row: &Entry, tally: &Tally, known: &Entry) -> Option<Finding> {
    let (a, b) = (&row.traits, &known.traits);
    if a.surname.is_empty() || b.surname.is_empty() {
        return None;
    }
    let equal = a.surname.iter().enumerate().filter(|(_, x)| b.surname.iter().any(|y| x.text == y.text));
    let (count, others) = equal.fold((0, 0), |(count, others), (at, _)| {
        (count + 1, others.max(tally.surname.get(at).copied().unwrap_or_default()))
    });
    let whole = a.whole == b.whole;
    Some(match count {
        0 if whole => Finding::agrees(Because::SameSurname, w::SURNAME_EQUAL.shared_by(0, tally.of)),
        0 if is_misspelt(a, b) => Finding::differs(Because::SpellingOfSurname, w::SURNAME_MISSPELT, Field::Surname),
        0 => Finding::differs(Because::OtherSurname, w::SURNAME_OTHER, Field::Surname),
        n if n == a.surname.len() && n == b.surname.len() => {
            Finding::agrees(Because::SameSurname, w::SURNAME_EQUAL.shared_by(others, tally.of))
        }
        _ => Finding::differs(Because::PartOfSurname, w::SURNAME_PART.shared_by(others, tally.of), Field::Surname),
    })
}

/// Is one part of the one a mistyped part of the other?
fn is_misspelt(a: &Traits, b: &Traits) -> bool {
    let close = |x: &str, y: &str| is_typo(x, y);
    a.surname.iter().any(|x| b.surname.iter().any(|y| x.sound == y.sound || close(&x.text, &y.text)))
        || close(&a.whole, &b.whole) && a.whole.chars().count() >= 6
}
