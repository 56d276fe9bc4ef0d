//! What somebody is to the association, as lists say it: `erelid`, `oud-lid`, `donateur en vrijwilliger`, `ouder van
//! jeugdlid`, `opgezegd`, `overleden`. Read by whole words: "overleden" is no "leden". A word that is not known makes it unread.
use super::answer::{self, Answer};

/// The kind of relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Member,
    Donor,
    Volunteer,
    Contact,
    /// Not said: what the list is about.
    Usual,
}

/// What a part of a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    Runs(Kind),
    Ended(Kind),
    /// Is not, and nothing says that they ever were.
    Not,
    /// Not active, whatever that means in this list.
    Inactive,
    Died,
    Unread,
}

#[rustfmt::skip]
const DIED: &[&str] = &[
    "overleden", "overl", "ovl", "verstorben", "verst", "gestorben", "deceased", "died", "dead", "décédé", "wijlen", "rip", "overlijden",
    "verstorbene", "verstorbener", "tot",
];
/// Somebody who belongs to a member.
#[rustfmt::skip]
const KIN: &[&str] = &[
    "ouder", "ouders", "moeder", "vader", "verzorger", "verzorgster", "voogd", "partner", "echtgenoot", "echtgenote", "weduwe", "weduwnaar",
    "nabestaande", "nabestaanden", "zoon", "dochter", "broer", "zus", "opa", "oma", "grootouder", "mantelzorger", "contactpersoon",
    "contact", "parent", "parents", "mother", "father", "guardian", "spouse", "husband", "wife", "widow", "widower", "carer", "eltern",
    "elternteil", "mutter", "vater", "vormund", "ehemann", "ehefrau", "witwe", "witwer", "angehöriger", "angehörige",
    "erziehungsberechtigter", "erziehungsberechtigte", "ansprechpartner", "kontakt",
];
#[rustfmt::skip]
const CONTACT: &[&str] = &[
    "contacten", "contactpersonen", "contacts", "relatie", "relaties", "sponsor", "sponsors", "sponsoren", "leverancier", "leveranciers",
    "supplier", "suppliers", "lieferant", "lieferanten", "adverteerder", "kontakte",
];
#[rustfmt::skip]
const DONOR: &[&str] = &[
    "donateur", "donateurs", "donatrice", "donor", "donors", "donatie", "donaties", "begunstiger", "begunstigers", "spender", "spenderin",
    "spenderinnen", "gever", "gevers", "schenker", "vriend", "vriendin", "vrienden", "friend", "friends", "weldoener",
];
#[rustfmt::skip]
const VOLUNTEER: &[&str] = &[
    "vrijwilliger", "vrijwilligers", "vrijwilligster", "vrijwilligerswerk", "volunteer", "volunteers", "ehrenamt", "ehrenamtlich",
    "ehrenamtliche", "ehrenamtlicher", "ehrenamtler",
];
/// The ends of words for a member. The longest come first.
#[rustfmt::skip]
const MEMBER: &[&str] = &[
    "lidmaatschap", "mitgliedschaft", "membership", "mitglieder", "mitglieds", "mitglied", "members", "member", "leden", "lid",
];
/// Members in one word.
#[rustfmt::skip]
const CATEGORY: &[&str] = &[
    "jeugd", "jugend", "junior", "junioren", "juniors", "juniores", "senior", "senioren", "seniors", "pupil", "pupillen", "aspirant",
    "aspiranten", "youth",
];
/// What kind of member, joined to the word or before it.
#[rustfmt::skip]
const QUALITY: &[&str] = &[
    "ere", "aspirant", "jeugd", "junior", "junioren", "senior", "senioren", "pupil", "pupillen", "student", "studenten", "steunend",
    "gezins", "gast", "proef", "bestuurs", "club", "koor", "spelend", "bonds", "ehren", "förder", "fördernd", "förderndes", "jugend",
    "voll", "vol", "kinder", "einzel", "gründungs", "vorstands", "zweit", "probe", "passief", "passieve", "passiv", "passives", "passive",
    "actief", "actieve", "active", "aktiv", "aktives", "aktive", "gewoon", "gewone", "volwaardig", "buitengewoon", "bijzonder",
    "levenslang", "recreant", "recreatief", "wedstrijd", "competitie", "ordentliches", "full", "honorary", "life", "associate", "paying",
    "betalend", "board", "playing", "werkend", "nieuw", "nieuwe", "new", "neues", "huidig", "huidige", "current", "lopend", "vast", "vaste",
    "maandelijks", "maandelijkse", "jaarlijks", "jaarlijkse", "periodiek", "periodieke", "trouwe", "regular", "spielendes",
    "stemgerechtigd", "stimmberechtigtes", "volwassen", "volwassene",
];
#[rustfmt::skip]
const FORMER: &[&str] = &[
    "oud", "ex", "voormalig", "voormalige", "vroeger", "vroegere", "gewezen", "former", "ehemalig", "ehemalige", "ehemaliger", "ehemaliges",
    "früheres", "frühere", "früherer", "vml",
];
#[rustfmt::skip]
const ENDED: &[&str] = &[
    "opgezegd", "opgezegde", "opzegging", "beëindigd", "beeindigd", "uitgeschreven", "geroyeerd", "geroyeerde", "royement", "gestopt",
    "vertrokken", "afgemeld", "uitgetreden", "vervallen", "verlopen", "geschrapt", "gekündigt", "gekuendigt", "ausgetreten", "austritt",
    "abgemeldet", "ausgeschlossen", "terminated", "ended", "cancelled", "canceled", "resigned", "expelled", "expired", "lapsed", "left",
    "quit", "beendet",
];
#[rustfmt::skip]
const RUNS: &[&str] = &[
    "actief", "actieve", "active", "aktiv", "lopend", "current", "huidig", "huidige", "passief", "passieve", "passive", "passiv",
    "ingeschreven",
];
#[rustfmt::skip]
const INACTIVE: &[&str] = &["inactief", "inactieve", "inaktiv", "inaktives", "inaktive", "inactive", "nonactief"];
#[rustfmt::skip]
const NOT: &[&str] = &["geen", "niet", "kein", "keine", "nicht", "no", "not", "non", "nooit", "nie", "never"];
#[rustfmt::skip]
const ANY_MORE: &[&str] = &["meer", "mehr", "longer", "anymore"];
/// Words that change nothing.
#[rustfmt::skip]
const FILLING: &[&str] = &[
    "van", "verdienste", "de", "het", "een", "a", "an", "of", "von", "der", "die", "das", "per", "sinds", "since", "seit", "vanaf", "am",
    "op", "jaar", "jr", "jahre", "years", "tm", "categorie", "type", "soort", "club", "vereniging", "onze", "wel", "nog", "noch", "yet",
    "status", "is", "und", "en", "b", "c", "d", "e", "onbetaald", "januari", "februari", "maart", "april", "mei", "juni", "juli",
    "augustus", "september", "oktober", "november", "december", "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
];

