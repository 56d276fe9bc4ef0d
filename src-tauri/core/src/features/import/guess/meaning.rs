//! What a column can mean, and its usual headings in Dutch, English and German.
use super::plain::plain;
use super::protected;
use super::purposes::{self, Asked};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

/// The longest heading in bytes, such as a question of a form.
pub(crate) const LONGEST: usize = 1_200;

/// What the values of a column are. In JSON by name: `given_name`, `consent_photos_portrait`,
/// `refusal_newsletter_others`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, ts_rs::TS)]
#[ts(type = "string")]
pub enum Meaning {
    /// One of the fixed meanings.
    Field(Field),
    /// Consent for a purpose, by the key of the purpose.
    Consent(String),
    /// A refusal of a purpose: a yes there is a no, and a no says nothing.
    Refusal(String),
}

macro_rules! fields {
    ($($name:ident = $text:literal: $($heading:literal)*;)*) => {
        /// The fixed meanings.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Field { $(#[doc = $text] $name,)* }

        impl Field {
            /// All of them, in the order of the table.
            pub const ALL: &'static [Field] = &[$(Field::$name,)*];

            /// Its name in JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(Field::$name => $text,)* }
            }
        }

        /// Headings in lower case; only letters and digits.
        const HEADINGS: &[(Field, &[&str])] = &[$((Field::$name, &[$($heading),*]),)*];
    };
}

