//! `kill -9` at every call that changes a file, in every act that changes who may open a vault: afterwards everybody who should
//! gets in, nothing that was acknowledged is lost, and what was not acknowledged is there wholly or not at all.
//!
//! `kluis` runs under `strace`. Once as it is, to see which calls it makes; then once for each of those calls on a fresh copy of
//! the same vault, killed as it enters that call. Nothing on the disk changes between two of these calls, so to be killed
//! entering one is also to be killed just after the one before. Then `kluis` is asked what is left. These tests know no file of
//! the vault, only `kluis` and its answers; the writes of the database are the exception, since of those there are too many to
//! be killed at each: some are left out, evenly spread, and counted. `LEDENKLUIS_KILL=all` leaves none out.
//!
//! Each act leaves a line in `target/kill/` for the end of `cargo xtask test`.
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