impl Said {
    /// Whether it names a kind of relation.
    pub(crate) fn is_named(self) -> bool {
        matches!(self, Said::Runs(kind) | Said::Ended(kind) if kind != Kind::Usual)
    }
}

/// Everything that a cell says, in order.
pub(crate) fn of(text: &str) -> Vec<Said> {
    let lower = text.trim().to_lowercase();
    if lower.len() > 200 {
        return vec![Said::Unread];
    }
    match answer::of(&lower) {
        Answer::Yes => return vec![Said::Runs(Kind::Usual)],
        Answer::No => return vec![Said::Not],
        _ if matches!(lower.as_str(), "geen" | "kein" | "keine" | "none" | "niet") => return vec![Said::Not],
        _ => {}
    }
    if lower.chars().all(|c| matches!(c, '†' | '✝' | '✟' | '+')) && !lower.is_empty() {
        return vec![Said::Died];
    }
    let joined = [" en ", " and ", " und ", " et ", " plus "].iter().fold(lower, |text, and| text.replace(and, ";"));
    let joined = joined.replace("t/m", "tm").replace("passed away", "died");
    let parts = joined.split([';', ',', '/', '+', '&', '\n', '|', '(', ')']);
    let parts: Vec<Vec<&str>> = parts.map(words).filter(|p| !p.is_empty()).collect();
    let mut said: Vec<Said> = vec![];
    for part in &parts {
        let new = part_of(part);
        if !said.contains(&new) {
            said.push(new);
        }
    }
    if said.is_empty() { vec![Said::Unread] } else { said }
}

