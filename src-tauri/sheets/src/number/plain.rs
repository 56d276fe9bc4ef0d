//! What a token of a format code shows on its own.
use super::decimal;
use super::token::Token;

impl Token {
    /// The text of a token where it takes no digits.
    pub(crate) fn plain(&self, value: f64) -> String {
        match self {
            Token::Literal(text) => text.clone(),
            Token::General => decimal::general(value),
            Token::Percent => "%".into(),
            Token::Text => decimal::general(value),
            _ => String::new(),
        }
    }
}
