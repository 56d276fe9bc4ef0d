//! Usual headings besides those of columns that can be imported. They help to find the row with headings.
use super::meaning::{self, LONGEST};
use super::plain::plain;
use super::shape;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Headings of columns that are not imported; only letters and digits.
#[rustfmt::skip]
const USUAL: &[&str] = &[
    // What a club keeps about people.
    "nr", "nummer", "id", "no", "number", "num", "volgnr", "volgnummer", "code", "key", "uid", "uuid", "guid", "index", "rang", "rank",
    "status", "soort", "type", "categorie", "category", "kategorie", "groep", "groepen", "group", "groups", "gruppe", "team", "teams", "elftal",
    "afdeling", "abteilung", "commissie", "commissies", "werkgroep", "committee", "functie", "functies", "rol", "role",
    "funktion", "taak", "taken", "task", "aufgabe", "bestuur", "bestuurslid", "voorzitter", "chair", "chairman", "vorsitzender", "secretaris",
    "secretary", "penningmeester", "treasurer", "kassier", "trainer", "coach", "leider", "begeleider", "scheidsrechter", "jubilaris", "erelid",
    "contributie", "beitrag", "fee", "bedrag", "amount", "betrag", "prijs", "price", "preis", "kosten", "cost", "costs", "betaald", "paid",
    "bezahlt", "betaling", "payment", "betaalwijze", "incasso", "machtiging", "mandaat", "mandate", "saldo", "balance", "som", "sum", "totaal",
    "total", "summe", "aantal", "count", "quantity", "qty", "anzahl", "hoeveelheid", "korting", "discount", "valuta", "currency", "waehrung",
    "währung", "percentage", "btw", "vat", "tax", "bank", "bic", "swift", "tenaamstelling", "rekeninghouder", "kenmerk", "reference", "ref",
    "omschrijving", "description", "beschreibung", "details", "onderwerp", "subject", "betreft", "vraag", "question", "frage", "antwoord",
    "answer", "antwort", "reactie", "response", "keuze", "choice", "tekst", "text", "titel", "title", "naamgroep", "label", "tags",
    "datum", "date", "dag", "day", "maand", "month", "monat", "jaar", "year", "jahr", "jaartal", "week", "woche", "seizoen", "season",
    "tijd", "time", "zeit", "uur", "uren", "hours", "begin", "start", "eind", "einde", "end", "ende", "from", "to", "until",
    "tijdstempel", "timestamp", "zeitstempel", "aangemaakt", "created", "gewijzigd", "modified", "updated", "laatstgewijzigd", "lastmodified",
    "leeftijd", "age", "alter", "beroep", "profession", "occupation", "beruf", "opleiding", "education", "school", "klas", "class", "klasse",
    "niveau", "level", "lengte", "length", "gewicht", "weight", "maat", "size", "grösse", "kledingmaat", "kleur", "color", "colour", "farbe",
    "bedrijf", "company", "firma", "firm", "organisatie", "organisation", "organization", "organisationname", "organizationname", "companyname",
    "bedrijfsnaam", "vereniging", "verein", "club", "association", "website", "site", "url", "homepage", "web", "fax", "faxnummer", "skype",
    "twitter", "facebook", "instagram", "linkedin", "provincie", "province", "provinz", "regio", "region", "district", "wijk", "buurt",
    "county", "bundesland", "state", "locatie", "location", "zaal", "room", "raum", "gebouw", "building", "latitude", "longitude",
    "partner", "moeder", "mother", "mutter", "vader", "father", "vater", "ouder", "ouders", "parent", "parents", "eltern", "kind", "kinderen",
    "child", "children", "kinder", "verzorger", "guardian", "voogd", "gezin", "gezinslid", "family", "huishouden", "household", "noodnummer",
    "noodcontact", "emergencycontact", "contact", "contacts", "nickname", "bijnaam", "spitzname", "suffix", "jobtitle",
    "job", "product", "artikel", "article", "item", "items", "merk", "brand", "model", "formaat", "format", "bron", "source", "quelle", "doel",
    "target", "actie", "action", "prioriteit", "priority", "resultaat", "result", "ergebnis", "score", "punten", "points", "punkte",
    "waarde", "value", "wert", "gemiddelde", "average", "mean", "minimum", "maximum", "aanwezig", "present", "anwesend",
    "afwezig", "absent", "aangemeld", "registered", "deelname", "deelnemer", "participant", "teilnehmer", "beschikbaar", "available", "actief",
    "active", "aktiv", "handtekening", "signature", "unterschrift", "paraaf", "akkoord", "toestemming", "consent", "einwilligung",
    "aanwezigheid", "attendance", "taal", "language", "sprache", "species", "library", "version", "versie", "file", "bestand",
    "januari", "februari", "maart", "juni",
    "juli", "augustus", "september", "oktober", "november", "december", "january", "february", "march", "july", "october",
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "q1", "q2", "q3", "q4",
];

static BY_WORD: LazyLock<HashSet<&str>> = LazyLock::new(|| USUAL.iter().copied().collect());

/// 1 for a usual heading, 0.5 for a longer text that contains one, 0 for other text.
pub(super) fn known(heading: &str) -> f64 {
    if heading.len() > LONGEST || shape::is_error(heading) {
        return 0.0;
    }
    let whole = plain(heading);
    if meaning::is_known(heading) || BY_WORD.contains(whole.as_str()) {
        return 1.0;
    }
    // By whole words: "Voornaam kind" contains a usual heading, "Kerkstraat 5" does not.
    let mut words = heading.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() >= 4);
    let held = words.any(|w| meaning::has_meaning(w) || BY_WORD.contains(plain(w).as_str()));
    let is_name = heading.chars().any(|c| c.is_ascii_digit() || c == '@');
    if held && !is_name { 0.5 } else { 0.0 }
}
