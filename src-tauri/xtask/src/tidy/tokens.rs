//! Rust source as tokens, without comments, texts and characters: what is written there is no code.

/// A token and where it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) at: usize,
    pub(crate) text: &'a str,
}

impl Token<'_> {
    /// Whether it is a name or a keyword.
    pub(crate) fn is_name(&self) -> bool {
        self.text.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
    }
}

/// The tokens of a file. A text or a character becomes one token `"`, and a number one token `0`.
pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = source[at..].chars().next() {
        let rest = &source[at..];
        let (length, text) = match letter {
            _ if letter.is_whitespace() => (letter.len_utf8(), ""),
            _ if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), ""),
            _ if rest.starts_with("/*") => (comment(rest), ""),
            _ if let Some(length) = quoted(rest) => (length, "\""),
            '\'' => (1, "'"),
            _ if rest.starts_with("::") => (2, "::"),
            _ if letter.is_ascii_digit() => (word(rest), "0"),
            _ if letter.is_alphabetic() || letter == '_' => {
                let raw = if rest.starts_with("r#") { 2 } else { 0 };
                let length = raw + word(&rest[raw..]);
                (length, &rest[raw..length])
            }
            _ => (letter.len_utf8(), &rest[..letter.len_utf8()]),
        };
        if !text.is_empty() {
            found.push(Token { at, text });
        }
        at += length;
    }
    found
}

fn word(rest: &str) -> usize {
    rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len())
}

/// The length of a comment in `/*` and `*/`, which may contain others.
fn comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        if here.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

/// The length of a text or a character, if one begins here. A lifetime is neither.
fn quoted(rest: &str) -> Option<usize> {
    let plain = rest.trim_start_matches(['b', 'c']);
    let prefix = rest.len() - plain.len();
    if prefix > 1 {
        return None;
    }
    if let Some(raw) = plain.strip_prefix('r') {
        let inside = raw.trim_start_matches('#');
        let end = format!("\"{}", &raw[..raw.len() - inside.len()]);
        let text = inside.strip_prefix('"')?;
        let before = rest.len() - text.len();
        return Some(text.find(&end).map_or(rest.len(), |at| before + at + end.len()));
    }
    if let Some(text) = plain.strip_prefix('"') {
        return Some(prefix + 1 + closed(text, '"').unwrap_or(text.len()));
    }
    let inside = plain.strip_prefix('\'')?;
    let first = inside.chars().next()?;
    let is_character = first == '\\' || inside[first.len_utf8()..].starts_with('\'');
    is_character.then(|| prefix + 1 + closed(inside, '\'').unwrap_or(inside.len()))
}

/// The length up to and with the closing mark, over what a backslash protects.
fn closed(text: &str, mark: char) -> Option<usize> {
    let mut protected = false;
    for (at, letter) in text.char_indices() {
        match letter {
            _ if protected => protected = false,
            '\\' => protected = true,
            _ if letter == mark => return Some(at + letter.len_utf8()),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_code_is_no_token() {
        let words =
            |source: &str| tokens(source).iter().map(|token| token.text.to_owned()).collect::<Vec<_>>().join(" ");
        assert_eq!(words("a::b // crate::c\n/* d /* e */ f */ g"), "a :: b g");
        assert_eq!(
            words(r####"x("crate::a \" b", r#"c " d"#, b"e", 'f', '\'', '"') y"####),
            "x ( \" , \" , \" , \" , \" , \" ) y"
        );
        assert_eq!(words("fn a<'s>(b: &'s str) -> c<'_>"), "fn a < ' s > ( b : & ' s str ) - > c < ' _ >");
        assert_eq!(words("r#type 0x2F 1..2"), "type 0 0 . . 0");
    }
}
