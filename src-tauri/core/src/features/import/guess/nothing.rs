//! What people and programs enter where there is no value: `-`, `onbekend`, `n.v.t.`, `NULL`, `#N/B`. The same text can be
//! a value in one column and none in another: somebody may be called Geen, and nobody's e-mail address is `geen`.
use super::meaning::Field;
use super::shape;

/// What a cell stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    /// Itself.
    Value,
    /// Nothing: as good as an empty cell.
    Nothing,
    /// Probably nothing. It is left out, and that is told.
    Doubt,
    /// A formula that failed.
    Error,
}

/// The longest such word, in letters.
const LONGEST: usize = 24;

/// A word with only its letters and digits, in lower case.
struct Word {
    letters: [u8; LONGEST],
    length: usize,
}

impl Word {
    /// `None` for text that is longer than any such word, or that has letters which none of them has.
    fn of(text: &str) -> Option<Word> {
        let mut word = Word { letters: [0; LONGEST], length: 0 };
        for c in text.chars().filter(|c| c.is_alphanumeric()) {
            *word.letters.get_mut(word.length).filter(|_| c.is_ascii())? = u8::try_from(c).ok()?.to_ascii_lowercase();
            word.length += 1;
        }
        Some(word)
    }

    fn as_str(&self) -> &str {
        self.letters.get(..self.length).and_then(|l| std::str::from_utf8(l).ok()).unwrap_or_default()
    }
}

/// Whether a cell has no value, whatever its column is about.
pub(crate) fn is_nothing(text: &str) -> bool {
    let text = text.trim();
    is_filling(text) || Word::of(text).is_some_and(|w| is_unknown(w.as_str()))
}

/// What a cell stands for in a column of this field.
pub(crate) fn stands_for(field: Field, text: &str) -> Stands {
    let text = text.trim();
    if shape::is_error(text) {
        return Stands::Error;
    }
    if is_standing(field) {
        return if is_filling(text) && !text.contains('?') { Stands::Nothing } else { Stands::Value };
    }
    // Neither is stored.
    if matches!(field, Field::Gender | Field::Iban) {
        return if is_nothing(text) { Stands::Nothing } else { Stands::Value };
    }
    if is_ditto(text) {
        return Stands::Doubt;
    }
    let Some(word) = Word::of(text) else { return Stands::Value };
    match word.as_str() {
        "" if is_filling(text) => Stands::Nothing,
        "" => Stands::Value,
        w if is_unknown(w) => Stands::Nothing,
        "idem" | "ditto" | "zieboven" | "seeabove" | "sieheoben" => Stands::Doubt,
        "geen" | "keine" | "kein" | "keiner" | "none" | "null" | "nil" | "nihil" | "nan" | "na" | "nb" | "ka"
        | "leeg" | "empty" | "leer" => none_in(field, text),
        w if w.bytes().all(|b| b == b'0') => zero_in(field),
        w if w.bytes().all(|b| b == b'x') => cross_in(field, text),
        w if is_reach(field) && is_without_reach(w) => Stands::Nothing,
        "heden" | "nu" | "present" | "now" | "heute" | "lopend" | "onbepaald" | "unbefristet" | "ongoing"
        | "current"
            if field == Field::MemberUntil =>
        {
            Stands::Nothing
        }
        _ => Stands::Value,
    }
}

/// A column of relations reads its own words: there, "unknown" is not the same as nothing said.
const fn is_standing(field: Field) -> bool {
    matches!(field, Field::Relation | Field::Status | Field::Deceased)
}

const fn is_reach(field: Field) -> bool {
    matches!(field, Field::Email | Field::Email2 | Field::Phone | Field::Mobile)
}

const fn is_name(field: Field) -> bool {
    matches!(field, Field::GivenName | Field::Surname | Field::FullName | Field::PartnerSurname)
}

/// Only dashes, dots and the like.
fn is_filling(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| {
            c.is_whitespace()
                || matches!(
                    c,
                    '-' | '?'
                        | '.'
                        | '/'
                        | '*'
                        | '_'
                        | '~'
                        | '='
                        | ':'
                        | ';'
                        | ','
                        | '|'
                        | '\\'
                        | '!'
                        | '('
                        | ')'
                        | '<'
                        | '>'
                )
                || matches!(c, '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '…' | '·' | '•' | '\u{fe0f}')
        })
}

