//! Compares given names and initials.
use super::answer::{Because, Field};
use super::call_names::{self, Kin};
use super::finding::Finding;
use super::index::{Entry, Tally};
use super::sound::is_typo;
use super::traits::{Given, Traits};
use super::weights as w;

/// How two sets of given names fit, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Equal,
    CallName,
    Misspelt,
    Further,
    Near,
    Related,
    Other,
}

/// Compares the given names, or the initials where a side has nothing else. `None` where a side has neither.
pub(super) fn compare(row: &Entry, tally: &Tally, known: &Entry) -> Option<Finding> {
    let (a, b) = (&row.traits, &known.traits);
    if a.is_nameless() || b.is_nameless() {
        let both = a.is_nameless() && b.is_nameless() && a.whole == b.whole && !a.whole.is_empty();
        return both.then(|| Finding::agrees(Because::SameName, w::GIVEN_NEITHER));
    }
    if a.given.is_empty() || b.given.is_empty() {
        return Some(compare_initials(a, b, tally));
    }
    let (fit, at) = best(row, known);
    let finding = match fit {
        Fit::Equal if later_initials_differ(a, b) || further_names_differ(row, known) => {
            Finding::contradicts(Because::OtherInitials, w::INITIALS_LATER_OTHER, Field::GivenName)
        }
        Fit::Equal => {
            let others = tally.given.get(at).copied().unwrap_or_default();
            Finding::agrees(Because::SameGivenName, w::GIVEN_EQUAL.shared_by(others, tally.of))
        }
        Fit::CallName => Finding::differs(Because::CallName, w::GIVEN_CALL_NAME, Field::GivenName),
        Fit::Misspelt => Finding::differs(Because::SpellingOfGivenName, w::GIVEN_MISSPELT, Field::GivenName),
        Fit::Further => Finding::differs(Because::FurtherGivenName, w::GIVEN_FURTHER, Field::GivenName),
        Fit::Near => Finding::contradicts(Because::SpellingOfGivenName, w::GIVEN_NEAR, Field::GivenName),
        Fit::Related => Finding::contradicts(Because::RelatedGivenName, w::GIVEN_RELATED, Field::GivenName),
        Fit::Other => Finding::contradicts(Because::OtherGivenName, w::GIVEN_OTHER, Field::GivenName),
    };
    Some(finding)
}

/// The best fit of any two names, and which name of the row it is.
fn best(row: &Entry, known: &Entry) -> (Fit, usize) {
    let mut best = (Fit::Other, 0);
    for (at, a) in row.traits.given.iter().enumerate() {
        for (other, b) in known.traits.given.iter().enumerate() {
            let common = row.is_common(at) && known.is_common(other);
            best = best.min((fit(a, b, common), at));
        }
    }
    best
}

/// How two given names fit. `common`: both are in use, so that neither is a typing error for the other.
fn fit(a: &Given, b: &Given, common: bool) -> Fit {
    let kin = if a.text == b.text { Some(Kin::CallName) } else { call_names::kin(a.places, b.places) };
    if !(a.leading && b.leading) {
        // A further name on both sides says nothing: half of all women of a generation are also called Maria.
        let one_leads = a.leading || b.leading;
        return if one_leads && kin == Some(Kin::CallName) { Fit::Further } else { Fit::Other };
    }
    match kin {
        _ if a.text == b.text => Fit::Equal,
        Some(Kin::CallName) => Fit::CallName,
        Some(Kin::Related) => Fit::Related,
        None if is_slip(a, b, common) => Fit::Misspelt,
        None if is_typo(&a.text, &b.text) || a.sound == b.sound => Fit::Near,
        None => Fit::Other,
    }
}

/// A slip of the keyboard, or another spelling of the same sound: not Lisa and Lina, Martin and Martine, Maria and Marie.
fn is_slip(a: &Given, b: &Given, common: bool) -> bool {
    let extended = a.text.starts_with(&b.text) || b.text.starts_with(&a.text);
    let same_end = a.text.chars().last() == b.text.chars().last();
    let long = a.text.chars().count().min(b.text.chars().count()) >= 5;
    let typo = is_typo(&a.text, &b.text) && long && same_end && !common;
    !extended && (typo || a.sound == b.sound)
}

/// Do both sides write several initials, of which a later one differs?
fn later_initials_differ(a: &Traits, b: &Traits) -> bool {
    let both = a.initials_written && b.initials_written;
    let differ = |(x, y): (char, char)| x != y;
    both && a.initials.chars().zip(b.initials.chars()).skip(1).any(differ)
}

/// Do both sides have a second given name, and does none of them fit: Anne-Fleur and Anne-Sophie?
fn further_names_differ(row: &Entry, known: &Entry) -> bool {
    let further = |entry: &Entry| entry.traits.given.iter().filter(|g| !g.leading).cloned().collect::<Vec<_>>();
    let (a, b) = (further(row), further(known));
    let fits =
        |x: &Given, y: &Given| x.text == y.text || x.sound == y.sound || call_names::kin(x.places, y.places).is_some();
    !a.is_empty() && !b.is_empty() && !a.iter().any(|x| b.iter().any(|y| fits(x, y) || is_typo(&x.text, &y.text)))
}

fn compare_initials(a: &Traits, b: &Traits, tally: &Tally) -> Finding {
    let (first_a, first_b) = (a.initials.chars().next(), b.initials.chars().next());
    if first_a.is_some() && first_a == first_b {
        let several = a.initials.chars().count().min(b.initials.chars().count()) > 1;
        return match several {
            true if later_initials_differ(a, b) => {
                Finding::contradicts(Because::OtherInitials, w::INITIALS_LATER_OTHER, Field::Initials)
            }
            true => Finding::agrees(Because::SameInitials, w::INITIALS_EQUAL.shared_by(tally.initials, tally.of)),
            false => Finding::agrees(Because::SameInitials, w::INITIAL_EQUAL.common_to(tally.initial, tally.of)),
        };
    }
    if may_start_with(a, first_b) || may_start_with(b, first_a) {
        return Finding::agrees(
            Because::CallName,
            w::INITIAL_EQUAL.common_to(tally.initial.max(tally.of / 8), tally.of),
        );
    }
    Finding::contradicts(Because::OtherInitials, w::INITIALS_OTHER, Field::Initials)
}

/// May somebody with these given names have this initial, as Kees has C? Not where other initials were written.
fn may_start_with(traits: &Traits, initial: Option<char>) -> bool {
    let leading = traits.given.iter().filter(|g| g.leading && !traits.initials_written);
    initial.is_some_and(|i| leading.into_iter().any(|g| call_names::initials_of(&g.text).contains(&i)))
}
