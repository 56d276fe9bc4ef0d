//! `cargo xtask bench`: the cost of the vault as ratios to a named baseline in the same run. Medians of seven rounds in
//! which both sides take turns, so that other load on the computer affects both. Reports wall time and processor time:
//! waiting for the disk counts only in the first. A budget is what the design allows in processor time; anything over
//! its budget is listed at the end.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a program for the terminal, which stops where something is wrong"
)]
mod measure;
mod memory;
mod plain;
mod work;

use measure::{Table, once};
use work::{EXACT, MISTYPED, Work};

const PEOPLE: u32 = 10_000;
const IMPORTED: u32 = 5_000;

fn main() {
    let words: Vec<_> = std::env::args_os().skip(1).collect();
    if let [word, vault] = words.as_slice()
        && word == memory::WORD
    {
        return memory::print(std::path::Path::new(vault));
    }
    let mut work = Work::new();
    let mut table = Table::new(&format!("{PEOPLE} people"));
    let filled = once(|| work.fill(PEOPLE));
    let rows = work.rows(PEOPLE);
    let filled_plain = once(|| work.plain.fill(&rows));
    table.line(
        "write 10,000 people in one transaction",
        filled,
        filled_plain,
        "the same rows into a file without a key",
        None,
    );
    door(&mut work, &mut table);
    every_day(&mut work, &mut table);
    rewriting(&mut work, &mut table);
    table.end();
}

/// Unlocking and locking.
fn door(work: &mut Work, table: &mut Table) {
    // Unlocking should cost the key derivation and very little more.
    table.compare_parts(
        work,
        "unlock, and the first page",
        Work::unlock_alone,
        Work::key_derived,
        "Argon2id alone, the same cost",
        Some(1.5),
    );
    table.compare_parts(
        work,
        "the same",
        Work::unlock_alone,
        Work::unlock_as_before,
        "Argon2id, pages checked, one row, the same page",
        Some(1.1),
    );
    // The baseline leaves the vault locked.
    work.unlock_alone();
    // Reading is 158 of the 391 ms that the design measured for 100,000 people.
    table.compare_parts(
        work,
        "the first page of all: everybody read",
        Work::first_page_of_all,
        Work::every_shown_field,
        "every field of it read from the same file",
        Some(2.5),
    );
    table.compare_parts(
        work,
        "the first search of all: everybody indexed",
        Work::first_search,
        Work::every_searched_field,
        "every searchable field read from the same file",
        Some(2.5),
    );
    let (grown, file) = work.grown();
    table.bytes("memory for the list and the search", grown, file, "the size of data.db", Some(1.5));
    work.unlock_alone();
    table.compare_parts(
        work,
        "lock",
        Work::lock_alone,
        Work::every_page,
        "every page held against its seal by SQLCipher",
        None,
    );
}

/// What is asked once more of a vault in which nothing changed.
type Again = (&'static str, fn(&mut Work));

/// Frequent, everyday actions.
fn every_day(work: &mut Work, table: &mut Table) {
    table.compare(
        work,
        "first page of the list",
        Work::first_page,
        |w| w.plain.first_page(),
        "SELECT .. ORDER BY .. LIMIT 50, no key",
        None,
    );
    // Makes the index, which is measured above.
    work.search("berg");
    // Of 100,000 people the design measured 0.11 and 15.9 ms: 0.007. Here LIKE has a tenth of them to read.
    for (what, words) in [("search, the word as it is", EXACT), ("search, with a typing error", MISTYPED)] {
        table.compare(
            work,
            what,
            |w| words.iter().for_each(|q| w.search(q)),
            |w| words.iter().for_each(|q| w.plain.search(q)),
            "LIKE '%word%' over the same fields, no key",
            Some(0.1),
        );
    }
    // Under 50 ms for 100,000 people, whose rows take 15 ms to read.
    let again: [Again; 4] = [
        ("due list over everyone, again", Work::due),
        ("consents of everyone, again", Work::consents),
        ("Vandaag, again", Work::today),
        ("rules and their numbers, again", Work::rules),
    ];
    for (what, asks) in again {
        table.compare(work, what, asks, |w| w.plain.scan(), "reading every row once, no key", Some(3.3));
    }
    table.compare_parts(
        work,
        "the vault checked in full",
        Work::verify,
        Work::every_page,
        "every page held against its seal by SQLCipher",
        None,
    );
    table.compare(
        work,
        "one save: person, trail, durable",
        Work::save,
        |w| w.plain.durable_page(),
        "one 4 KiB page made durable",
        None,
    );
    table.compare(
        work,
        "report of one person, PDF and JSON",
        Work::report,
        Work::two_files,
        "two files as long made durable",
        None,
    );
}

/// Actions that rewrite the whole file, or write thousands of rows.
fn rewriting(work: &mut Work, table: &mut Table) {
    work.copy();
    // An erasure: transaction, VACUUM, new key, and reading back every page.
    table.compare(
        work,
        "erase one person, cleaned and checked",
        Work::erase,
        |w| w.plain.vacuum(),
        "VACUUM of the same file without a key",
        Some(6.0),
    );
    let list = work.list(IMPORTED);
    let imported = once(|| work.import(&list));
    let rows = work.rows(IMPORTED);
    let imported_plain = once(|| work.plain.fill_beside(&rows));
    table.line(
        "import a list of 5,000, looked at and matched",
        imported,
        imported_plain,
        "the same rows into a file without a key",
        None,
    );
}