/// The sign for "the same as above".
fn is_ditto(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, '"' | '\'' | '”' | '“' | '„' | '’' | '″' | '〃'))
}

/// Words for an unknown value that are no name, place or initials.
fn is_unknown(word: &str) -> bool {
    matches!(
        word,
        "onbekend"
            | "nvt"
            | "unknown"
            | "unbekannt"
            | "inconnu"
            | "nietbekend"
            | "nogonbekend"
            | "nognietbekend"
            | "nichtbekannt"
            | "notknown"
            | "nietvantoepassing"
            | "notapplicable"
            | "nichtzutreffend"
            | "keineangabe"
            | "keineangaben"
            | "geenopgave"
            | "nietopgegeven"
            | "nietingevuld"
            | "notprovided"
            | "notavailable"
            | "nichtangegeben"
            | "undefined"
            | "tbd"
            | "nietgevraagd"
            | "notasked"
            | "nichtgefragt"
            | "geenantwoord"
            | "noanswer"
            | "keineantwort"
            | "geengegevens"
            | "nodata"
            | "keinedaten"
    )
}

/// "geen", "none", "NULL" and the like. In a name and a place they may be the value, so the way they are written counts.
fn none_in(field: Field, text: &str) -> Stands {
    let small = !text.chars().any(char::is_uppercase);
    let letters = matches!(text.to_lowercase().as_str(), "na" | "nb" | "ka" | "n.a." | "n.b." | "k.a." | "n.a" | "n.b");
    match field {
        Field::Initials if letters => Stands::Value,
        // A town near the border.
        Field::City if text == "Leer" => Stands::Value,
        _ if is_name(field) && (letters || (!small && text != "NULL")) => Stands::Value,
        _ if is_name(field) || matches!(field, Field::City | Field::Country) => Stands::Doubt,
        _ => Stands::Nothing,
    }
}

fn zero_in(field: Field) -> Stands {
    match field {
        _ if is_reach(field) => Stands::Nothing,
        Field::BirthDate | Field::MemberSince | Field::MemberUntil | Field::Prefix | Field::PartnerPrefix => {
            Stands::Nothing
        }
        Field::HouseNumberAddition | Field::Note => Stands::Value,
        _ => Stands::Doubt,
    }
}

fn cross_in(field: Field, text: &str) -> Stands {
    match field {
        _ if is_reach(field) => Stands::Nothing,
        // Malcolm X.
        _ if is_name(field) && text == "X" => Stands::Value,
        Field::Initials | Field::HouseNumberAddition | Field::Note => Stands::Value,
        Field::BirthDate | Field::MemberSince | Field::MemberUntil => Stands::Value,
        _ => Stands::Doubt,
    }
}

