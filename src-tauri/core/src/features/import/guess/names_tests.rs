//! Names stay as people write them.
use super::names::{NameParts, settle_prefix, split_full_name, split_surname, without_titles};

fn full(text: &str) -> String {
    let NameParts { initials, given_name, prefix, surname } = split_full_name(text);
    [initials, given_name, prefix, surname].join("|")
}

#[test]
fn a_full_name_is_taken_apart_only_where_that_is_certain() {
    for (text, right) in [
        ("Al Bakker", "|Al||Bakker"),
        ("Do Visser", "|Do||Visser"),
        ("Al van den Berg", "|Al|van den|Berg"),
        ("Van Gogh", "|||Van Gogh"),
        ("Jef Van Damme", "|Jef||Van Damme"),
        ("Lieve De Smet", "|Lieve||De Smet"),
        ("Marc Van den Broeck", "|Marc||Van den Broeck"),
        ("Els D'Hondt", "|Els||D'Hondt"),
        ("Jan Visser de", "|Jan|de|Visser"),
        ("Visser de, Jan", "|Jan|de|Visser"),
        ("Berg van den, Jan", "|Jan|van den|Berg"),
        ("Anneke vd Berg", "|Anneke|vd|Berg"),
        ("Anneke v.d. Berg", "|Anneke|v.d.|Berg"),
        ("Anneke v/d Berg", "|Anneke|v/d|Berg"),
        ("A. v. d. Berg", "A.||v. d.|Berg"),
        ("Maria de la Cruz", "|Maria|de la|Cruz"),
        ("Ursula von der Leyen", "|Ursula|von der|Leyen"),
        ("Ron McDonald", "|Ron||McDonald"),
        ("Fatima El Idrissi", "|Fatima||El Idrissi"),
        ("Jan Smit jr.", "|Jan||Smit jr."),
        ("Jan de Vries, jr.", "|Jan|de|Vries jr."),
        ("Bakkerij de Korenaar", "|||Bakkerij de Korenaar"),
        ("Stichting Vrienden van het Orgel", "|||Stichting Vrienden van het Orgel"),
        ("Basisschool De Regenboog", "|||Basisschool De Regenboog"),
        ("Jan Janssen Installatietechniek B.V.", "|||Jan Janssen Installatietechniek B.V."),
        ("V. Bakker", "V.|||Bakker"),
        ("Jan V. Bakker", "V.|Jan||Bakker"),
        ("Jan v. Bakker", "|Jan|v.|Bakker"),
        ("Sukarno", "|||Sukarno"),
        ("Truus Kant", "|Truus||Kant"),
        ("JAN VAN DEN BERG", "JAN||VAN DEN|BERG"),
        ("jan van den berg", "|jan|van den|berg"),
    ] {
        assert_eq!(full(text), right, "{text}");
    }
}

#[test]
fn a_prefix_with_a_capital_stays_part_of_the_surname() {
    for whole in [
        "De Smet",
        "Van Damme",
        "D'Angelo",
        "El Idrissi",
        "O'Brien",
        "Le Roux",
        "McDonald",
        "IJsselstein",
        "Özgür",
        "Żak",
        "'s-Gravenhage",
        "Da Silva",
        "Al-Hassan",
        "fan Dyk",
        "bin Rashid",
        "D'Hondt",
        "Van den Broeck",
        "İnce",
        "AL HASSAN",
    ] {
        assert_eq!(split_surname(whole), (String::new(), whole.to_owned()), "{whole}");
    }
    for (text, prefix, surname) in [
        ("van den Berg", "van den", "Berg"),
        ("Berg, van den", "van den", "Berg"),
        ("Berg van den", "van den", "Berg"),
        ("Visser de", "de", "Visser"),
        ("Hof van 't", "van 't", "Hof"),
        ("van den van den Berg", "van den", "Berg"),
        ("VAN DEN BERG", "VAN DEN", "BERG"),
        ("vd Berg", "vd", "Berg"),
        ("v.d. Berg", "v.d.", "Berg"),
        ("d'Hondt", "d'", "Hondt"),
        ("de la Cruz", "de la", "Cruz"),
        ("el Idrissi", "el", "Idrissi"),
        ("'t Hoen", "'t", "Hoen"),
    ] {
        assert_eq!(split_surname(text), (prefix.to_owned(), surname.to_owned()), "{text}");
    }
}

#[test]
fn a_prefix_that_is_given_twice_counts_once() {
    for (prefix, surname, right, agrees) in [
        ("van den", "van den Berg", "van den|Berg", true),
        ("van den", "Van den Berg", "van den|Berg", true),
        ("van", "van den Berg", "van den|Berg", true),
        ("de", "Visser de", "de|Visser", true),
        ("de", "Visser", "de|Visser", true),
        ("", "van den Berg", "van den|Berg", true),
        ("de", "van den Berg", "de|van den Berg", false),
        ("vd", "Berg", "vd|Berg", true),
    ] {
        let (mut p, mut s) = (prefix.to_owned(), surname.to_owned());
        assert_eq!(settle_prefix(&mut p, &mut s), agrees, "{prefix} {surname}");
        assert_eq!(format!("{p}|{s}"), right, "{prefix} {surname}");
    }
}

#[test]
fn titles_are_seen_and_names_that_look_like_them_are_not() {
    for (text, right) in [
        ("Dr. Jan Smit", "Jan Smit"),
        ("drs. A. de Vries", "A. de Vries"),
        ("prof. dr. ir. J. Smit", "J. Smit"),
        ("Jan de Vries, MSc", "Jan de Vries"),
        ("Jan de Vries MSc", "Jan de Vries"),
        ("mr. J. Smit", "J. Smit"),
        ("Smit, dr. Jan", "Smit, Jan"),
    ] {
        assert_eq!(without_titles(text), (right.to_owned(), true), "{text}");
    }
    for text in ["Ing Smit", "Jan Smit jr.", "Ma Visser", "Jan van den Berg", "dr.", "", "Mr. John Smith"] {
        assert_eq!(without_titles(text), (text.to_owned(), false), "{text}");
    }
}
