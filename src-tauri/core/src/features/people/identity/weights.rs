//! The weights, as data. For each result of a comparison: how often it occurs between two records of **the same** person,
//! between records of two **strangers**, and between records of two **housemates** (people of one family, house or
//! mailbox). The weight against strangers is log2(same / strangers), in bits; against housemates likewise.
//!
//! Two kinds of other people are needed, because agreements inside a household are not independent of each other: against
//! one kind alone, twins get a high score for what every family shares ("The twins problem", Splink discussion 2023).
//!
//! Where the numbers come from; each line names one of these:
//! - **list**: estimated by us from what a yearly list of an association looks like (people move, change mailboxes, are
//!   entered by hand), and rounded; *not* fitted.
//! - **index**: published sample probabilities of Oracle Healthcare Master Index (given name same .996, stranger .004;
//!   date of birth .97, .007), lowered for hand-typed lists.
//! - **birth**: arithmetic. 365 days times about 70 years; one in 60 to 80 births is a twin birth, and a child has a
//!   brother or sister in the same list more often than not.
//! - **counted**: the frequency is that of the value itself, counted in the vault; the number here is the frequency of a
//!   value that nobody else has. Splink does the same under the name "term frequency adjustment".
//! - **learnt**: adapted to the list at hand, see `habits.rs`.

/// How often one result occurs, for each of the three kinds of pairs. Between 0 and 1, never 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Odds {
    /// Records of the same person.
    pub(super) same: f64,
    /// Records of two strangers.
    pub(super) strangers: f64,
    /// Records of two people of one household.
    pub(super) housemates: f64,
}

const fn odds(same: f64, strangers: f64, housemates: f64) -> Odds {
    Odds { same, strangers, housemates }
}

/// The same given name. Counted. Housemates: father and son, grandmother and granddaughter; list.
pub(super) const GIVEN_EQUAL: Odds = odds(0.80, 0.001, 0.010);
/// The same given name, where the date of birth is the same too: twins do not share one. List.
pub(super) const GIVEN_OF_TWINS: f64 = 0.0005;
/// A call name on one side. List; housemates are often named after the same grandparent.
pub(super) const GIVEN_CALL_NAME: Odds = odds(0.05, 0.012, 0.008);
/// The given name of one is a further given name of the other. List.
pub(super) const GIVEN_FURTHER: Odds = odds(0.03, 0.02, 0.02);
/// Two call names of one name. List: few people are called by both.
pub(super) const GIVEN_RELATED: Odds = odds(0.01, 0.02, 0.025);
/// A typing error in a given name of five letters or more, or another spelling of the same sound. List.
pub(super) const GIVEN_MISSPELT: Odds = odds(0.02, 0.002, 0.0025);
/// Given names that differ by one letter and may both exist: Lisa and Lina, Maria and Marie. List.
pub(super) const GIVEN_NEAR: Odds = odds(0.008, 0.004, 0.02);
/// Two other given names. Index.
pub(super) const GIVEN_OTHER: Odds = odds(0.004, 0.97, 0.97);
/// The same initial, while one side has no given name. Counted.
pub(super) const INITIAL_EQUAL: Odds = odds(0.97, 0.02, 0.08);
/// Two or more initials, all the same. Counted. Housemates: list.
pub(super) const INITIALS_EQUAL: Odds = odds(0.90, 0.002, 0.02);
/// The first initials are the same, and later ones differ. List.
pub(super) const INITIALS_LATER_OTHER: Odds = odds(0.02, 0.05, 0.10);
/// Other initials. Index; a call name that the table does not know.
pub(super) const INITIALS_OTHER: Odds = odds(0.015, 0.90, 0.90);
/// Neither side has a given name or initials: a body, somebody with one name. List.
pub(super) const GIVEN_NEITHER: Odds = odds(0.97, 0.10, 0.08);

/// The same surname. Counted; 1 in 196 Dutch people is called De Jong (Meertens, 2007), which the vault's count covers.
pub(super) const SURNAME_EQUAL: Odds = odds(0.90, 0.0005, 0.85);
/// One part of a double name. Counted; list.
pub(super) const SURNAME_PART: Odds = odds(0.05, 0.001, 0.08);
/// A typing error. List: somebody typed a housemate's name wrongly as often as one's own.
pub(super) const SURNAME_MISSPELT: Odds = odds(0.04, 0.004, 0.035);
/// Another surname: married, divorced, the maiden name. List; half of all couples have two names.
pub(super) const SURNAME_OTHER: Odds = odds(0.02, 0.97, 0.20);

