//! Lists that demand far more than they hold. Each is generated, has at most a megabyte, and uses one trick. A reader
//! that trusts any of them works for minutes or takes all memory.
mod ods;
mod pack;
mod text;
mod xls;
mod xlsx;

/// A name that describes the trick, and the file.
pub(crate) type Hostile = (&'static str, fn() -> Vec<u8>);

/// The lists of one format.
pub(crate) fn of(format: &str) -> &'static [Hostile] {
    match format {
        "xlsx" => xlsx::ALL,
        "xls" => xls::ALL,
        "ods" => ods::ALL,
        _ => text::ALL,
    }
}

/// All formats.
pub(crate) const FORMATS: [&str; 4] = ["xlsx", "xls", "ods", "csv"];
