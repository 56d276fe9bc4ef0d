//! Headings about a purpose, and which way round they ask: a tick under "Nieuwsbrief" is a yes, one under "Geen nieuwsbrief"
//! or "Newsletter opt-out" is a no. A heading that says no is only understood if every word of it is: "Foto niet met naam"
//! and "Geen bezwaar tegen foto's" are left to the user.

/// What a heading about a purpose asks. The purposes are named by their keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    Consent(&'static str),
    Refusal(&'static str),
    /// It says no in a way that is not understood.
    Unclear,
}

/// Purposes that lists have a column for. The words may be anywhere in the heading.
#[rustfmt::skip]
const CONSENTS: [(&str, &[&str]); 5] = [
    ("photos_portrait", &["foto", "beeldmateriaal", "photo", "bildrecht", "portret", "beeldgebruik"]),
    ("newsletter_others", &["nieuwsbrief", "newsletter", "rundbrief", "mailing", "nieuwsmail"]),
    ("birthdays", &["verjaardagslijst", "verjaardagenlijst", "birthdaylist"]),
    ("face_book", &["smoelenboek"]),
    ("sponsors_share", &["sponsor"]),
];
#[rustfmt::skip]
const SOCIAL: &[&str] = &["socialmedia", "socialemedia", "sozialemedien", "facebook", "instagram"];

/// What a heading that says no can also be about, by whole words.
#[rustfmt::skip]
const REFUSED: [(&str, &[&str]); 6] = [
    ("newsletter_others", &["email", "emails", "mails", "mail", "mailen", "unsubscribed", "unsubscribe"]),
    ("photos_portrait", &["bilder", "bild", "pictures", "picture", "gefotografeerd", "fotograferen", "portretten"]),
    ("fundraising_post", &["post", "poststukken", "briefpost", "postal", "brieven"]),
    (
        "fundraising_phone",
        &["bellen", "gebeld", "telefonisch", "phone", "call", "calls", "anrufen", "anrufe", "telefoontjes"],
    ),
    ("member_list", &["ledenlijst", "teamlijst", "adreslijst", "adressenlijst", "mitgliederliste"]),
    ("birthdays", &["verjaardag", "verjaardagen", "birthday", "birthdays", "geburtstagsliste"]),
];
/// Sharing with others, if the heading names nothing else.
#[rustfmt::skip]
const SHARED: &[&str] = &[
    "delen", "gedeeld", "share", "shared", "sharing", "doorgeven", "verstrekken", "weitergeben", "weitergabe", "derden", "dritte", "trade",
];

