//! Compares what people are reached by: mailboxes, telephones, addresses. What several people use says little.
use super::answer::{Because, Field};
use super::finding::Finding;
use super::index::{Tally, Use};
use super::reach::{Phone, is_misspelt};
use super::traits::Traits;
use super::weights as w;

/// Up to so many others are a family: the weight against housemates takes care of them.
const FAMILY: u32 = 8;

/// How many strangers use a value that so many others use: everybody, in a home for the elderly or on a mailbox of the
/// association; nobody, in a family.
fn beyond_a_family(others: u32) -> u32 {
    if others > FAMILY { others } else { 0 }
}

/// Compares the mailboxes. `None` where a side has none.
pub(super) fn compare_emails(a: &Traits, tally: &Tally, b: &Traits) -> Option<Finding> {
    if a.emails.is_empty() || b.emails.is_empty() {
        return None;
    }
    let equal = a.emails.iter().zip(&tally.emails).filter(|(email, _)| b.emails.contains(email));
    let least = equal.map(|(_, used)| *used).min_by_key(|used| used.shared());
    Some(match least {
        Some(used) if used.shared() => {
            Finding::agrees(Because::SharedEmail, w::EMAIL_SHARED.shared_by(beyond_a_family(used.others), tally.of))
        }
        Some(used) => Finding::agrees(Because::SameEmail, w::EMAIL_EQUAL.shared_by(used.others, tally.of)),
        None if a.emails.iter().any(|x| b.emails.iter().any(|y| is_misspelt(x, y))) => {
            Finding::differs(Because::SpellingOfEmail, w::EMAIL_MISSPELT, Field::Email)
        }
        None => Finding::differs(Because::OtherEmail, w::EMAIL_OTHER, Field::Email),
    })
}

/// Compares the telephones. `None` where a side has none.
pub(super) fn compare_phones(a: &Traits, tally: &Tally, b: &Traits) -> Option<Finding> {
    if a.phones.is_empty() || b.phones.is_empty() {
        return None;
    }
    let equal =
        a.phones.iter().zip(&tally.phones).filter(|(phone, _)| b.phones.iter().any(|p| p.digits == phone.digits));
    let house = |phone: &Phone, used: &Use| used.shared() || !phone.mobile;
    let least = equal.min_by_key(|(phone, used)| house(phone, used));
    let mobile = |traits: &Traits| traits.phones.iter().any(|phone| phone.mobile);
    Some(match least {
        Some((phone, used)) if house(phone, used) => {
            Finding::agrees(Because::SharedPhone, w::PHONE_SHARED.shared_by(beyond_a_family(used.others), tally.of))
        }
        Some((_, used)) => Finding::agrees(Because::SamePhone, w::PHONE_EQUAL.shared_by(used.others, tally.of)),
        None if mobile(a) && mobile(b) => Finding::differs(Because::OtherPhone, w::PHONE_OTHER, Field::Phone),
        None => Finding::differs(Because::OtherPhone, w::PHONE_OTHER_KIND, Field::Phone),
    })
}

/// Compares the addresses. `None` where a side has none.
pub(super) fn compare_homes(a: &Traits, tally: &Tally, b: &Traits) -> Option<Finding> {
    if a.homes.is_empty() || b.homes.is_empty() {
        return None;
    }
    let equal = a.homes.iter().zip(&tally.homes).filter(|(home, _)| b.homes.iter().any(|h| h.is_same(home)));
    Some(match equal.map(|(_, others)| *others).min() {
        Some(others) => {
            Finding::agrees(Because::SameAddress, w::HOME_EQUAL.shared_by(beyond_a_family(others), tally.of))
        }
        None => Finding::differs(Because::OtherAddress, w::HOME_OTHER, Field::Address),
    })
}
