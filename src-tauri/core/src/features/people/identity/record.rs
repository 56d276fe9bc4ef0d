//! What is known of one person, from a row of a list or from the vault, before anything is folded.

/// What is known of one person. Whatever is empty says nothing; it neither speaks for a match nor against one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Record {
    /// Given names as registered, separated by spaces.
    pub(crate) given_name: String,
    /// The name that the person is called by, where it is a column of its own.
    pub(crate) call_name: String,
    /// Initials, with or without dots: `J.P.`, `JP`.
    pub(crate) initials: String,
    /// Prefix of the surname. It may also stand at the front of the surname.
    pub(crate) prefix: String,
    /// Surname, or the whole name of a body. It may be double: `Vries-Jansen`.
    pub(crate) surname: String,
    /// Prefix of the partner's surname.
    pub(crate) partner_prefix: String,
    /// The partner's surname; for whoever lists it so, the surname at birth.
    pub(crate) partner_surname: String,
    /// Date of birth, or a part of it.
    pub(crate) birth: Option<Day>,
    /// E-mail addresses.
    pub(crate) emails: Vec<String>,
    /// Telephone numbers: E.164 where that is known, otherwise as written.
    pub(crate) phones: Vec<String>,
    /// Addresses.
    pub(crate) addresses: Vec<Address>,
    /// Member numbers.
    pub(crate) numbers: Vec<Number>,
    /// The first days of the relations.
    pub(crate) since: Vec<Day>,
}

/// A calendar day of which parts may be unknown. It is not checked against the calendar: a list can hold 31-02.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Day {
    /// The year in four digits.
    pub(crate) year: Option<u16>,
    /// 1 to 12.
    pub(crate) month: Option<u8>,
    /// 1 to 31.
    pub(crate) day: Option<u8>,
}

impl Day {
    /// A whole day.
    pub(crate) fn of(year: u16, month: u8, day: u8) -> Self {
        Day { year: Some(year), month: Some(month), day: Some(day) }
    }

    /// A year alone.
    #[cfg(test)]
    pub(crate) fn in_year(year: u16) -> Self {
        Day { year: Some(year), month: None, day: None }
    }

    /// Year, month and day, where all three are known.
    pub(super) fn whole(self) -> Option<(u16, u8, u8)> {
        Some((self.year?, self.month?, self.day?))
    }
}

/// An address. One of postcode and place is enough.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Address {
    /// The street, with the house number if `house_number` is empty.
    pub(crate) street: String,
    /// House number with its suffix: `12a`.
    pub(crate) house_number: String,
    /// Postcode in any spelling.
    pub(crate) postcode: String,
    /// Town.
    pub(crate) place: String,
}

/// A member number, and whose numbering it belongs to. Numbers of two scopes are never compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Number {
    /// Who gave the number out; empty for the association itself.
    pub(crate) scope: String,
    /// The number as written.
    pub(crate) value: String,
}
