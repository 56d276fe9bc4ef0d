//! Reads the files that people keep lists in: xlsx, xls, ods and delimited text. The content decides the format, never
//! the file name. Cells come out as the program that made the file shows them. Every file is treated as hostile: each
//! reader stays within `limits` and charges what it does to its `Work`, and a panic in a third-party reader means a
//! damaged file, not a crash. This crate knows nothing of vaults, people or the meaning of a column.
mod gathered;
mod kind;
mod limits;
mod number;
mod ods;
mod ods_cell;
mod packed;
mod refusal;
mod sheet;
mod text;
mod work;
mod xls;
mod xlsx;

use limits::Budget;

pub use limits::MAX_FILE;
pub use refusal::{Refusal, Result, Why};
pub use sheet::{Book, Cell, Format, Hints, Merge, Row, Sheet};
pub use work::Work;

/// Reads a file that is already in memory. `work` bounds the cost and can cancel the reading.
///
/// # Errors
/// `Encrypted`, `Damaged`, `TooLarge`, `Unsupported`, `Nothing` for an empty file, `Cancelled`.
pub fn read(bytes: Vec<u8>, work: &Work) -> Result<Book> {
    let budget = Budget::new(work.clone());
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| read_format(bytes, budget)));
    result.unwrap_or_else(|_| Err(Refusal::new(Why::Damaged)))
}

fn read_format(bytes: Vec<u8>, mut budget: Budget) -> Result<Book> {
    if bytes.is_empty() {
        return Err(Refusal::new(Why::Nothing));
    }
    if bytes.starts_with(&xls::ole::SIGNATURE) {
        return xls::read(bytes, &mut budget);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") || bytes.starts_with(b"PK00PK") {
        let mut package = packed::package::Package::open(bytes, &budget.work)?;
        return match package.kind()? {
            Format::Ods => ods::read(&mut package, &mut budget),
            _ => xlsx::read(&mut package, &mut budget),
        };
    }
    text::read(bytes, &mut budget)
}

#[cfg(test)]
mod odd_tests;
#[cfg(test)]
mod tests;
