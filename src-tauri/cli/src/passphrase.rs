//! Where a passphrase comes from: a file, a file descriptor or a prompt. Never an argument, never the environment.
use crate::args::Common;
use ledenkluis_core::app::Passphrase;
use ledenkluis_core::error::Result;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// The passphrase of the person at the keyboard.
pub(crate) fn own(common: &Common, prompt: &str) -> Result<Passphrase> {
    match (&common.passphrase_file, common.passphrase_fd) {
        (Some(file), _) => first_line(file),
        // the system's own name for an open descriptor: no unsafe code needed
        (None, Some(fd)) => first_line(Path::new(&format!("/dev/fd/{fd}"))),
        (None, None) => ask(prompt),
    }
}

/// The passphrase of somebody else, who gets access.
pub(crate) fn of_another(file: Option<&Path>, prompt: &str) -> Result<Passphrase> {
    file.map_or_else(|| ask(prompt), first_line)
}

fn ask(prompt: &str) -> Result<Passphrase> {
    Ok(Passphrase::new(rpassword::prompt_password(prompt)?))
}

fn first_line(path: &Path) -> Result<Passphrase> {
    let mut line = String::new();
    BufReader::new(File::open(path)?).read_line(&mut line)?;
    let passphrase = Passphrase::new(line.trim_end_matches(['\r', '\n']).to_owned());
    zeroize::Zeroize::zeroize(&mut line);
    Ok(passphrase)
}