#[rustfmt::skip]
const NOT: &[&str] = &[
    "geen", "niet", "nooit", "kein", "keine", "keinen", "keiner", "keinerlei", "nicht", "nie", "no", "not", "never", "dont", "doesnt",
];
/// Parts of words that mean a refusal by themselves.
#[rustfmt::skip]
const REFUSAL: &[&str] = &[
    "bezwaar", "bezwaren", "optout", "unsubscri", "uitgeschreven", "uitschrijv", "afgemeld", "afmeld", "opgezegd", "opzegg", "geweiger",
    "weiger", "refus", "declin", "objection", "objects", "objected", "withdraw", "ingetrokken", "intrekk", "widerspr", "abgemeldet",
    "abmeld", "abbestell", "widerruf", "abgelehnt", "verweiger", "verbod", "verboden", "verbot", "exclu", "uitsluit", "uitgesloten",
    "uitgezonderd", "ausschluss", "ausgeschlossen", "block", "blokk", "sperr", "cancel", "annul", "reject", "revok", "remove", "verwijder",
    "unwanted", "ongewenst", "unerwünscht", "disabl", "deaktiv", "uitgeschakeld", "afgewezen", "prohibit", "gekündigt", "forbidden",
    "suppress", "stopgezet",
];
/// They make it unclear where the no belongs.
#[rustfmt::skip]
const DOUBT: &[&str] = &[
    "nee", "neen", "nein", "zonder", "without", "ohne", "tenzij", "unless", "behalve", "except", "bounced", "inactief", "inactive",
    "inaktiv", "off",
];
/// Words that leave the meaning of a refusal as it is.
#[rustfmt::skip]
const FILLING: &[&str] = &[
    "wil", "wilt", "wenst", "wensen", "willen", "graag", "liever", "meer", "de", "het", "een", "onze", "ons", "ontvangen", "ontvangt",
    "krijgen", "sturen", "gestuurd", "toesturen", "versturen", "verzenden", "toezenden", "zenden", "op", "in", "uit", "van", "voor", "aan",
    "naar", "via", "per", "bij", "tegen", "over", "te", "u", "je", "ik", "mij", "mijn", "uw", "persoon", "contact", "benaderen",
    "gebruiken", "gebruik", "gebruikt", "publiceren", "publicatie", "plaatsen", "plaatsing", "geplaatst", "tonen", "delen", "gedeeld",
    "maken", "gemaakt", "nemen", "toestemming", "akkoord", "gewenst", "toegestaan", "website", "site", "internet", "web", "socialmedia",
    "social", "media", "sociale", "facebook", "instagram", "krant", "clubblad", "digitale", "digitaal", "papieren", "maandelijkse",
    "wekelijkse", "algemene", "commerciële", "reclame", "marketing", "bulk", "massa", "mass", "user", "door", "aangegeven", "gemeld",
    "status", "datum", "date", "sinds", "heeft", "is", "ben", "werd", "wordt", "worden", "mag", "mogen", "zichtbaar", "herkenbaar",
    "herkenbare", "beeld", "komt", "komen", "aub", "svp", "privacy", "avg", "gdpr", "dsgvo", "enkele", "do", "does", "want", "wants",
    "wish", "wishes", "to", "receive", "receives", "be", "the", "a", "an", "our", "any", "for", "from", "by", "of", "on", "contacted",
    "send", "sent", "use", "used", "publish", "published", "publication", "share", "shared", "sharing", "show", "shown", "take", "taken",
    "appear", "consent", "permission", "allowed", "wanted", "general", "monthly", "weekly", "customer", "person", "has", "have", "opted",
    "out", "list", "please", "at", "more", "will", "möchte", "wünscht", "erhalten", "bekommen", "senden", "zusenden", "vom", "zum", "zur",
    "der", "die", "das", "den", "im", "auf", "für", "gegen", "am", "an", "veröffentlichen", "veröffentlichung", "verwenden", "nutzen",
    "nutzung", "zeigen", "teilen", "kontaktieren", "einwilligung", "erlaubnis", "zustimmung", "erlaubt", "erwünscht", "gewünscht", "mehr",
    "werbung", "gegevens", "daten", "data", "details", "werbliche", "und", "en", "and",
];
/// Taken out before anything else: choices and notes that only look like a no.
#[rustfmt::skip]
const ASIDE: &[&str] = &[
    " ja of nee ", " yes or no ", " ja oder nein ", " ja nee ", " nee ja ", " yes no ", " ja nein ", " ja neen ", " oui non ", " j n ",
    " y n ", " 1 ja ", " 0 nee ", " 1 yes ", " 0 no ", " x ja ", " true false ", " niet verplicht ", " not required ", " not mandatory ",
    " nicht erforderlich ", " niet vereist ", " niet leden ", " niet lid ", " non members ", " non member ", " nicht mitglieder ",
];