fields! {
    FullName = "full_name":
        "naam" "name" "volledigenaam" "helenaam" "naamlid" "ledennaam" "naamvolledig" "fullname" "displayname" "contactname"
        "membername" "vollername" "namelid" "naamenvoornaam" "voorenachternaam" "contactpersoon" "weergavenaam" "ledenlijst";
    Initials = "initials":
        "voorletters" "voorletter" "initialen" "initials" "initial" "vl" "voorl" "voorlett" "initialien" "vltr" "vlt" "middleinitial";
    GivenName = "given_name":
        "voornaam" "voorn" "voornamen" "roepnaam" "firstname" "givenname" "forename" "vorname" "vornamen" "rufname" "first" "voornaamroepnaam"
        "prénom" "prenom" "callingname" "doopnaam" "vnaam" "firstnames" "givennames" "roepnamen";
    Prefix = "prefix":
        "tussenvoegsel" "tussenvoegsels" "tussenv" "voorvoegsel" "voorvoegsels" "tv" "tvgsl" "infix" "nameprefix" "surnameprefix"
        "namensvorsatz" "tussen" "tussenvoeg" "voorv" "vvgsl" "middlename" "additionalname" "lastnameprefix" "tsv" "namenszusatz";
    Surname = "surname":
        "achternaam" "achtern" "geslachtsnaam" "familienaam" "lastname" "surname" "familyname" "nachname" "familienname" "last" "achternamen"
        "zuname" "eigennaam" "meisjesnaam" "geboortenaam" "maidenname" "nomdefamille" "achternaamlid" "anaam";
    PartnerPrefix = "partner_prefix":
        "tussenvoegselpartner" "voorvoegselpartner" "partnertussenvoegsel" "voorvoegselpartnernaam" "partnerprefix" "tussenvoegselspartner";
    PartnerSurname = "partner_surname":
        "achternaampartner" "partnernaam" "naampartner" "partnerachternaam" "gehuwdenaam" "partnername" "partnersurname" "marriedname";
    BirthDate = "birth_date":
        "geboortedatum" "gebdatum" "gebdat" "geboren" "geborenop" "geboorte" "geboortedag" "verjaardag" "birthdate" "birthday"
        "dateofbirth" "dob" "born" "geburtsdatum" "geburtstag" "gbdatum" "gebdtm" "datumgeboorte" "gebdatumlid" "geb";
    Street = "street":
        "straat" "straatnaam" "street" "streetname" "strasse" "straße" "strassenname";
    HouseNumber = "house_number":
        "huisnummer" "huisnr" "nummerhuis" "housenumber" "houseno" "hausnummer" "hausnr" "hnr" "nrhuis" "streetnumber" "huisno" "hsnr";
    HouseNumberAddition = "house_number_addition":
        "toevoeging" "huisnummertoevoeging" "huisletter" "huisnrtoev" "toev" "housenumberaddition" "hausnummerzusatz" "huisnrtoevoeging"
        "nummertoevoeging" "addition" "huisnummertoev" "hnrtoevoeging";
    StreetAndNumber = "street_and_number":
        "adres" "adresregel" "adresregel1" "straatenhuisnummer" "straatennummer" "straathuisnummer" "straatnr" "address" "address1"
        "addressline1" "streetaddress" "homeaddress" "homestreet" "adresse" "anschrift" "strasseundhausnummer" "straßeundhausnummer"
        "woonadres" "straatenhuisnr" "adreshuisnr" "adreshuisnummer" "adresenhuisnummer"
        "adresenhuisnr" "adresnummer" "adresennummer" "straathuisnr" "straatplusnummer" "strassehausnr" "straßehausnr" "strassehausnummer"
        "straßehausnummer" "strasseundnr" "straßeundnr" "strnr" "streetandnumber" "streetandhousenumber" "streethousenumber" "volledigadres"
        "heleadres" "fulladdress" "adresvolledig" "adressse" "bezoekadres" "postadres" "strassenr" "straßenr" "straatenr";
    Postcode = "postcode":
        "postcode" "postkode" "pc" "zip" "zipcode" "postalcode" "plz" "postleitzahl" "homezip" "homezipcode" "zippostalcode" "postcde" "codepostal";
    City = "city":
        "plaats" "woonplaats" "plaatsnaam" "stad" "gemeente" "city" "town" "ort" "wohnort" "stadt" "homecity" "woonpl" "ville" "wohnsitz" "plaatsname"
        "postcodeplaats" "postcodewoonplaats" "postcodeenplaats" "postcodeenwoonplaats" "postcodestad" "postcodegemeente" "pcplaats"
        "pcwoonplaats" "pcenplaats" "pcenwoonplaats" "plaatspostcode" "woonplaatspostcode" "plzort" "plzundort" "plzwohnort"
        "postleitzahlort" "zipcity" "postcodecity" "postcodetown" "zipcodecity" "postalcodecity" "pcgemeente" "postcodeendorp";
    Country = "country":
        "land" "landnaam" "country" "homecountry" "landcode" "staat" "woonland" "countrycode" "pays";
    Email = "email":
        "email" "emailadres" "mail" "mailadres" "emailadress" "emailaddress" "emailprive" "primaryemail" "email1" "emailhome" "emailadresse"
        "emailadres1" "email1value" "emailvan" "epost" "elektronischepost" "emailadreslid" "primaryemailaddress" "mailadresse" "emailpersonal";
    Email2 = "email2":
        "email2" "emailadres2" "tweedeemail" "email2value" "secondaryemail" "emailwork" "emailwerk" "emailouder" "emailouders" "emailother"
        "anderemail" "tweedeemailadres" "emailpartner" "alternativeemail" "emailzakelijk";
    Phone = "phone":
        "telefoon" "telefoonnummer" "tel" "telnr" "telno" "phone" "phonenumber" "telephone" "telephonenumber" "telefon" "telefonnummer" "telefoonprive"
        "telefoonthuis" "vastnummer" "vast" "telefoonvast" "homephone" "phone1value" "telefoon1" "telefon1" "telprive" "telthuis" "contactnumber"
        "telephoneprivate" "telefoonnr" "huistelefoon" "primaryphone" "festnetz" "thuis" "phone1" "telefonprivat" "telvast" "contactphonenumber";
    Mobile = "mobile":
        "mobiel" "mobielnummer" "mobieltelefoonnummer" "gsm" "gsmnummer" "mobile" "mobilephone" "mobilenumber" "cell" "cellphone" "handy" "mobil"
        "mobiltelefon" "telefoonmobiel" "06" "06nummer" "mobieltje" "telmobiel" "mob" "mobnr" "homemobile" "handynummer" "mobielnr" "mobieletelefoon"
        "telefoon2" "mobiletelephone" "mobilnummer";
    MemberNumber = "member_number":
        "lidnummer" "lidnr" "lidno" "ledennummer" "relatienummer" "relatienr" "membernumber" "memberno" "memberid" "membershipnumber"
        "mitgliedsnummer" "mitgliednr" "mitgliedsnr" "relatiecode" "lidid" "bondsnummer" "relnr" "ledennr" "lidmaatschapsnummer" "membership" "klantnummer"
        "donateurnummer" "donateursnummer";
    Relation = "relation":
        "relatie" "soortlid" "lidsoort" "soortlidmaatschap" "typelid" "relationtype" "membertype" "membershiptype" "relatiesoort" "soortrelatie"
        "lidmaatschap" "lidcategorie" "mitgliedsart" "typelidmaatschap" "lidtype";
    Status = "status":
        "status" "statuslid" "lidstatus" "ledenstatus" "statuslidmaatschap" "membershipstatus" "memberstatus" "mitgliedsstatus" "mitgliedstatus"
        "mitgliederstatus" "actief" "actieflid" "lidactief" "active" "isactive" "aktiv";
    Deceased = "deceased":
        "overleden" "overledenop" "overledendatum" "datumoverleden" "datumoverlijden" "datumvanoverlijden" "overlijdensdatum" "overlijden"
        "sterfdatum" "deceased" "isdeceased" "deceaseddate" "deceasedon" "dateofdeath" "deathdate" "died" "diedon" "verstorben"
        "verstorbenam" "gestorben" "gestorbenam" "sterbedatum" "todesdatum" "todestag";
    MemberSince = "member_since":
        "lidsinds" "lidvanaf" "sinds" "datumlid" "ingangsdatum" "inschrijfdatum" "aanmelddatum" "datumaanmelding" "membersince" "joined" "joindate"
        "dateofjoining" "startdate" "startdatum" "mitgliedseit" "eintritt" "eintrittsdatum" "beitrittsdatum" "datuminschrijving" "begindatum" "lidper"
        "aanvanglidmaatschap" "begindatumlidmaatschap" "datumlidmaatschap" "donateursinds" "since" "lidsindsjaar" "lidsindsjaartal" "jaarlid" "jaarlidgeworden" "jaarvanlidmaatschap" "lidgewordenin" "mitgliedseitjahr"
        "eintrittsjahr" "membersinceyear" "yearjoined" "jaarvaninschrijving" "lidjaar";
    MemberUntil = "member_until":
        "lidtot" "einddatum" "uitschrijfdatum" "datumuitschrijving" "opzegdatum" "afmelddatum" "memberuntil" "enddate" "leftdate" "austritt"
        "austrittsdatum" "einddatumlidmaatschap" "lidtotenmet" "opgezegd" "opgezegdper" "beeindigd" "datumopzegging" "datumeinde" "leftwhen";
    Gender = "gender":
        "geslacht" "mv" "gender" "sex" "geschlecht" "aanhef" "anrede" "title" "titel" "salutation" "mvx" "anredeform" "aanspreektitel" "dhrmevr";
    Note = "note":
        "opmerking" "opmerkingen" "notitie" "notities" "bijzonderheden" "memo" "note" "notes" "remark" "remarks" "comment" "comments" "bemerkung"
        "bemerkungen" "notiz" "notizen" "toelichting" "aantekening" "aantekeningen" "anmerkung" "extrainformatie" "additionalinformation";
    Iban = "iban":
        "iban" "ibannummer" "rekeningnummer" "bankrekening" "bankrekeningnummer" "rekening" "rekeningnr" "banknummer" "bankaccount" "kontonummer"
        "bankaccountnumber" "accountnumber" "kontonr" "bankrek" "girorekening" "banknr" "ibannr" "bankverbindung" "bankkonto";
}

