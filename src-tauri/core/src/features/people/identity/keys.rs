//! The keys of a record in the index: one per value, to count it, and some combinations, to find candidates by.
use super::call_names;
use super::record::Day;
use super::sound::coarse;
use super::traits::Traits;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What a key is made from. Equal values of two kinds have different keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Given,
    Part,
    Initial,
    Initials,
    Birth,
    /// Year of birth with the smaller and the larger of day and month: also finds a swapped date.
    BirthParts,
    /// Date of birth and sound of the surname.
    Twins,
    Email,
    Phone,
    Home,
    Street,
    Number,
    Since,
    /// Coarse surname and initial.
    NameInitial,
    /// Coarse surname and year of birth.
    NameYear,
    /// Coarse surname of somebody without given names or initials.
    NameAlone,
}

/// The key of a value. Two values may have the same key by accident; this leads to one comparison more.
pub(super) fn hash(kind: Kind, value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    kind.hash(&mut hasher);
    value.hash(&mut hasher);
    hasher.finish()
}

/// The key of the first initial.
pub(super) fn initial(traits: &Traits) -> Option<u64> {
    traits.initials.chars().next().map(|letter| hash(Kind::Initial, &letter))
}

/// The keys of date of birth and surname, one per part of the surname.
pub(super) fn twins(traits: &Traits) -> impl Iterator<Item = u64> {
    let whole = traits.birth.filter(|day| day.whole().is_some());
    traits.surname.iter().filter_map(move |part| whole.map(|day| hash(Kind::Twins, &(day, &part.sound))))
}

fn birth_parts(day: Day) -> Option<u64> {
    let (year, month, day) = day.whole()?;
    Some(hash(Kind::BirthParts, &(year, month.min(day), month.max(day))))
}

/// All keys of a record.
pub(super) fn of(traits: &Traits, add: &mut impl FnMut(u64)) {
    traits.given.iter().for_each(|g| add(hash(Kind::Given, &g.text)));
    traits.surname.iter().for_each(|p| add(hash(Kind::Part, &p.text)));
    initial(traits).into_iter().for_each(&mut *add);
    if traits.initials.len() > 1 {
        add(hash(Kind::Initials, &traits.initials));
    }
    traits.birth.iter().for_each(|day| add(hash(Kind::Birth, day)));
    twins(traits).for_each(&mut *add);
    traits.since.iter().for_each(|day| add(hash(Kind::Since, day)));
    leading(traits, add);
}

/// The keys that lead to candidates.
pub(super) fn leading(traits: &Traits, add: &mut impl FnMut(u64)) {
    traits.emails.iter().for_each(|e| add(hash(Kind::Email, e)));
    traits.phones.iter().for_each(|p| add(hash(Kind::Phone, &p.digits)));
    traits.numbers.iter().for_each(|n| add(hash(Kind::Number, n)));
    for home in &traits.homes {
        add(hash(Kind::Home, &home.key()));
        if !home.street.is_empty() && !home.town.is_empty() {
            add(hash(Kind::Street, &home.by_street()));
        }
    }
    traits.birth.and_then(birth_parts).into_iter().for_each(&mut *add);
    let mut letters: Vec<char> = traits.initials.chars().take(1).collect();
    let leading = traits.given.iter().filter(|g| g.leading);
    for given in leading {
        letters.extend(given.text.chars().take(1));
        // Whoever writes initials writes the registered ones: Kees with a C.
        if !traits.initials_written {
            letters.extend(call_names::initials_of(&given.text));
        }
    }
    letters.sort_unstable();
    letters.dedup();
    let mut names: Vec<String> = traits.surname.iter().map(|part| coarse(&part.text)).collect();
    // `Vandenberg` in one word meets `van den Berg`.
    if !traits.whole.is_empty() {
        names.push(coarse(&traits.whole));
    }
    names.sort_unstable();
    names.dedup();
    for name in names {
        letters.iter().for_each(|letter| add(hash(Kind::NameInitial, &(&name, letter))));
        if let Some(year) = traits.birth.and_then(|day| day.year) {
            add(hash(Kind::NameYear, &(&name, year)));
        }
        if letters.is_empty() {
            add(hash(Kind::NameAlone, &name));
        }
    }
}