/// The same date of birth. Birth, counted.
pub(super) const BIRTH_EQUAL: Odds = odds(0.95, 0.00004, 0.015);
/// The same, where the house or the name is known to have two people with this date. Birth.
pub(super) const BIRTH_OF_TWINS: Odds = odds(0.95, 0.00004, 0.60);
/// Day and month swapped. List: one column read in the wrong order.
pub(super) const BIRTH_SWAPPED: Odds = odds(0.015, 0.00005, 0.0006);
/// One digit, or one year. Birth, list: a date has about 25 such neighbours.
pub(super) const BIRTH_NEAR: Odds = odds(0.012, 0.001, 0.003);
/// The known parts are equal: a year alone.
pub(super) const BIRTH_YEAR_EQUAL: Odds = odds(0.96, 0.018, 0.06);
/// The known parts are equal: a day and a month without a year.
pub(super) const BIRTHDAY_EQUAL: Odds = odds(0.96, 0.003, 0.02);
/// The known parts differ by one year.
pub(super) const BIRTH_YEAR_NEAR: Odds = odds(0.02, 0.035, 0.06);
/// The same birthday a generation apart. List: the digit of the decade, or father and son.
pub(super) const BIRTH_GENERATION: Odds = odds(0.002, 0.0007, 0.004);
/// Another date. Index: lists contain wrong dates, but seldom.
pub(super) const BIRTH_OTHER: Odds = odds(0.006, 0.998, 0.98);

/// The same mailbox, which nobody else uses. Counted; list.
pub(super) const EMAIL_EQUAL: Odds = odds(0.70, 0.0001, 0.15);
/// The same mailbox, which several use. Counted; list.
pub(super) const EMAIL_SHARED: Odds = odds(0.70, 0.0001, 0.65);
/// A mailbox with a typing error. List.
pub(super) const EMAIL_MISSPELT: Odds = odds(0.02, 0.0002, 0.015);
/// Another mailbox. List.
pub(super) const EMAIL_OTHER: Odds = odds(0.26, 0.995, 0.45);

/// The same mobile telephone, which nobody else uses. Counted; list.
pub(super) const PHONE_EQUAL: Odds = odds(0.75, 0.0001, 0.12);
/// The same telephone, which several use, or of a house. Counted; list.
pub(super) const PHONE_SHARED: Odds = odds(0.75, 0.0001, 0.70);
/// Two other mobile telephones. List.
pub(super) const PHONE_OTHER: Odds = odds(0.18, 0.995, 0.85);
/// Two other telephones, of which at least one belongs to a house. List.
pub(super) const PHONE_OTHER_KIND: Odds = odds(0.40, 0.995, 0.50);

/// The same address. Counted; list.
pub(super) const HOME_EQUAL: Odds = odds(0.80, 0.0002, 0.88);
/// Another address. List: one in ten people moves in a year.
pub(super) const HOME_OTHER: Odds = odds(0.18, 0.995, 0.18);

/// Each side is equal in everything it knows, and knows as much. Housemates: list.
pub(super) const IDENTICAL: Odds = odds(0.30, 0.05, 0.05);

/// A value that nobody else has, as a member number. Learnt.
pub(super) const NUMBER_FREE: f64 = 0.0002;
/// A value that nobody else has, as a first day: a list has about 500 of them. Learnt.
pub(super) const SINCE_FREE: f64 = 0.002;

/// How many unknown housemates come for one member who comes back. List: new people are mostly family of members, but
/// most people on a yearly list are not new.
pub(super) const NEW_HOUSEMATES: f64 = 0.15;
/// How many rows of a list, or people of a vault, are there twice. List.
pub(super) const TWICE: f64 = 0.01;

/// From this many bits somebody is the same person: 256 to one.
pub(super) const SAME_FROM: f64 = 8.0;
/// From this many bits a person is asked.
pub(super) const ASK_FROM: f64 = -2.0;
/// By this many bits somebody has to fit better than the next: 32 to one.
pub(super) const MARGIN: f64 = 5.0;
