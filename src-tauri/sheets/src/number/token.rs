//! What a format code is made of.

/// One piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token {
    /// `0`, `#` or `?`.
    Digit(char),
    /// The decimal point.
    Point,
    /// A comma between digits or after them.
    Comma,
    /// `%`.
    Percent,
    /// `E+` or `E-`; true when a plus is shown.
    Exponent(bool),
    /// `General`.
    General,
    /// `@`.
    Text,
    /// A run of one calendar letter: `yyyy`, `mm`, `d`, `hh`, `ss`.
    Calendar(char, usize),
    /// `[h]`, `[m]`, `[s]`.
    Elapsed(char, usize),
    /// `AM/PM` or `A/P`: true for the long one.
    HalfDay(bool),
    /// Shown as it stands.
    Literal(String),
}
