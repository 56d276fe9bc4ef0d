//! Where a passphrase comes from: a file, a file descriptor or a prompt. Never an argument, never the environment.
use crate::args::Common;
use crate::given;
use ledenkluis_core::app::Passphrase;
use ledenkluis_core::error::{Code, Error, OrError, Result};
use ledenkluis_core::text::Text;
use std::path::Path;
use zeroize::Zeroizing;

/// The passphrase of the person at the keyboard.
pub(crate) fn own(common: &Common, words: Text) -> Result<Passphrase> {
    given(common).unwrap_or_else(|| match &common.user {
        Some(name) => ask(&words.get("kluis-prompt-passphrase-of", &[("name", name.as_str().into())])),
        None => ask(&words.plain("kluis-prompt-passphrase")),
    })
}

/// The passphrase of a new vault: at a prompt it is asked twice.
pub(crate) fn first(common: &Common, name: &str, words: Text) -> Result<Passphrase> {
    given(common).unwrap_or_else(|| twice(name, words))
}

/// The passphrase of somebody else, who gets access.
pub(crate) fn of_another(file: Option<&Path>, name: &str, words: Text) -> Result<Passphrase> {
    file.map_or_else(|| twice(name, words), |path| first_line(given::file(path, MOST)))
}

fn given(common: &Common) -> Option<Result<Passphrase>> {
    match (&common.passphrase_file, common.passphrase_fd) {
        (Some(file), _) => Some(first_line(given::file(file, MOST))),
        (None, Some(fd)) => Some(first_line(given::descriptor(fd, MOST))),
        (None, None) => None,
    }
}

fn twice(name: &str, words: Text) -> Result<Passphrase> {
    let once = ask(&words.get("kluis-prompt-passphrase-new", &[("name", name.into())]))?;
    let again = ask(&words.plain("kluis-prompt-passphrase-again"))?;
    if once.expose() == again.expose() { Ok(once) } else { Err(Error::new(Code::PassphraseDiffers)) }
}

fn ask(prompt: &str) -> Result<Passphrase> {
    // Whatever goes wrong here: there is no terminal to ask on.
    let typed = rpassword::prompt_password(format!("{prompt}: ")).or_missing(Code::PassphraseNone)?;
    Ok(Passphrase::new(typed))
}

/// What is longer is no passphrase.
const MOST: u64 = 64 * 1024;

fn first_line(given: Result<Zeroizing<Vec<u8>>>) -> Result<Passphrase> {
    let bytes = given?;
    let text = std::str::from_utf8(&bytes).or_missing(Code::RequestMalformed)?;
    let line = text.split('\n').next().unwrap_or_default();
    Ok(Passphrase::new(line.trim_end_matches('\r').to_owned()))
}
