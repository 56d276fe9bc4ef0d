//! `kill -9` at every call that changes a file, in every act that changes who can open a vault. Afterwards everybody
//! who should can unlock, nothing that was acknowledged is lost, and what was not acknowledged is there completely or
//! not at all.
//!
//! `kluis` runs under `strace`: once undisturbed, to see which calls it makes; then once for each of those calls on a
//! fresh copy of the same vault, killed as it enters that call. Nothing on the disk changes between two of these calls,
//! so a kill on entering one also covers a kill just after the one before. Then everybody opens what is left. The tests
//! know only commands and their answers, the JSON that any script would read, not the vault's files. The exception are
//! writes of the database: there are too many to kill at each, so an evenly spread selection is made and the rest
//! counted. `LEDENKLUIS_KILL=all` leaves none out.
//!
//! Each act writes a line to `target/kill/`, which `cargo xtask test` shows at its end.
#![cfg(target_os = "linux")]
#![allow(clippy::print_stdout, reason = "says what was killed")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]
mod acts;
mod after;
mod desk;
mod errand;
mod place;
mod power;
mod rounds;
mod strace;

macro_rules! killed {
    ($($act:ident)*) => {
        $(#[test]
        fn $act() {
            rounds::run(stringify!($act), &acts::$act());
        })*
    };
}

killed! {
    unlock unlock_by_sheet create
    user_add role_given role_taken user_remove
    new_passphrase first_own_passphrase
    sheet_on_paper sheet_as_text
    remember forget_this_computer
    erase
}
