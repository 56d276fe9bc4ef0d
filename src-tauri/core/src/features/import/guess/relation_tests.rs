//! Relations as lists say them.
use super::relation::{Kind, Said, of, of_file, of_name};
use Kind::{Contact, Donor, Member, Usual, Volunteer};
use Said::{Died, Ended, Inactive, Not, Runs, Unread};

#[rustfmt::skip]
const SAID: &[(&[Said], &[&str])] = &[
    (
        &[Runs(Member)],
        &[
            "lid", "Lid", "LEDEN", "erelid", "ere-lid", "aspirant-lid", "aspirantlid", "jeugdlid", "lid van verdienste", "member",
            "Full member", "honorary member", "Mitglied", "Ehrenmitglied", "passives Mitglied", "Fördermitglied", "junior",
            "Senioren", "lid 65+", "jeugdlid t/m 12 jaar", "niet-spelend lid", "gewoon lid", "lid sinds 1990", "actief lid",
            "membership", "gezinslid", "lid B",
        ],
    ),
    (
        &[Ended(Member)],
        &[
            "oud-lid", "oud lid", "oudlid", "Oud-leden", "ex lid", "ex-lid", "exlid", "voormalig lid", "former member",
            "ehemaliges Mitglied", "Exmitglied", "lid opgezegd", "opgezegd lid", "geen lid meer", "niet meer lid",
            "kein Mitglied mehr", "no longer a member", "oud-jeugdlid", "oudjeugdlid", "vroeger erelid",
        ],
    ),
    (
        &[Ended(Usual)],
        &["opgezegd", "Opgezegd per 1-1-2020", "geroyeerd", "uitgeschreven", "gekündigt", "cancelled", "niet meer actief"],
    ),
    (&[Runs(Usual)], &["actief", "Active", "aktiv", "passief", "ja", "x", "1"]),
    (
        &[Inactive],
        &["inactief", "niet actief", "non-actief", "inaktiv", "inactive", "not active", "inactief lid"],
    ),
    (
        &[Not],
        &[
            "geen lid", "niet-lid", "non-member", "not a member", "Nichtmitglied", "kein Mitglied", "nog geen lid", "nee", "geen",
            "0",
        ],
    ),
    (
        &[Died],
        &[
            "overleden", "Overleden", "overleden lid", "deceased", "verstorben", "†", "+", "lid †", "overl.",
            "overleden op 3-2-2021", "passed away", "tot",
        ],
    ),
    (
        &[Runs(Contact)],
        &[
            "ouder", "ouder van lid", "ouder van jeugdlid", "Ouders", "parent of member", "Mutter von Mitglied",
            "weduwe van overleden lid", "contactpersoon", "contact", "sponsor", "verzorger",
        ],
    ),
    (
        &[Runs(Donor)],
        &["donateur", "vaste donateur", "Begunstiger", "donor", "vriend", "Spender", "vriend van de club"],
    ),
    (&[Ended(Donor)], &["oud-donateur", "ex-donateur", "former donor"]),
    (&[Runs(Volunteer)], &["vrijwilliger", "Volunteer", "ehrenamtlich"]),
    (
        &[Runs(Donor), Runs(Volunteer)],
        &["donateur en vrijwilliger", "Donateur/vrijwilliger", "donor, volunteer", "Spender und Ehrenamtler"],
    ),
    (&[Ended(Member), Runs(Donor)], &["oud-lid, donateur", "ex-lid en donateur"]),
    (&[Runs(Member), Ended(Usual)], &["lid (opgezegd)", "lid / opgezegd"]),
    (&[Not, Runs(Donor)], &["geen lid, wel donateur"]),
    (
        &[Unread],
        &[
            "slapend lid", "kandidaat", "kandidaat-lid", "wachtlijst", "werkgever", "geleden", "ouder lid", "onbekend", "?",
            "invalide", "betaald", "lid tot 2020", "niet opgezegd", "familielid", "solide", "lidl", "nieuw", "geschorst",
            "Altmitglied", "12", "commissielid", "bijna overleden door ziekte", "stamlid", "12-3-2020",
        ],
    ),
];

#[test]
fn a_relation_is_read_by_whole_words() {
    let faults: Vec<_> = (SAID.iter())
        .flat_map(|(said, texts)| texts.iter().map(|text| (*text, of(text), *said)))
        .filter(|(_, got, right)| got != right)
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
#[rustfmt::skip]
fn the_name_of_a_sheet_tells_who_are_in_it() {
    let table: &[(Option<Said>, &[&str])] = &[
        (
            Some(Ended(Member)),
            &["Oud-leden", "oud leden 2023", "Ex-leden", "Former members", "Ehemalige Mitglieder", "overleden leden", "Oudleden"],
        ),
        (Some(Ended(Usual)), &["Opgezegd", "Overleden", "ehemalige", "opgezegd 2023"]),
        (Some(Ended(Donor)), &["oud-donateurs"]),
        (Some(Runs(Member)), &["Leden", "ledenlijst.csv", "Members 2026", "Leden en oud-leden", "jeugdleden"]),
        (Some(Runs(Donor)), &["Donateurs", "donateurs.xlsx", "Donateurslijst 2026"]),
        (Some(Runs(Volunteer)), &["Vrijwilligers", "vrijwilligerslijst.csv"]),
        (Some(Runs(Contact)), &["Contacten", "Ouders", "Niet-leden", "non-members"]),
        (None, &["Blad1", "Sheet1", "", "verleden", "Leden en donateurs", "extern", "Houders"]),
    ];
    let faults: Vec<_> = (table.iter())
        .flat_map(|(said, names)| names.iter().map(|name| (*name, of_name(name), *said)))
        .filter(|(_, got, right)| got != right)
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_name_of_a_file_tells_less_than_that_of_a_sheet() {
    let table = [
        ("oud-leden 2025.csv", Some(Ended(Member))),
        ("oudledenlijst.xlsx", Some(Ended(Member))),
        ("former_members.csv", Some(Ended(Member))),
        ("ledenlijst oud.csv", Some(Runs(Member))),
        ("donateurs.csv", Some(Runs(Donor))),
        ("overleden.csv", None),
        ("oud.xls", None),
        ("export.csv", None),
    ];
    for (name, said) in table {
        assert_eq!(of_file(name), said, "{name}");
    }
}
