//! Columns that need protection: national identification numbers (art. 46 UAVG) are never imported, specially protected
//! data (art. 9 and 10 AVG) only if the user chooses to.
use super::plain::plain;

/// Words for specially protected data (art. 9 and 10 AVG) and for numbers of identity documents.
const SENSITIVE: [(&str, &[&str]); 6] = [
    (
        "health",
        &[
            "medisch",
            "gezondheid",
            "allergie",
            "dieet",
            "medicijn",
            "medicatie",
            "ziekte",
            "beperking",
            "handicap",
            "huisarts",
            "zorgverzeker",
            "diagnose",
            "health",
            "medical",
            "allerg",
            "diet",
            "disability",
            "gesundheit",
            "krankheit",
            "behinderung",
            "bloedgroep",
            "epilep",
            "astma",
        ],
    ),
    (
        "religion",
        &[
            "geloof",
            "religie",
            "kerkelijk",
            "kerkgenootschap",
            "religion",
            "church",
            "denomination",
            "konfession",
            "levensbeschouw",
            "gezindte",
        ],
    ),
    (
        "origin",
        &[
            "nationaliteit",
            "geboorteland",
            "etnic",
            "etnisch",
            "afkomst",
            "nationality",
            "ethnic",
            "staatsangeh",
            "nationalit",
            "verblijfsstatus",
        ],
    ),
    ("politics", &["politiek", "vakbond", "partijlid", "political", "tradeunion", "gewerkschaft"]),
    ("crime", &["strafblad", "veroordeling", "criminal", "vorstrafe"]),
    (
        "identity",
        &[
            "paspoort",
            "identiteitsbewijs",
            "idkaart",
            "rijbewijsnummer",
            "passport",
            "documentnummer",
            "personalausweis",
        ],
    ),
];

/// Headings of national identification numbers.
const STATE_NUMBERS: [&str; 19] = [
    "bsn",
    "burgerservicenummer",
    "burgerservicenr",
    "sofinummer",
    "sofinr",
    "sofi",
    "rijksregister",
    "insz",
    "socialsecurity",
    "citizenservicenumber",
    "ssn",
    "sozialversicherung",
    "svnummer",
    "svnr",
    "steueridentifikation",
    "steuerid",
    "nationalregister",
    "nationalinsurance",
    "ahvnummer",
];

/// Whether the heading names a national identification number.
pub(crate) fn is_state_number(heading: &str) -> bool {
    let plain = plain(heading);
    STATE_NUMBERS.iter().any(|n| plain == *n || (n.len() > 4 && plain.contains(n)))
        || heading.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|w| matches!(w, "bsn" | "sofi"))
        || plain.starts_with("bsn")
}

/// The kind of protected data that the heading names.
pub(crate) fn sensitive(heading: &str) -> Option<&'static str> {
    let plain = plain(heading);
    SENSITIVE.iter().find(|(_, words)| words.iter().any(|w| plain.contains(w))).map(|(kind, _)| *kind)
}
