//! Keys and windows of the display itself: what a keyboard sends, with no driver in between.
use crate::screen::Outcome;
use std::process::Command;

/// What `xdotool` answers.
///
/// # Errors
/// When it is not there, or says something else than text.
pub(crate) fn xdotool(words: &[&str]) -> Outcome<String> {
    let done = Command::new("xdotool").args(words).output()?;
    Ok(String::from_utf8(done.stdout)?)
}

/// The program's windows that can be seen.
///
/// # Errors
/// As `xdotool`.
pub(crate) fn windows() -> Outcome<Vec<String>> {
    Ok(xdotool(&["search", "--onlyvisible", "--name", "Ledenkluis"])?.lines().map(str::to_owned).collect())
}
