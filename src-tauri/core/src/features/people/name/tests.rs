//! Names as in the official test vectors, and as people type them.
use super::*;

fn name(prefix: &str, surname: &str, partner_prefix: &str, partner: &str, name_use: NameUse) -> Name {
    Name {
        given_name: "Anneke".into(),
        prefix: prefix.into(),
        surname: surname.into(),
        partner_prefix: partner_prefix.into(),
        partner_surname: partner.into(),
        name_use,
        ..Name::default()
    }
}

#[test]
fn the_partners_name_stands_where_the_use_says() {
    let with = |u| name("in het", "Veld", "van", "Velzen", u).full_surname();
    assert_eq!(with(NameUse::Own), "in het Veld");
    assert_eq!(with(NameUse::Partner), "van Velzen");
    assert_eq!(with(NameUse::PartnerOwn), "van Velzen-in het Veld");
    assert_eq!(with(NameUse::OwnPartner), "in het Veld-van Velzen");
}

#[test]
fn lists_are_sorted_without_the_prefix() {
    let berg = name("van den", "Berg", "", "", NameUse::Own);
    assert_eq!((berg.sorted().as_str(), berg.display().as_str()), ("Berg, Anneke van den", "Anneke van den Berg"));
    assert!(berg.sort_key() < name("", "Bergen", "", "", NameUse::Own).sort_key());
    assert!(berg.sort_key() > name("", "Aalbers", "", "", NameUse::Own).sort_key());
}

/// From the test vectors of the BRP: which names are used, and when a prefix gets a capital.
#[test]
fn names_stand_as_the_registry_of_persons_writes_them() {
    use NameUse::{Own, OwnPartner, Partner, PartnerOwn};
    for (first, own, partner, name_use, written) in [
        ("", ("van", "Puffelen"), ("", ""), Own, "Van Puffelen"),
        ("R.M.", ("van", "Puffelen"), ("", ""), Own, "R.M. van Puffelen"),
        ("B.P.", ("", "Groenen"), ("van", "Velzen"), Own, "B.P. Groenen"),
        ("", ("in het", "Veld"), ("van", "Velzen"), Own, "In het Veld"),
        ("", ("in het", "Veld"), ("van", "Velzen"), Partner, "Van Velzen"),
        ("", ("in het", "Veld"), ("van", "Velzen"), PartnerOwn, "Van Velzen-in het Veld"),
        ("", ("in het", "Veld"), ("van", "Velzen"), OwnPartner, "In het Veld-van Velzen"),
        ("", ("'t", "Wolkje"), ("in het", "Zonnetje"), OwnPartner, "'t Wolkje-in het Zonnetje"),
        ("", ("Op Den", "Berghe"), ("", ""), Own, "Op Den Berghe"),
        ("", ("", "de"), ("", ""), Own, "de"),
    ] {
        let name = Name { given_name: first.into(), ..name(own.0, own.1, partner.0, partner.1, name_use) };
        assert_eq!(name.display(), written);
    }
}

#[test]
fn initials_are_a_letter_a_name() {
    for (given, initials) in [
        ("Theo Philip IJsbrand", "T.P.I."),
        ("Anne-Fleur Belle", "A.B."),
        ("Suzie Q", "S.Q"),
        ("J P", "J P"),
        ("Chantal", "C."),
        ("élise", "É."),
        ("", ""),
    ] {
        assert_eq!(initials_of(given), initials);
    }
}

#[test]
fn one_surname_is_sorted_on_its_prefix_and_then_on_the_first_name() {
    let key = |first: &str, prefix: &str| {
        let name = name(prefix, "Berg", "", "", NameUse::Own);
        Name { given_name: first.into(), ..name }.sort_key()
    };
    let mut keys = [key("Zoë", ""), key("Anneke", "van den"), key("Bram", "van"), key("Anneke", "")];
    keys.sort();
    assert_eq!(keys, [key("Anneke", ""), key("Zoë", ""), key("Bram", "van"), key("Anneke", "van den")]);
}

#[test]
fn a_prefix_may_be_left_out_shortened_or_written_in_one_word() {
    let berg = name("van den", "Berg", "", "", NameUse::Own);
    assert_eq!(berg.search_words(), ["Berg", "vandenberg", "vd"]);
    assert_eq!(other_spellings("vd Berg"), ["berg", "vdberg"]);
    assert_eq!(other_spellings("v.d. Berg"), ["berg", "vdberg"]);
    assert_eq!(other_spellings("van der berg"), ["berg", "vanderberg"]);
    assert_eq!(other_spellings("’t Hoen"), ["hoen", "thoen"]);
    for plain in ["berg", "de", "anneke berg", ""] {
        assert_eq!(other_spellings(plain), Vec::<String>::new(), "{plain}");
    }
}

#[test]
fn a_prefix_is_parted_from_the_surname_longest_first() {
    for (whole, prefix, rest) in [
        ("van den Berg", "van den", "Berg"),
        ("Van der Meer", "Van der", "Meer"),
        ("'t Hoen", "'t", "Hoen"),
        ("d'Hont", "d'", "Hont"),
        ("Dekker", "", "Dekker"),
        ("de", "", "de"),
        ("Vandenberg", "", "Vandenberg"),
    ] {
        assert_eq!(split_prefix(whole), (prefix.to_owned(), rest.to_owned()));
    }
}

#[test]
fn a_name_of_one_part_is_a_name() {
    let one = Name { surname: "Sukarno".into(), ..Name::default() };
    assert_eq!((one.sorted().as_str(), one.display().as_str(), one.badge().as_str()), ("Sukarno", "Sukarno", "S"));
}
