//! Names that others may have chosen, as they can be shown.

/// The name without what only steers how text is shown: control characters, directions, invisible signs.
pub(super) fn plain(name: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}')
    };
    name.trim().chars().filter(|c| !steers(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_steers_a_terminal_or_the_direction_of_text_is_not_shown() {
        assert_eq!(plain("data\u{1b}]0;x\u{7}\u{1b}[2J\n\u{202e}gnp\u{200b}.db"), "data]0;x[2Jgnp.db");
        assert_eq!(plain(" Één map (2).kluis "), "Één map (2).kluis");
    }
}