/// The words of a part. Numbers say nothing here: "lid 65+", "opgezegd per 2020".
fn words(part: &str) -> Vec<&str> {
    let words = part.split(|c: char| !c.is_alphanumeric() && c != '†');
    words.filter(|w| !w.is_empty() && !w.starts_with(|c: char| c.is_ascii_digit())).collect()
}

/// One word by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Kind(Kind),
    Former(Kind),
    Not(Kind),
}

fn word(text: &str) -> Option<Word> {
    let simple =
        [(DONOR, Kind::Donor), (VOLUNTEER, Kind::Volunteer), (CONTACT, Kind::Contact), (CATEGORY, Kind::Member)];
    let end = |ends: &[&'static str]| ends.iter().find_map(|end| text.strip_suffix(end));
    if let Some((_, kind)) = simple.iter().find(|(words, _)| words.contains(&text)) {
        return Some(Word::Kind(*kind));
    }
    let (before, kind) = end(MEMBER)
        .map(|before| (before, Kind::Member))
        .or_else(|| end(DONOR).map(|before| (before, Kind::Donor)))
        .or_else(|| end(VOLUNTEER).map(|before| (before, Kind::Volunteer)))?;
    let before = before.strip_suffix('s').filter(|b| QUALITY.contains(b)).unwrap_or(before);
    let old = FORMER.iter().find_map(|f| before.strip_prefix(f));
    match before {
        "" => Some(Word::Kind(kind)),
        "non" | "niet" | "nicht" => Some(Word::Not(kind)),
        _ if QUALITY.contains(&before) => Some(Word::Kind(kind)),
        _ if old.is_some_and(|rest| rest.is_empty() || QUALITY.contains(&rest)) => Some(Word::Former(kind)),
        _ => None,
    }
}

/// Somebody who belongs to a member, or has died.
fn beside(part: &[&str]) -> Option<Said> {
    let first = part.first().copied().unwrap_or_default();
    // Before everything else: "weduwe van overleden lid" is alive, and "ouder van lid" no former member.
    if KIN.contains(&first) {
        let of = part.get(1).is_none_or(|w| matches!(*w, "van" | "of" | "von" | "des" | "eines" | "einer" | "v"));
        return Some(if of { Said::Runs(Kind::Contact) } else { Said::Unread });
    }
    // "Tot" is dead in German and until in Dutch.
    if !part.iter().any(|w| (DIED.contains(w) && *w != "tot") || *w == "†") && part != ["tot"] {
        return None;
    }
    let adds_nothing = |w: &&str| FILLING.contains(w) || QUALITY.contains(w) || word(w).is_some();
    let known = part.iter().all(|w| DIED.contains(w) || *w == "†" || adds_nothing(w));
    Some(if known { Said::Died } else { Said::Unread })
}

/// The words of a part that count.
#[derive(Default)]
struct Heard {
    kinds: Vec<Kind>,
    former: bool,
    not: bool,
    any_more: bool,
    runs: bool,
    inactive: bool,
    quality: bool,
}

impl Heard {
    /// `None` if a word is not known.
    fn of(part: &[&str]) -> Option<Heard> {
        let mut heard = Heard::default();
        for text in part {
            match word(text) {
                Some(Word::Kind(kind)) => heard.kinds.push(kind),
                Some(Word::Former(kind)) => (heard.former, _) = (true, heard.kinds.push(kind)),
                Some(Word::Not(kind)) => (heard.not, _) = (true, heard.kinds.push(kind)),
                None if FORMER.contains(text) || ENDED.contains(text) => heard.former = true,
                None if NOT.contains(text) => heard.not = true,
                None if ANY_MORE.contains(text) => heard.any_more = true,
                None if INACTIVE.contains(text) => heard.inactive = true,
                None if QUALITY.contains(text) || RUNS.contains(text) => {
                    heard.runs |= RUNS.contains(text);
                    heard.quality |= !RUNS.contains(text) || text.starts_with("passi");
                }
                None if FILLING.contains(text) => {}
                None => return None,
            }
        }
        heard.kinds.dedup();
        Some(heard)
    }

    fn means(&self) -> Said {
        let kind = match self.kinds.as_slice() {
            [] => Kind::Usual,
            [kind] => *kind,
            _ => return Said::Unread,
        };
        let named = kind != Kind::Usual;
        match (self.not, self.former) {
            (true, false) if self.any_more && (named || self.runs) => Said::Ended(kind),
            (true, true) | (false, true) if self.any_more || self.not => Said::Unread,
            _ if self.any_more => Said::Unread,
            // "Niet-spelend lid" is a member; "niet actief" may have ended.
            (true, _) if self.quality && named => Said::Runs(kind),
            (true, _) if self.runs && !self.inactive => Said::Inactive,
            (true, _) if named && !self.inactive => Said::Not,
            (true, _) => Said::Unread,
            (false, true) => Said::Ended(kind),
            (false, false) if self.inactive => Said::Inactive,
            (false, false) if named || self.runs => Said::Runs(kind),
            (false, false) => Said::Unread,
        }
    }
}

fn part_of(part: &[&str]) -> Said {
    beside(part).unwrap_or_else(|| Heard::of(part).map_or(Said::Unread, |heard| heard.means()))
}

/// The words of a name, each without the list that it may be called: "ledenlijst".
fn name_words(lower: &str) -> Vec<&str> {
    let lists = ["lijst", "list", "liste", "bestand"];
    let bare = |w| lists.iter().find_map(|end| str::strip_suffix(w, end)).filter(|w| !w.is_empty()).unwrap_or(w);
    words(lower).into_iter().map(bare).collect()
}

/// Whether a name of a sheet or file speaks of one kind of people, and whether of those who left.
pub(crate) fn of_name(name: &str) -> Option<Said> {
    let lower = name.to_lowercase();
    let all = name_words(&lower);
    let died = all.iter().any(|w| DIED.contains(w) && *w != "tot");
    let kinds: Vec<Word> = all.iter().filter_map(|w| word(w)).collect();
    let former = all.iter().any(|w| FORMER.contains(w) || ENDED.contains(w))
        || kinds.iter().any(|w| matches!(w, Word::Former(_)));
    let not = all.iter().any(|w| NOT.contains(w)) || kinds.iter().any(|w| matches!(w, Word::Not(_)));
    let mut named: Vec<Kind> = kinds
        .iter()
        .map(|w| match w {
            Word::Kind(k) | Word::Former(k) | Word::Not(k) => *k,
        })
        .collect();
    // "Leden en oud-leden" has both.
    let both = former && named.len() > 1;
    named.dedup();
    let kind = match named.as_slice() {
        [] => Kind::Usual,
        [kind] => *kind,
        _ => return None,
    };
    match () {
        () if both => Some(Said::Runs(kind)),
        () if not && kind == Kind::Member && !former => Some(Said::Runs(Kind::Contact)),
        () if not => None,
        () if died || former => Some(Said::Ended(kind)),
        () if kind == Kind::Usual && all.iter().any(|w| KIN.contains(w)) => Some(Said::Runs(Kind::Contact)),
        () if kind == Kind::Usual => None,
        () => Some(Said::Runs(kind)),
    }
}

/// As `of_name`, for the name of a file. "Ledenlijst oud" is an old list, and "Overleden" may be about a column in it.
pub(crate) fn of_file(name: &str) -> Option<Said> {
    let lower = name.to_lowercase();
    let all = name_words(&lower);
    let joined = all.iter().any(|w| matches!(word(w), Some(Word::Former(_))));
    let beside = || all.windows(2).any(|w| matches!(w, [old, kind] if FORMER.contains(old) && word(kind).is_some()));
    match of_name(name)? {
        Said::Ended(Kind::Usual) => None,
        Said::Ended(kind) if !joined && !beside() => Some(Said::Runs(kind)),
        said => Some(said),
    }
}
