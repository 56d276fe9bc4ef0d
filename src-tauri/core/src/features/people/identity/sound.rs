//! How names sound to somebody who types them: spelling differences of Dutch names fall away. And typing errors.

/// The sound of a folded name of letters only: `dijkstra` and `dykstra`, `sofie` and `sophie` are the same.
pub(super) fn sound(name: &str) -> String {
    let pairs = [
        ("sch", "sg"),
        ("ph", "f"),
        ("th", "t"),
        ("ck", "k"),
        ("ks", "x"),
        ("qu", "kw"),
        ("ij", "i"),
        ("ei", "i"),
        ("ey", "i"),
        ("dt", "t"),
        ("ou", "au"),
        ("ow", "au"),
        ("ch", "g"),
        ("ae", "a"),
        ("ue", "u"),
        ("uy", "ui"),
    ];
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let (written, heard) = match pairs.iter().find(|(pair, _)| rest.starts_with(pair)) {
            Some((pair, heard)) => (pair.len(), *heard),
            None => (first.len_utf8(), one(first, rest)),
        };
        let letters = if heard.is_empty() { rest.get(..written).unwrap_or_default() } else { heard };
        for letter in letters.chars() {
            if !out.ends_with(letter) {
                out.push(letter);
            }
        }
        rest = rest.get(written..).unwrap_or_default();
    }
    if out.ends_with('d') {
        out.pop();
        out.push('t');
    }
    out
}

/// What one letter sounds like; empty for itself.
fn one(letter: char, rest: &str) -> &'static str {
    match letter {
        'c' if rest.get(1..2).is_some_and(|next| "eiy".contains(next)) => "s",
        'c' | 'q' => "k",
        'z' => "s",
        'v' => "f",
        'y' | 'j' => "i",
        _ => "",
    }
}

/// A coarse key for looking names up: the first letter of the sound and the set of its consonants. It survives swapped,
/// doubled and forgotten vowels, and swapped or doubled consonants.
pub(super) fn coarse(name: &str) -> String {
    let sound = sound(name);
    let mut letters = sound.chars();
    let mut out: String = letters.next().into_iter().collect();
    let mut consonants: Vec<char> = letters.filter(|c| !"aeiou".contains(*c)).collect();
    consonants.sort_unstable();
    consonants.dedup();
    out.extend(consonants);
    out
}

/// A longer word is no name, and its distance would take long.
const LONGEST: usize = 64;

/// Is one a mistyped form of the other? Both folded. One letter too many, too few, other or swapped with its neighbour;
/// two from eight letters on. Names of fewer than four letters are never typing errors of each other.
pub(super) fn is_typo(a: &str, b: &str) -> bool {
    let (long, short) = (a.chars().count().max(b.chars().count()), a.chars().count().min(b.chars().count()));
    let allowed = if long >= 8 { 2 } else { 1 };
    // Letters that only one of them has: one slip changes at most two. This spares most distances.
    let only_one = (letters(a) ^ letters(b)).count_ones();
    let near = short >= 4 && long <= LONGEST && long - short <= allowed && a != b && only_one as usize <= 2 * allowed;
    near && strsim::osa_distance(a, b) <= allowed
}

/// The set of the letters of a text, in bits; letters beyond a to z share one.
fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |set, byte| set | 1 << if byte.is_ascii_lowercase() { byte - b'a' } else { 31 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_sound_are_the_same() {
        for (a, b) in [
            ("dijkstra", "dykstra"),
            ("sofie", "sophie"),
            ("esther", "ester"),
            ("meijer", "meyer"),
            ("meijer", "meier"),
            ("visser", "fisser"),
            ("schmidt", "schmitt"),
            ("luuk", "luk"),
            ("jansen", "janssen"),
        ] {
            assert_eq!(sound(a), sound(b), "{a} {b}");
        }
        for (a, b) in [("bos", "bosch"), ("smit", "smits"), ("jan", "jaap"), ("marieke", "mariette")] {
            assert_ne!(sound(a), sound(b), "{a} {b}");
        }
    }

    #[test]
    fn the_coarse_key_survives_typing_errors() {
        for typed in ["hedenriks", "hendirks", "hendrriks", "hendrks"] {
            assert_eq!(coarse("hendriks"), coarse(typed), "{typed}");
        }
    }

    #[test]
    fn a_typing_error_is_small_for_the_length() {
        assert!(is_typo("dijkstra", "dijktsra") && is_typo("visser", "viser") && is_typo("hendriks", "hendirkss"));
        assert!(!is_typo("bos", "vos") && !is_typo("visser", "vissers2x") && !is_typo("smit", "smit"));
    }
}
