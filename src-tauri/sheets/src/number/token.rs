//! The parts of a format code.

/// One token of a section.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token {
    /// `0`, `#` or `?`.
    Digit(char),
    /// The decimal point.
    Point,
    /// A comma between or after digits.
    Comma,
    Percent,
    /// `E+` or `E-`; true for `E+`, which also shows a plus sign.
    Exponent(bool),
    General,
    /// `@`.
    Text,
    /// A run of one calendar letter: `yyyy`, `mm`, `d`, `hh`, `ss`.
    Calendar(char, usize),
    /// `[h]`, `[m]`, `[s]`.
    Elapsed(char, usize),
    /// `AM/PM` (true) or `A/P`.
    HalfDay(bool),
    /// Shown as it is.
    Literal(String),
}
