//! How the page looked when a vault was last open on this computer, for the screens before the next unlock: whoever
//! reads English or large letters should not meet a small Dutch door at every start. It is kept beside the vaults,
//! because the settings themselves are locked. It says nothing about who looked.
use super::get::get;
use super::look;
use super::read::{Settings, Theme};
use crate::error::{Check, OrError, Result};
use crate::kernel::files::{read_own, write_whole};
use crate::kernel::session::Session;
use crate::text::Language;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The language, the colours and the text size of the screens before the unlock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DoorLook {
    /// The language of those screens.
    pub language: Language,
    /// The colours: light, dark, or as the system has them.
    pub theme: Theme,
    /// Percent: 90 to 200.
    pub text_size: u32,
}

/// A longer file is not ours.
const MOST: u64 = 4096;

fn path(home: &Path) -> PathBuf {
    home.join("look.json")
}

/// How it looked, if this computer knows. A file that was changed by hand may say anything, so it is checked as a
/// setting is.
pub(crate) fn door_look(home: &Path) -> Option<DoorLook> {
    let kept: DoorLook = serde_json::from_slice(&read_own(&path(home), MOST).ok()?).ok()?;
    look::check(Check::new(), Some(kept.text_size)).done().ok()?;
    Some(kept)
}

/// Keeps how it looks for the current user.
///
/// # Errors
/// When the database fails, and I/O errors.
pub(crate) fn keep_door_look(s: &Session, home: &Path) -> Result<()> {
    let Settings { language, theme, text_size, .. } = get(s)?;
    let now = DoorLook { language, theme, text_size };
    if door_look(home).as_ref() == Some(&now) {
        return Ok(());
    }
    std::fs::create_dir_all(home)?;
    write_whole(&path(home), &serde_json::to_vec(&now).or_broken()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again_and_what_is_no_setting_is_not() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(door_look(home.path()), None);
        let write = |text: &str| write_whole(&path(home.path()), text.as_bytes()).unwrap();
        write(r#"{"language":"en","theme":"dark","text_size":150}"#);
        let kept = DoorLook { language: Language::En, theme: Theme::Dark, text_size: 150 };
        assert_eq!(door_look(home.path()), Some(kept));
        for wrong in [
            r#"{"language":"fr","theme":"dark","text_size":150}"#,
            r#"{"language":"en","theme":"<b>","text_size":150}"#,
            r#"{"language":"en","theme":"dark","text_size":9000}"#,
            "{",
        ] {
            write(wrong);
            assert_eq!(door_look(home.path()), None, "{wrong}");
        }
    }
}