/// Fields by exact heading. Of two fields with the same heading, the first wins.
static BY_HEADING: LazyLock<HashMap<&str, Field>> = LazyLock::new(|| {
    let named = HEADINGS.iter().rev().flat_map(|(field, names)| names.iter().map(|name| (*name, *field)));
    named.collect()
});

/// What a heading says its column is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Says {
    Surely(Meaning),
    /// It is about a purpose, and says no in a way that is not understood.
    Unclear,
}

/// The meaning of an exact heading. Words for a purpose count anywhere in it.
pub(crate) fn of_heading(heading: &str) -> Option<Says> {
    if heading.len() > LONGEST {
        return None;
    }
    if let Some(field) = BY_HEADING.get(plain(heading).as_str()) {
        return Some(Says::Surely(Meaning::Field(*field)));
    }
    Some(match purposes::of_heading(heading)? {
        Asked::Consent(key) => Says::Surely(Meaning::Consent(key.to_owned())),
        Asked::Refusal(key) => Says::Surely(Meaning::Refusal(key.to_owned())),
        Asked::Unclear => Says::Unclear,
    })
}

/// Whether a heading has a meaning, without finding out which way round it asks.
pub(crate) fn has_meaning(heading: &str) -> bool {
    let plain = plain(heading);
    heading.len() <= LONGEST && (BY_HEADING.contains_key(plain.as_str()) || purposes::is_about(&plain))
}

