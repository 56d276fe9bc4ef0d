//! Fractions: the format `# ?/?` shows 0.5 as 1/2.
use super::token::Token;

/// The largest denominator that is supported.
const LARGEST: u64 = 9_999;

/// The form of a fraction in a format.
struct Layout {
    /// The whole part is shown before the fraction.
    whole: bool,
    /// `Ok` is a fixed denominator, `Err` the largest one that fits the digits.
    denominator: Result<u64, u64>,
}

fn layout(tokens: &[Token]) -> Option<Layout> {
    let slash = tokens.iter().position(|t| *t == Token::Literal("/".into()))?;
    let is_digit = |t: &Token| matches!(t, Token::Digit(_));
    let before = tokens.get(..slash)?.iter().rev().take_while(|t| is_digit(t)).count();
    let behind: Vec<&Token> = tokens
        .iter()
        .skip(slash + 1)
        .take_while(|t| {
            is_digit(t) || matches!(t, Token::Literal(s) if s.len() == 1 && s.bytes().all(|b| b.is_ascii_digit()))
        })
        .collect();
    if before == 0 || behind.is_empty() {
        return None;
    }
    let told: String = behind
        .iter()
        .map(|t| match t {
            Token::Literal(s) => s.as_str(),
            _ => "0",
        })
        .collect();
    let fixed = behind.iter().any(|t| matches!(t, Token::Literal(_)));
    let places = u32::try_from(behind.len().min(4)).ok()?;
    let denominator =
        if fixed { Ok(told.parse().ok().filter(|n| (1..=LARGEST).contains(n))?) } else { Err(10u64.pow(places) - 1) };
    Some(Layout { whole: tokens.get(..slash - before)?.iter().any(is_digit), denominator })
}

/// Shows a number without its sign as a fraction; `None` if the format has none.
pub(crate) fn show(tokens: &[Token], value: f64) -> Option<String> {
    let layout = layout(tokens)?;
    let whole = if layout.whole { value.floor() } else { 0.0 };
    let rest = value - whole;
    // So far out a number has no part left that a fraction could show.
    if value > 9e9 {
        let fixed = layout.denominator.unwrap_or(1);
        return Some(if layout.whole { format!("{value:.0}") } else { format!("{:.0}/{fixed}", value * fixed as f64) });
    }
    let (mut numerator, denominator) = match layout.denominator {
        Ok(fixed) => ((rest * fixed as f64).round() as u64, fixed),
        Err(most) => convergent(rest, most),
    };
    let mut whole = whole as u64;
    if layout.whole && numerator >= denominator {
        whole += numerator / denominator;
        numerator %= denominator;
    }
    Some(match (layout.whole, whole, numerator) {
        (true, whole, 0) => whole.to_string(),
        (true, 0, n) => format!("{n}/{denominator}"),
        (true, whole, n) => format!("{whole} {n}/{denominator}"),
        (false, _, n) => format!("{n}/{denominator}"),
    })
}

/// The last convergent of the continued fraction that fits, as spreadsheets do it: pi is 3 1/7, not 3 14/99.
fn convergent(value: f64, most: u64) -> (u64, u64) {
    let (mut before, mut last) = ((0u64, 1u64), (1u64, 0u64));
    let mut left = value;
    while last.1 < most {
        let whole = left.floor();
        let step = |a: u64, b: u64| (whole as u64).saturating_mul(a).saturating_add(b);
        let next = (step(last.0, before.0), step(last.1, before.1));
        if next.1 > most {
            break;
        }
        (before, last) = (last, next);
        if left - whole < 5e-8 {
            break;
        }
        left = 1.0 / (left - whole);
    }
    (last.0, last.1.max(1))
}
