//! Compares dates of birth, and days of which parts are unknown.
use super::answer::{Because, Field};
use super::finding::Finding;
use super::record::Day;
use super::weights as w;

/// From this many years apart the same birthday may be that of a parent and a child.
const GENERATION: u16 = 15;

/// Compares two dates of birth. `others`: so many other people, of so many, have the row's date. `twins`: two people of
/// this surname have it. `None` where the two have no part in common.
pub(super) fn compare(a: Day, b: Day, others: u32, of: u32, twins: bool) -> Option<Finding> {
    let (Some(x), Some(y)) = (a.whole(), b.whole()) else { return compare_parts(a, b) };
    Some(if x == y {
        let (because, odds) =
            if twins { (Because::PerhapsTwins, w::BIRTH_OF_TWINS) } else { (Because::SameBirthDate, w::BIRTH_EQUAL) };
        Finding::agrees(because, odds.shared_by(others, of))
    } else if (x.0, x.1, x.2) == (y.0, y.2, y.1) {
        Finding::differs(Because::SwappedBirthDate, w::BIRTH_SWAPPED, Field::BirthDate)
    } else if (x.1, x.2) == (y.1, y.2) && x.0.abs_diff(y.0) >= GENERATION {
        Finding::contradicts(Because::OtherGeneration, w::BIRTH_GENERATION, Field::BirthDate)
    } else if is_near(x, y) {
        Finding::differs(Because::NearBirthDate, w::BIRTH_NEAR, Field::BirthDate)
    } else {
        Finding::contradicts(Because::OtherBirthDate, w::BIRTH_OTHER, Field::BirthDate)
    })
}

/// One digit other, two neighbouring digits swapped, or the next year.
fn is_near(x: (u16, u8, u8), y: (u16, u8, u8)) -> bool {
    let digits = |(year, month, day): (u16, u8, u8)| format!("{year:04}{month:02}{day:02}");
    let same_day = (x.1, x.2) == (y.1, y.2);
    same_day && x.0.abs_diff(y.0) == 1 || strsim::osa_distance(&digits(x), &digits(y)) == 1
}

/// At least one side is not a whole date.
fn compare_parts(a: Day, b: Day) -> Option<Finding> {
    let year = a.year.zip(b.year);
    let birthday = a.month.zip(a.day).zip(b.month.zip(b.day));
    let agrees = |odds| Some(Finding::agrees(Because::SamePartOfBirthDate, odds));
    let differs = |because, odds| Some(Finding::differs(because, odds, Field::BirthDate));
    match (year, birthday) {
        (Some((x, y)), _) if x == y => agrees(w::BIRTH_YEAR_EQUAL),
        (Some((x, y)), _) if x.abs_diff(y) == 1 => differs(Because::NearBirthDate, w::BIRTH_YEAR_NEAR),
        (Some(_), _) => Some(Finding::contradicts(Because::OtherBirthDate, w::BIRTH_OTHER, Field::BirthDate)),
        (None, Some((x, y))) if x == y => agrees(w::BIRTHDAY_EQUAL),
        (None, Some((x, y))) if x == (y.1, y.0) => differs(Because::SwappedBirthDate, w::BIRTH_SWAPPED),
        (None, Some(_)) => Some(Finding::contradicts(Because::OtherBirthDate, w::BIRTH_OTHER, Field::BirthDate)),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn because(a: Day, b: Day) -> Option<Because> {
        compare(a, b, 0, 1_000, false).map(|finding| finding.because)
    }

    #[test]
    fn dates_of_birth_differ_in_kinds() {
        let day = Day::of(1967, 5, 3);
        for (other, expected) in [
            (Day::of(1967, 5, 3), Because::SameBirthDate),
            (Day::of(1967, 3, 5), Because::SwappedBirthDate),
            (Day::of(1976, 5, 3), Because::NearBirthDate),
            (Day::of(1968, 5, 3), Because::NearBirthDate),
            (Day::of(1967, 5, 8), Because::NearBirthDate),
            (Day::of(1997, 5, 3), Because::OtherGeneration),
            (Day::of(1967, 6, 4), Because::OtherBirthDate),
            (Day::in_year(1967), Because::SamePartOfBirthDate),
            (Day::in_year(1950), Because::OtherBirthDate),
            (Day { year: None, month: Some(5), day: Some(3) }, Because::SamePartOfBirthDate),
        ] {
            assert_eq!((because(day, other), because(other, day)), (Some(expected), Some(expected)), "{other:?}");
        }
        assert_eq!(because(Day::in_year(1967), Day { year: None, month: Some(5), day: Some(3) }), None);
        // From 1999 to 2000 is one year, and four digits.
        assert_eq!(because(Day::of(1999, 5, 3), Day::of(2000, 5, 3)), Some(Because::NearBirthDate));
    }
}
