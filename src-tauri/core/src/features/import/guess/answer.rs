//! Yes and no as people write them in a cell: `x`, `nee!`, `ja (2019)`, `☐`, `no thanks`, `afgemeld op 1 mei`. Every word
//! of the cell has to be understood: "no problem" and "ja, maar niet op Facebook" are neither.
use super::dates;
use super::nothing;

/// What a cell answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// A tick, or a plain yes.
    Yes,
    /// Agreement in words: `akkoord`, `aangemeld`. Under a heading that says no it is unclear with what.
    Agreed,
    /// A plain no, or an empty box.
    No,
    /// A no in more words: `geen`, `nee bedankt`. Under a heading that says no it may repeat that.
    Declined,
    /// Signed off, or objected.
    Left,
    /// Nothing.
    Nothing,
    /// It cannot be told.
    Unread,
}

#[rustfmt::skip]
const YES: &[&str] = &[
    "ja", "j", "jawel", "yes", "y", "waar", "true", "wahr", "x", "v", "oui", "vrai", "jep", "yep", "checked", "ticked", "aangevinkt", "aan",
    "jaja",
];
#[rustfmt::skip]
const NO: &[&str] = &[
    "nee", "neen", "nein", "n", "no", "non", "onwaar", "false", "falsch", "faux", "nope", "unchecked", "uitgevinkt", "off",
];
#[rustfmt::skip]
const NOT: &[&str] =
    &["geen", "niet", "kein", "keine", "keinen", "not", "never", "nooit", "nie", "nicht", "dont", "doesnt", "pas"];
/// What may be agreed to or not.
#[rustfmt::skip]
const CONSENT: &[&str] = &[
    "akkoord", "toestemming", "ok", "oke", "oké", "okay", "agreed", "agree", "consent", "permission", "einverstanden", "einwilligung",
    "zustimmung", "toegestaan", "allowed", "erlaubt", "gewenst", "wanted", "erwünscht", "gewünscht", "graag", "gerne", "gegeven", "given",
    "granted", "verleend", "erteilt", "mag", "wel", "accoord",
];
#[rustfmt::skip]
const JOINED: &[&str] = &["aangemeld", "ingeschreven", "subscribed", "angemeldet", "abonniert", "optin", "geabonneerd"];
#[rustfmt::skip]
const LEFT: &[&str] = &[
    "afgemeld", "uitgeschreven", "opgezegd", "unsubscribed", "unsubscribe", "abgemeldet", "abbestellt", "optout", "bezwaar", "widerspruch",
    "widersprochen", "objected", "objection", "objects", "geweigerd", "weigert", "weigering", "refused", "declined", "abgelehnt",
    "verweigert", "ingetrokken", "withdrawn", "widerrufen", "stopgezet", "verboden",
];
/// Words that turn a no into a polite one.
#[rustfmt::skip]
const POLITE: &[&str] = &[
    "dank", "bedankt", "dankje", "thanks", "thank", "danke", "merci", "liever", "rather", "lieber", "interesse", "interest", "interested",
];
#[rustfmt::skip]
const FILLING: &[&str] = &[
    "sinds", "since", "seit", "per", "vanaf", "from", "ab", "op", "on", "am", "vom", "van", "von", "in", "hoor", "u", "je", "you", "please",
    "aub", "svp", "bitte", "ik", "i", "ich", "wil", "wilt", "wants", "want", "will", "möchte", "wenst", "dat", "does", "do", "to", "meer",
    "mehr", "more", "any", "dat", "datum", "date", "voor", "for", "für", "tegen", "gegen", "getekend", "signed", "januari", "februari",
    "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december", "jan", "feb", "mrt", "apr", "jun",
    "jul", "aug", "sep", "sept", "okt", "oct", "nov", "dec", "dez", "january", "february", "march", "may", "june", "july", "october",
    "januar", "februar", "märz", "mai", "dezember",
];

/// Reads an answer.
pub(crate) fn of(text: &str) -> Answer {
    let text = text.trim();
    if text.is_empty() || nothing::is_nothing(text) {
        return Answer::Nothing;
    }
    if text.len() > 80 {
        return Answer::Unread;
    }
    let lower = text.to_lowercase().replace(['\'', '’', '\u{fe0f}'], "");
    match lower.as_str() {
        "null" | "none" | "nan" | "leeg" | "empty" | "n/a" | "n.b." => return Answer::Nothing,
        "1" | "1.0" | "1,0" | "1.00" | "1,00" | "✓" | "✔" | "☑" | "√" | "✅" | "🗸" | "👍" => {
            return Answer::Yes;
        }
        "0" | "0.0" | "0,0" | "0.00" | "0,00" | "☐" | "✗" | "✘" | "❌" | "✖" | "□" | "👎" | "[ ]" | "[]" =>
        {
            return Answer::No;
        }
        _ => {}
    }
    in_words(
        &lower
            .replace("opt out", "optout")
            .replace("opt-out", "optout")
            .replace("opt in", "optin")
            .replace("opt-in", "optin")
            .replace("opted out", "optout"),
    )
}

