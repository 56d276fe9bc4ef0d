//! What a piece of a format code shows by itself.
use super::decimal;
use super::token::Token;

impl Token {
    /// What a token shows where no digits are placed.
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