/// What a heading asks about a purpose; `None` if it is about none.
pub(crate) fn of_heading(heading: &str) -> Option<Asked> {
    let parts: Vec<String> = heading.split(['(', ')', '[', ']', ':', ';', ',', '\n']).map(words).collect();
    let parts: Vec<Vec<&str>> =
        parts.iter().map(|p| p.split_whitespace().collect()).filter(|p: &Vec<_>| !p.is_empty()).collect();
    let noes: Vec<usize> = parts.iter().map(|p| p.iter().filter(|w| is_no(w)).count()).collect();
    let doubt = parts.iter().flatten().any(|w| DOUBT.contains(w));
    let plain: String = parts.iter().flatten().copied().collect();
    let asked = consent_of(&plain);
    if noes.iter().all(|n| *n == 0) {
        let key = asked.first()?;
        return Some(if doubt { Asked::Unclear } else { Asked::Consent(key) });
    }
    let refused = if asked.is_empty() { refused(&parts) } else { asked };
    let [key] = refused.as_slice() else { return (!refused.is_empty()).then_some(Asked::Unclear) };
    let clear = noes.iter().all(|n| *n <= 1) && is_understood(&parts, &noes, heading);
    Some(if clear { Asked::Refusal(key) } else { Asked::Unclear })
}

/// Whether a heading, in letters and digits only, is about a purpose.
pub(crate) fn is_about(plain: &str) -> bool {
    CONSENTS.iter().any(|(_, words)| words.iter().any(|w| plain.contains(w)))
}

/// The words of a part of a heading, between spaces: `doNotEmail`, `E-mail opt-out`.
fn words(part: &str) -> String {
    let mut text = String::from(" ");
    let mut small = false;
    for c in part.chars().filter(|c| !matches!(c, '\'' | '’' | '`')) {
        if small && c.is_uppercase() {
            text.push(' ');
        }
        small = c.is_lowercase();
        if c.is_alphanumeric() {
            text.extend(c.to_lowercase())
        } else if !text.ends_with(' ') {
            text.push(' ')
        }
    }
    text.push(' ');
    let joined = [
        (" e mail", " email"),
        (" opt out ", " optout "),
        (" opted out ", " optout "),
        (" social media ", " socialmedia "),
        (" sociale media ", " socialmedia "),
        (" no longer ", " not "),
        (" nicht mehr ", " nicht "),
        (" niet meer ", " niet "),
    ];
    let mut text = text.split_whitespace().fold(String::from(" "), |text, word| text + word + " ");
    for (apart, together) in joined.into_iter().chain(ASIDE.iter().map(|aside| (*aside, " "))) {
        text = text.replace(apart, together);
    }
    text
}

fn is_no(word: &str) -> bool {
    NOT.contains(&word) || is_refusal(word)
}

fn is_refusal(word: &str) -> bool {
    matches!(word, "stop" | "stopt" | "gestopt") || REFUSAL.iter().any(|stem| word.contains(stem))
}

fn consent_of(plain: &str) -> Vec<&'static str> {
    let held = CONSENTS.iter().filter(|(_, words)| words.iter().any(|w| plain.contains(w)));
    let social = SOCIAL.iter().any(|w| plain.contains(w)) && !["website", "site"].iter().any(|w| plain.contains(w));
    held.map(|(key, _)| if *key == "photos_portrait" && social { "photos_social" } else { *key }).collect()
}

fn refused(parts: &[Vec<&str>]) -> Vec<&'static str> {
    let held = |words: &[&str]| parts.iter().flatten().any(|w| words.contains(w));
    let keys: Vec<&str> = REFUSED.iter().filter(|(_, words)| held(words)).map(|(key, _)| *key).collect();
    if keys.is_empty() && held(SHARED) { vec!["sponsors_share"] } else { keys }
}

