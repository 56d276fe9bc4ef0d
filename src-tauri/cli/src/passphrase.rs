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
    let typed = rpassword::prompt_password(format!("{prompt}: ")).or_refuse(Code::PassphraseNone)?;
    Ok(Passphrase::new(typed))
}

/// What is longer is no passphrase.
const MOST: u64 = 64 * 1024;

fn first_line(given: Result<Zeroizing<Vec<u8>>>) -> Result<Passphrase> {
    let text = text_of(&given?)?;
    let line = text.split('\n').next().unwrap_or_default();
    Ok(Passphrase::new(line.trim_end_matches('\r').to_owned()))
}

/// As editors save it: with a mark of the encoding at its start, or in the two bytes a letter of Windows.
fn text_of(bytes: &[u8]) -> Result<Zeroizing<String>> {
    let units = |pair: fn([u8; 2]) -> u16| bytes[2..].as_chunks().0.iter().map(move |two| pair(*two));
    let text = match bytes {
        [0xff, 0xfe, ..] => from_units(units(u16::from_le_bytes), bytes.len()),
        [0xfe, 0xff, ..] => from_units(units(u16::from_be_bytes), bytes.len()),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok().map(Zeroizing::new),
        _ => String::from_utf8(bytes.to_vec()).ok().map(Zeroizing::new),
    };
    text.or_refuse(Code::PassphraseNoText)
}

/// With room for all of it at once: what would move while it grows, is not left behind.
fn from_units(units: impl Iterator<Item = u16>, most: usize) -> Option<Zeroizing<String>> {
    let mut text = Zeroizing::new(String::with_capacity(most.saturating_mul(2)));
    for letter in char::decode_utf16(units) {
        text.push(letter.ok()?);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Option<String> {
        first_line(Ok(Zeroizing::new(bytes.to_vec()))).ok().map(|line| line.expose().clone())
    }

    #[test]
    fn a_passphrase_is_read_as_editors_save_it() {
        let phrase = "één molen 🐴";
        let utf_16 =
            |bytes: fn(u16) -> [u8; 2]| format!("\u{feff}{phrase}\r\n").encode_utf16().flat_map(bytes).collect();
        let saved: [Vec<u8>; 5] = [
            phrase.into(),
            format!("{phrase}\r\nand more").into(),
            format!("\u{feff}{phrase}\n").into(),
            utf_16(u16::to_le_bytes),
            utf_16(u16::to_be_bytes),
        ];
        for bytes in saved {
            assert_eq!(read(&bytes).as_deref(), Some(phrase), "{bytes:x?}");
        }
        assert_eq!(read(b"caf\xe9"), None);
        assert_eq!(read(&[0xff, 0xfe, 0x3d, 0xd8, 0x41, 0]), None, "half a letter");
    }
}
