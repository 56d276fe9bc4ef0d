//! Lists that ask for far more than they hold. Each is made here, is at most a megabyte, and has one trick of its own; what they
//! have in common is that a reader that believes them works for minutes or takes all memory.
mod ods;
mod pack;
mod text;
mod xls;
mod xlsx;

/// A name that says what the trick is, and the file.
pub(crate) type Hostile = (&'static str, fn() -> Vec<u8>);

/// Those of one format.
pub(crate) fn of(format: &str) -> &'static [Hostile] {
    match format {
        "xlsx" => xlsx::ALL,
        "xls" => xls::ALL,
        "ods" => ods::ALL,
        _ => text::ALL,
    }
}

/// The formats.
pub(crate) const FORMATS: [&str; 4] = ["xlsx", "xls", "ods", "csv"];
