//! Memory that is given back is wiped: what Rust frees, and on Linux also what SQLite, GTK and the rest of C free. So nothing
//! depends on who remembers to wipe a copy: a request's text, a row of the list, a word of the index.
use std::alloc::System;
use zeroizing_alloc::ZeroAlloc;

#[global_allocator]
static WIPING: ZeroAlloc<System> = ZeroAlloc(System);

/// Makes C's allocator overwrite what is given back to it, which glibc does for a program that was started so; therefore this
/// one starts itself once more, as the same process. SQLCipher's own way, `PRAGMA cipher_memory_security`, locks every piece of
/// memory too, and makes adding many people 17 times as slow. WebKit keeps its own memory, which this does not reach. The process
/// of the page is not started so: it ends at a lock, and its drawing library reads what it has freed.
///
/// # Errors
/// When the program cannot start itself again.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub(crate) fn begin() -> std::io::Result<()> {
    use std::os::unix::process::CommandExt;
    use webkit2gtk::glib;
    /// Freed memory is filled with this byte, and what is handed out with its opposite: 0, as most of it is anyhow (glibc manual,
    /// "Memory Allocation Tunables").
    const PERTURB: &str = "glibc.malloc.perturb=255";
    const TUNABLES: &str = "GLIBC_TUNABLES";
    let given = std::env::var(TUNABLES).unwrap_or_default();
    let (ours, others): (Vec<&str>, Vec<&str>) = given.split(':').partition(|tunable| *tunable == PERTURB);
    if !ours.is_empty() {
        // glibc has read it; for the processes that this one starts it is as it was.
        glib::unsetenv(TUNABLES);
        if !others.is_empty() {
            glib::setenv(TUNABLES, others.join(":"), true).map_err(std::io::Error::other)?;
        }
        return Ok(());
    }
    let with = if given.is_empty() { PERTURB.into() } else { format!("{given}:{PERTURB}") };
    let mut words = std::env::args_os();
    let mut again = std::process::Command::new(std::env::current_exe()?);
    if let Some(name) = words.next() {
        again.arg0(name);
    }
    Err(again.args(words).env(TUNABLES, with).exec())
}

/// Elsewhere only what Rust frees is wiped.
///
/// # Errors
/// Never.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(crate) fn begin() -> std::io::Result<()> {
    Ok(())
}