/// A date, where a date means yes: under "signed off".
pub(crate) fn is_day(text: &str) -> bool {
    dates::looks_like_date(text.trim())
}

fn in_words(lower: &str) -> Answer {
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let is_figure = |w: &str| w.starts_with(|c: char| c.is_ascii_digit());
    let [mut yes, mut no, mut not, mut consent, mut joined, mut left, mut polite] = [0usize; 7];
    for word in words.iter().filter(|w| !is_figure(w)) {
        let counter = [
            (YES, &mut yes),
            (NO, &mut no),
            (NOT, &mut not),
            (CONSENT, &mut consent),
            (JOINED, &mut joined),
            (LEFT, &mut left),
            (POLITE, &mut polite),
        ]
        .into_iter()
        .find(|(class, _)| class.contains(word));
        match counter {
            Some((_, count)) => *count += 1,
            None if FILLING.contains(word) => {}
            None => return Answer::Unread,
        }
    }
    let figure_first = words.first().is_some_and(|w| is_figure(w));
    let agreed = consent + joined > 0;
    match (yes > 0, no > 0, not, left > 0) {
        (false, false, 0, true) if joined == 0 => Answer::Left,
        _ if figure_first || left > 0 => Answer::Unread,
        (true, false, 0, _) if polite == 0 && agreed => Answer::Agreed,
        (true, false, 0, _) if polite == 0 => Answer::Yes,
        (true, ..) => Answer::Unread,
        // "No consent" is a no; "nee, akkoord" is not clear.
        (_, true, 0, _) if agreed && words.first() != Some(&"no") => Answer::Unread,
        (_, true, 0, _) if !agreed && polite == 0 => Answer::No,
        (_, true, ..) => Answer::Declined,
        (_, _, 1, _) if joined == 0 => Answer::Declined,
        (_, _, 0, _) if agreed && polite == 0 => Answer::Agreed,
        _ => Answer::Unread,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[rustfmt::skip]
    fn an_answer_is_read_as_it_is_meant() {
        let table: &[(Answer, &[&str])] = &[
            (
                Answer::Yes,
                &[
                    "ja", "Ja", "JA!", "j", "yes", "Y", "x", "X", "[x]", "(x)", "v", "✓", "✔", "✔️", "☑", "√", "1", "1.0", "waar", "TRUE",
                    "wahr", "oui", "ja, 2019", "ja (sinds 1-5-2018)", "ja hoor", "Ja.", "x 2019", "ja per 1 mei 2020", "yes please",
                ],
            ),
            (
                Answer::Agreed,
                &["akkoord", "Toestemming", "ja graag", "ja, akkoord", "ok", "aangemeld", "einverstanden", "mag wel"],
            ),
            (
                Answer::No,
                &[
                    "nee", "Nee.", "nee!", "NEE!!", "neen", "nein", "no", "n", "N", "non", "0", "0.0", "onwaar", "false",
                    "nee (sinds 2020)", "nee, 12-3-2020", "nee hoor", "☐", "✗", "✘", "❌", "[ ]", "no.",
                ],
            ),
            (
                Answer::Declined,
                &[
                    "geen", "Geen!", "niet", "kein", "keine", "no thanks", "No, thank you", "nee bedankt", "nein danke", "nee, liever niet",
                    "wil niet", "wil ik niet", "niet akkoord", "geen toestemming", "no consent", "geen interesse", "niet meer", "nooit",
                    "mag niet", "not wanted",
                ],
            ),
            (
                Answer::Left,
                &[
                    "afgemeld", "afgemeld 12-3-2020", "12-3-2020 afgemeld", "uitgeschreven per 1 mei 2020", "Unsubscribed", "opt-out",
                    "Opted out", "bezwaar", "abgemeldet am 3.4.2019", "toestemming ingetrokken", "geweigerd", "opgezegd in 2020",
                ],
            ),
            (
                Answer::Nothing,
                &["", " ", "-", "--", "?", "onbekend", "n.v.t.", "niet ingevuld", "not asked", "niet gevraagd", "NULL"],
            ),
            (
                Answer::Unread,
                &[
                    "2", "-1", "7", "2019", "12-3-2020", "misschien", "no problem", "geen probleem", "geen bezwaar", "no objection",
                    "ja/nee", "ja, maar niet op Facebook", "alleen groepsfoto", "ja mits", "niet geen", "soms", "nee, akkoord",
                    "niet afgemeld", "Jan", "1x", "3 x", "afgemeld, weer aangemeld", "#N/B", "nee, alleen per post",
                ],
            ),
        ];
        let faults: Vec<_> = (table.iter())
            .flat_map(|(answer, texts)| texts.iter().map(|text| (*text, of(text), *answer)))
            .filter(|(_, got, right)| got != right)
            .collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    #[rustfmt::skip]
    fn a_day_is_told_from_a_number() {
        for text in ["12-3-2020", "1 mei 2019", "2020-03-12", "12.3.20"] {
            assert!(is_day(text), "{text}");
        }
        for text in ["0", "1", "2", "00-00-0000", "ja", "12:30"] {
            assert!(!is_day(text), "{text}");
        }
    }
}