/// Whether nothing in a heading that says no can turn it round, or can be about something else.
fn is_understood(parts: &[Vec<&str>], noes: &[usize], heading: &str) -> bool {
    let all: Vec<&str> = parts.iter().flatten().copied().collect();
    let about = |w: &str| {
        CONSENTS.iter().any(|(_, words)| words.iter().any(|stem| w.contains(stem)))
            || REFUSED.iter().any(|(_, words)| words.contains(&w))
            || SHARED.contains(&w)
    };
    let known = |w: &&str| is_no(w) || about(w) || FILLING.contains(w) || w.starts_with(|c: char| c.is_ascii_digit());
    // "No." counts, and at the end it does too: "Photo no".
    let lower = heading.to_lowercase();
    let counts =
        lower.starts_with("no.") || lower.contains(" no.") || all.last() == Some(&"no") || lower.contains("no of ");
    // "Bezwaar: geen".
    let bare = noes.iter().filter(|n| **n > 0).count() > 1 && parts.iter().any(|p| p.iter().all(|w| NOT.contains(w)));
    // "Geen e-mail" may mean that there is no address, and "do not mail" is about letters in English.
    let rest: Vec<&str> = all.iter().copied().filter(|w| !NOT.contains(w)).collect();
    let absent = matches!(rest.as_slice(), ["email" | "mail" | "phone"])
        && all.iter().any(|w| matches!(*w, "geen" | "no") || w.starts_with("kein"));
    let letters = all.contains(&"mail") && all.iter().any(|w| matches!(*w, "do" | "not" | "no" | "dont" | "does"));
    // "Afgemeld per e-mail" says how.
    let how = all
        .windows(2)
        .any(|w| matches!(w, ["per" | "via" | "by", way] if REFUSED.iter().any(|(_, words)| words.contains(way))));
    let how = how && all.iter().any(|w| is_refusal(w));
    all.iter().all(known) && !counts && !bare && !absent && !letters && !how
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(heading: &str) -> String {
        match of_heading(heading) {
            None => String::new(),
            Some(Asked::Unclear) => "unclear".to_owned(),
            Some(Asked::Consent(key)) => format!("consent_{key}"),
            Some(Asked::Refusal(key)) => format!("refusal_{key}"),
        }
    }

    #[test]
    #[rustfmt::skip]
    fn a_heading_that_says_no_is_a_refusal() {
        let table: &[(&str, &[&str])] = &[
            (
                "refusal_newsletter_others",
                &[
                    "Geen nieuwsbrief", "geen nieuwsbrief ontvangen", "Newsletter opt-out", "Newsletter Opt Out", "Unsubscribed",
                    "Unsubscribed from newsletter", "Do not email", "doNotEmail", "do_not_email", "NO BULK EMAILS",
                    "No Bulk Emails (User Opt Out)", "Bezwaar mailing", "Afgemeld voor nieuwsbrief", "Nieuwsbrief afgemeld",
                    "kein Newsletter", "Keinen Newsletter", "Widerspruch Newsletter", "Newsletter abbestellt", "Wil geen nieuwsbrief",
                    "Does not want to receive our newsletter", "Don't email", "HasOptedOutOfEmail", "email_opt_out",
                    "Geen nieuwsbrief (ja/nee)", "Nieuwsbrief: niet gewenst", "Uitgeschreven nieuwsbrief op", "Geen e-mails", "Niet mailen",
                    "Nieuwsbriefafmelding", "Newsletterabmeldung", "niet meer nieuwsbrief sturen", "Opgezegd: nieuwsbrief",
                    "Exclude from mailing", "Newsletter cancelled", "Mailing geblokkeerd", "Nieuwsbrief stop", "Removed from mailing list",
                    "Kein Newsletter gewünscht", "Möchte keinen Newsletter", "Opt-out: geen nieuwsbrief", "Datum uitschrijving nieuwsbrief",
                    "Geen mailings", "Mailing: bezwaar",
                ],
            ),
            (
                "refusal_photos_portrait",
                &[
                    "Bezwaar tegen foto's", "Niet op foto", "Geen foto's op website", "Geen foto’s", "Keine Fotos",
                    "Widerspruch gegen Fotos", "No photos", "no_photo", "Foto's niet publiceren", "Fotoverbod", "Photo refused",
                    "Foto: geen toestemming", "Geen toestemming foto's", "Wil niet op de foto", "Widerspruch Fotoveröffentlichung",
                    "Kein Foto im Internet", "Nicht fotografieren", "photo_optout", "Keine Bilder", "Niet gefotografeerd worden",
                    "Objection to photos", "Foto's geweigerd", "Intrekking toestemming foto's",
                ],
            ),
            (
                "refusal_photos_social",
                &["Geen foto's op Facebook", "Geen foto's op social media", "Niet op foto sociale media"],
            ),
            ("refusal_fundraising_post", &["Wil geen post", "Geen post", "Keine Post", "Bezwaar tegen post"]),
            ("refusal_fundraising_phone", &["Niet bellen", "Do not call", "Do not phone", "Nicht anrufen"]),
            (
                "refusal_sponsors_share",
                &["Privacy: niet delen", "Gegevens niet delen", "Do not share", "Geen sponsors"],
            ),
            ("refusal_face_book", &["Niet in smoelenboek"]),
            ("refusal_member_list", &["Niet op ledenlijst"]),
        ];
        let asked = table.iter().flat_map(|(meaning, all)| all.iter().map(move |heading| (*meaning, *heading)));
        let faults: Vec<_> = asked.map(|(m, h)| (h, asks(h), m)).filter(|(_, got, right)| got != right).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    #[rustfmt::skip]
    fn a_heading_that_asks_is_a_consent() {
        let table: &[(&str, &[&str])] = &[
            (
                "consent_newsletter_others",
                &[
                    "Nieuwsbrief", "Nieuwsbrief?", "Newsletter (yes/no)", "Nieuwsbrief j/n", "Nieuwsbrief: ja of nee",
                    "Nieuwsbrief (niet verplicht)", "Wilt u de nieuwsbrief ontvangen?", "Nieuwsbrief niet-leden", "Newsletter opt-in",
                    "Mailinglijst", "Newsletter (Ja/Nein)",
                ],
            ),
            (
                "consent_photos_portrait",
                &[
                    "Foto's op de site", "Toestemming foto's", "Foto ja/nee", "Photo consent", "Bildrechte",
                    "Foto's op website en social media",
                ],
            ),
            ("consent_photos_social", &["Foto's op Facebook", "Foto op social media"]),
            ("consent_face_book", &["Smoelenboek"]),
        ];
        let asked = table.iter().flat_map(|(meaning, all)| all.iter().map(move |heading| (*meaning, *heading)));
        let faults: Vec<_> = asked.map(|(m, h)| (h, asks(h), m)).filter(|(_, got, right)| got != right).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    #[rustfmt::skip]
    fn a_heading_whose_direction_is_not_certain_is_left_to_the_user() {
        let unclear = [
            "Geen bezwaar tegen foto's", "No objection to photos", "Kein Widerspruch gegen Fotos", "Niet afgemeld voor nieuwsbrief",
            "Newsletter (no opt-out)", "Not unsubscribed", "Geen foto's zonder toestemming", "Foto niet met naam",
            "Nieuwsbrief, geen foto's", "Nieuwsbrief wel/niet", "Newsletter inactive", "Newsletter bounced", "Foto's behalve website",
            "Photo no", "No. of photos", "Photo No.", "Foto's nee", "Nieuwsbrief (x = geen)", "Geen e-mail", "Do not mail",
            "Bezwaar nieuwsbrief: geen", "Niet alle foto's", "Foto's: ja, niet op Facebook", "Alleen e-mail, geen post", "Foto zonder naam",
            "Afgemeld per e-mail", "Do not email / do not call", "Geen foto's in nieuwsbrief",
        ];
        let none = ["Opt-out", "Afgemeld", "Bezwaar", "Niet actief", "E-mail", "Telefoon", "Post", "Geen lid", "Postcode", "Delen"];
        let all = unclear.iter().map(|h| (*h, "unclear")).chain(none.iter().map(|h| (*h, "")));
        let faults: Vec<_> = all.map(|(h, right)| (h, asks(h), right)).filter(|(_, got, right)| got != right).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }
}
