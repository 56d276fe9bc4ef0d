//! One made-up person. Names, streets and towns are drawn from lists; addresses end in `voorbeeld.nl`, telephone
//! numbers begin with 06 00, which nobody has.
use crate::features::people::{
    Name, NewEmail, NewPerson, NewPhone, NewRelation, RelationKind, initials_of, split_prefix,
};
use crate::kernel::time::Date;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

const GIVEN_NAMES: &str = include_str!("../../../../../assets/demo/given-names.txt");
const SURNAMES: &str = include_str!("../../../../../assets/demo/surnames.txt");
const STREETS: &str = include_str!("../../../../../assets/demo/streets.txt");
const TOWNS: [(&str, &str); 3] = [("Veldrade", "9999 Z"), ("Oosterveld", "9998 X"), ("Nieuwe Mark", "9997 T")];

/// Draws people; the same seed gives the same people.
pub(super) struct Draw {
    random: ChaCha8Rng,
    given_names: Vec<&'static str>,
    surnames: Vec<&'static str>,
    streets: Vec<&'static str>,
}

impl Draw {
    pub(super) fn new(seed: u64) -> Self {
        Draw {
            random: ChaCha8Rng::seed_from_u64(seed),
            given_names: GIVEN_NAMES.split_whitespace().collect(),
            surnames: SURNAMES.lines().filter(|l| !l.is_empty()).collect(),
            streets: STREETS.lines().filter(|l| !l.is_empty()).collect(),
        }
    }

    /// A number from 0 to `n - 1`.
    pub(super) fn below(&mut self, n: u32) -> u32 {
        if n == 0 { 0 } else { self.random.next_u32() % n }
    }

    /// True in `percent` of a hundred draws.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    fn pick(&mut self, from: fn(&Self) -> &Vec<&'static str>) -> &'static str {
        let n = u32::try_from(from(self).len()).unwrap_or(1);
        let i = self.below(n) as usize;
        from(self).get(i).copied().unwrap_or_default()
    }

    /// A day in one of the years from `first` to `last`.
    pub(super) fn day(&mut self, first: i32, last: i32) -> Option<Date> {
        let years = u32::try_from(last - first + 1).unwrap_or(1);
        let year = first + i32::try_from(self.below(years)).unwrap_or(0);
        Date::of(year, 1 + self.below(12), 1 + self.below(28))
    }

    /// The next person. `number` becomes their member number, `today` is the last day on which they may have joined.
    pub(super) fn person(&mut self, number: u32, today: Date) -> NewPerson {
        let given_name = self.pick(|d| &d.given_names).to_owned();
        let (prefix, surname) = split_prefix(self.pick(|d| &d.surnames));
        let (town, postcode) = TOWNS[self.below(3) as usize % 3];
        let letter = char::from(b'A' + u8::try_from(self.below(18)).unwrap_or(0));
        let mailbox = crate::features::search::fold(&given_name).replace(|c: char| !c.is_ascii_alphanumeric(), "");
        let mut person = NewPerson {
            street: format!("{} {}", self.pick(|d| &d.streets), 1 + self.below(120)),
            postcode: format!("{postcode}{letter}"),
            city: town.into(),
            birth_date: self.day(today.year() - 86, today.year() - 9),
            member_number: format!("{number:04}"),
            name: Name { initials: initials_of(&given_name), given_name, prefix, surname, ..Name::default() },
            ..NewPerson::default()
        };
        if self.chance(85) {
            person.emails.push(NewEmail { label: "home".into(), address: format!("{mailbox}.{number}@voorbeeld.nl") });
        }
        if self.chance(70) {
            person.phones.push(NewPhone {
                label: "mobile".into(),
                number: format!("06 00 00 {:02} {:02}", number / 100 % 100, number % 100),
            });
        }
        if self.chance(6) {
            person.note = "Staat graag achter de bar.".into();
        }
        person.relations = self.relations(today);
        person
    }

    fn relations(&mut self, today: Date) -> Vec<NewRelation> {
        let started_on = self.day(today.year() - 20, today.year() - 2);
        let running = |kind, started_on| NewRelation { kind, started_on, ended_on: None, ended: false };
        match self.below(100) {
            0..=64 => {
                let mut all = vec![running(RelationKind::Member, started_on)];
                if self.chance(3)
                    && let (Some(member), Some(last)) = (all.first_mut(), Date::of(today.year(), 12, 31))
                {
                    (member.ended_on, member.ended) = (Some(last), true);
                }
                if self.chance(15) {
                    all.push(running(RelationKind::Volunteer, started_on));
                }
                all
            }
            65..=66 => {
                vec![NewRelation { kind: RelationKind::Member, started_on, ended_on: None, ended: true }]
            }
            67..=79 => {
                let ended_on = self.day(today.year() - 3, today.year() - 1);
                let started_on = started_on.zip(ended_on).map(|(s, e)| s.min(e));
                vec![NewRelation { kind: RelationKind::Member, started_on, ended_on, ended: true }]
            }
            80..=92 => vec![running(RelationKind::Donor, started_on)],
            _ => vec![running(RelationKind::Volunteer, started_on)],
        }
    }
}
