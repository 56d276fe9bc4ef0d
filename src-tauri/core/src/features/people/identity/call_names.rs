//! Which given names may be the same person's: Jan and Johannes, Bep and Elisabeth. The table is `call_names.txt`.
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

const SOURCE: &str = include_str!("call_names.txt");

/// The table, read once.
static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(SOURCE));

/// For each name the lines that it stands in, and on which side of the bar.
struct Table {
    places: HashMap<&'static str, Vec<Place>>,
    /// The first letters of the registered names of each line.
    letters: Vec<BTreeSet<char>>,
}

/// Where a name stands in the table: in which line, and on which side of the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    line: usize,
    registered: bool,
}

/// How two different given names are related.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kin {
    /// One is a call name, or another spelling, of the other: Jan and Johannes.
    CallName,
    /// Both may be call names of the same name: Hans and Jan.
    Related,
}

impl Table {
    fn read(source: &'static str) -> Self {
        let mut table = Table { places: HashMap::new(), letters: vec![] };
        let lines = source.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('|'));
        for (line, (registered, called)) in lines.enumerate() {
            table.letters.push(registered.split_whitespace().filter_map(|name| name.chars().next()).collect());
            for (names, registered) in [(registered, true), (called, false)] {
                for name in names.split_whitespace() {
                    table.places.entry(name).or_default().push(Place { line, registered });
                }
            }
        }
        table
    }

    fn places(&self, name: &str) -> &[Place] {
        self.places.get(name).map_or(&[], Vec::as_slice)
    }
}

/// Where a folded given name stands in the table; nowhere, if the table does not know it.
pub(super) fn places(name: &str) -> &'static [Place] {
    TABLE.places(name)
}

/// How two given names are related, by their places in the table, if they are.
pub(super) fn kin(a: &[Place], b: &[Place]) -> Option<Kin> {
    let shared = || a.iter().flat_map(|x| b.iter().filter(|y| y.line == x.line).map(move |y| (x, y)));
    if shared().any(|(x, y)| x.registered || y.registered) {
        return Some(Kin::CallName);
    }
    shared().next().map(|_| Kin::Related)
}

/// The initials that somebody with this given name may have: K for Kees, and C for Cornelis.
pub(super) fn initials_of(name: &str) -> BTreeSet<char> {
    let own = name.chars().next();
    let registered = TABLE.places(name).iter().filter_map(|place| TABLE.letters.get(place.line)).flatten().copied();
    own.into_iter().chain(registered).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::search::fold;

    fn kin(a: &str, b: &str) -> Option<Kin> {
        super::kin(places(a), places(b))
    }

    #[test]
    fn call_names_are_known_and_two_call_names_of_one_name_are_only_related() {
        for (a, b) in
            [("jan", "johannes"), ("elisabeth", "bep"), ("kees", "cornelis"), ("dick", "dirk"), ("bill", "william")]
        {
            assert_eq!((kin(a, b), kin(b, a)), (Some(Kin::CallName), Some(Kin::CallName)), "{a} {b}");
        }
        assert_eq!(kin("hans", "jaap"), Some(Kin::Related));
        assert_eq!(kin("jan", "piet"), None);
        assert_eq!(kin("lisa", "lina"), None);
    }

    #[test]
    fn a_call_name_may_have_the_initial_of_the_registered_name() {
        assert!(initials_of("kees").contains(&'c') && initials_of("kees").contains(&'k'));
        assert_eq!(initials_of("sanna").into_iter().collect::<String>(), "s");
    }

    #[test]
    fn the_table_is_folded_as_names_are() {
        for line in SOURCE.lines().filter(|l| !l.starts_with('#')) {
            assert_eq!(line.split('|').count(), 2, "{line}");
            for name in line.split_whitespace().filter(|w| *w != "|") {
                assert_eq!(fold(name), name);
            }
        }
    }
}