/// "Has none", where an address or number would be.
fn is_without_reach(word: &str) -> bool {
    let rest = word.strip_prefix("heeft").or_else(|| word.strip_prefix("hat")).unwrap_or(word);
    let none = ["geen", "keinen", "keine", "kein", "no"].iter().find_map(|none| rest.strip_prefix(none));
    let things = [
        "email",
        "mail",
        "emailadres",
        "mailadres",
        "emailadresse",
        "mailadresse",
        "emailaddress",
        "telefoon",
        "tel",
        "telefoonnummer",
        "nummer",
        "mobiel",
        "gsm",
        "phone",
        "number",
        "mobile",
        "telefon",
        "handy",
        "internet",
        "pc",
        "computer",
        "vast",
        "",
    ];
    matches!(word, "nee" | "neen" | "nein" | "niet" | "nicht")
        || none.is_some_and(|thing| things.contains(&thing.strip_suffix("bekend").unwrap_or(thing)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(field: Field, stands: Stands, texts: &[&str]) {
        let faults: Vec<_> =
            texts.iter().map(|t| (*t, stands_for(field, t))).filter(|(_, got)| *got != stands).collect();
        assert!(faults.is_empty(), "{}: {faults:?}", field.as_str());
    }

    #[test]
    #[rustfmt::skip]
    fn what_stands_for_nothing_is_nothing_in_every_column_with_values() {
        let nothing = [
            "-", "--", "—", ".", "?", "??", "…", "***", "/", "( - )", "onbekend", "Onbekend", "(onbekend)", "unknown", "UNKNOWN",
            "unbekannt", "n.v.t.", "N.v.t.", "nvt", "n v t", "niet bekend", "Keine Angabe", "not applicable", "niet ingevuld",
        ];
        for field in Field::ALL.iter().filter(|f| !is_standing(**f)) {
            all(*field, Stands::Nothing, &nothing);
        }
        for text in nothing {
            assert!(is_nothing(text), "{text}");
        }
        for text in ["", "Onbekende", "geen", "0", "x", "N.B.", "ja", "Vraagteken ?"] {
            assert!(!is_nothing(text), "{text}");
        }
    }

    #[test]
    #[rustfmt::skip]
    fn an_error_of_a_sheet_is_told_in_every_column() {
        for field in Field::ALL {
            all(
                *field,
                Stands::Error,
                &["#N/B", "#N/A", "#REF!", "#WAARDE!", "#NV", "#DEEL/0!", "#NAAM?", "Err:502", "#####"],
            );
            all(*field, Stands::Value, &["#12 boven", "Errol"]);
        }
    }

    #[test]
    #[rustfmt::skip]
    fn in_an_address_or_a_number_none_is_nothing() {
        let none = ["geen", "Geen", "GEEN", "none", "keine", "NULL", "null", "n/a", "N/A", "n.b.", "na", "leeg", "0", "x", "xxx", "nee"];
        for field in [Field::Email, Field::Email2, Field::Phone, Field::Mobile] {
            all(field, Stands::Nothing, &none);
            all(
                field,
                Stands::Nothing,
                &["geen e-mail", "heeft geen mail", "No email", "keine E-Mail", "geen telefoon bekend", "00"],
            );
            all(field, Stands::Value, &["geheim", "via zoon", "06-", "a@b.nl", "0612345678"]);
        }
        all(Field::Street, Stands::Nothing, &["geen", "Geen", "NULL"]);
        all(Field::MemberNumber, Stands::Nothing, &["geen", "NULL", "n/a"]);
        all(Field::Note, Stands::Nothing, &["geen", "-", "NULL"]);
        all(Field::Prefix, Stands::Nothing, &["-", "geen", "0", "n/a"]);
        for field in [Field::BirthDate, Field::MemberSince, Field::MemberUntil] {
            all(field, Stands::Nothing, &["00-00-0000", "0000-00-00", "00/00/00", "0", "0000-00-00 00:00:00"]);
            all(field, Stands::Value, &["01-01-1900", "10-10-2000", "x"]);
        }
        all(Field::MemberUntil, Stands::Nothing, &["heden", "Present"]);
        all(Field::MemberSince, Stands::Value, &["heden"]);
    }

    #[test]
    #[rustfmt::skip]
    fn a_name_or_a_place_is_not_lost_in_silence() {
        for field in [Field::Surname, Field::GivenName, Field::FullName] {
            all(field, Stands::Value, &["Geen", "Nul", "Null", "Na", "NA", "Nan", "X", "None", "Van Geen"]);
            all(field, Stands::Doubt, &["geen", "NULL", "none", "x", "0", "idem", "\"", "''"]);
        }
        all(Field::City, Stands::Doubt, &["geen", "Geen", "NULL", "x", "0", "idem"]);
        all(Field::City, Stands::Value, &["Geenhoven", "Gein", "Xanten"]);
        all(Field::Country, Stands::Doubt, &["NA", "geen"]);
        all(Field::Initials, Stands::Value, &["N.A.", "NB", "X", "K.A."]);
        all(Field::HouseNumberAddition, Stands::Value, &["x", "0", "A"]);
        all(Field::MemberNumber, Stands::Doubt, &["0", "000", "x"]);
    }

    #[test]
    #[rustfmt::skip]
    fn in_a_column_of_relations_only_an_empty_sign_is_nothing() {
        for field in [Field::Relation, Field::Status, Field::Deceased] {
            all(field, Stands::Nothing, &["-", "--", "—", "."]);
            all(field, Stands::Value, &["?", "onbekend", "geen", "x", "0", "nvt"]);
        }
    }
}