/// Whether this is a usual heading, even if its column is never imported.
pub(crate) fn is_known(heading: &str) -> bool {
    has_meaning(heading)
        || protected::is_state_number(heading)
        || (heading.len() < 40 && protected::sensitive(heading).is_some())
}

/// Words that make a value belong to something or somebody else than the person.
const ELSEWHERE: [&str; 37] = [
    "fax",
    "werk",
    "work",
    "zakelijk",
    "business",
    "office",
    "bedrijf",
    "company",
    "organi",
    "arbeit",
    "firma",
    "assistant",
    "manager",
    "ouder",
    "parent",
    "mutter",
    "vater",
    "nood",
    "emergency",
    "type",
    "website",
    "event",
    "moeder",
    "vader",
    "mother",
    "father",
    "eltern",
    "verzorger",
    "voogd",
    "guardian",
    "partner",
    "school",
    "trainer",
    "coach",
    "leider",
    "begeleid",
    "huisarts",
];

/// The meaning of a longer heading that contains a known one: `E-mailadres (privé)`, `Telefoonnummer van het lid`.
pub(crate) fn near_heading(heading: &str) -> Option<Meaning> {
    if heading.len() > LONGEST {
        return None;
    }
    let plain = plain(heading);
    if ELSEWHERE.iter().any(|w| plain.contains(w)) {
        return None;
    }
    // "Betaalstatus" is another status.
    let own = HEADINGS.iter().filter(|(f, _)| !matches!(f, Field::Status | Field::Deceased));
    let held = own.flat_map(|(f, names)| names.iter().map(move |n| (*f, *n)));
    let best = held.filter(|(_, name)| name.len() >= 5 && plain.contains(name)).max_by_key(|(_, name)| name.len());
    best.map(|(f, _)| Meaning::Field(f))
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Meaning::Field(field) => f.write_str(field.as_str()),
            Meaning::Consent(key) => write!(f, "consent_{key}"),
            Meaning::Refusal(key) => write!(f, "refusal_{key}"),
        }
    }
}

impl FromStr for Meaning {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let field = Field::ALL.iter().find(|f| f.as_str() == text).map(|f| Meaning::Field(*f));
        let key = |prefix: &str| text.strip_prefix(prefix).filter(|k| !k.is_empty()).map(str::to_owned);
        let consent = || key("consent_").map(Meaning::Consent);
        let refusal = || key("refusal_").map(Meaning::Refusal);
        field.or_else(consent).or_else(refusal).ok_or_else(|| "no such meaning".to_owned())
    }
}

impl Serialize for Meaning {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Meaning {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}
