# The list of people, and adding or changing one.
people-title = Personen
people-import = Lijst importeren
people-add = Persoon toevoegen
people-tabs = Selecties
people-tab-all = Alle personen
people-tab-members = Leden
people-tab-donors = Donateurs
people-tab-volunteers = Vrijwilligers
people-tab-former = Oud-leden
people-search-in = Zoek in { $tab }
people-count = { $n ->
    [one] 1 van { $total } personen
   *[other] { $n } van { $total } personen
}
people-count-all = { $n ->
    [one] 1 persoon
   *[other] { $n } personen
}
people-empty-title = Hier komen uw leden
people-empty-body = Importeer uw lijst of voeg iemand toe.
people-searching = Zoeken...
people-none-title = Niemand gevonden
people-none-body = Zoek op een deel van de naam.
people-none-clear = Zoekvak leegmaken
people-none-tab = Zoek in alle personen
people-none-members = Nog geen leden
people-none-donors = Nog geen donateurs
people-none-volunteers = Nog geen vrijwilligers
people-none-former = Nog geen oud-leden
people-see-all = Alle personen bekijken
people-col-name = Naam
people-col-relation = Relatie
people-col-number = Lidnummer
people-col-city = Woonplaats
people-col-email = E-mailadres
people-col-phone = Telefoon
people-col-keep = Bewaren tot
people-col-newsletter = Nieuwsbrief
people-col-photos = Foto's
people-keep-while = zolang actief
people-keep-member = zolang lid
people-keep-unknown = einddatum onbekend
people-keep-nothing = geen relatie
people-keep-over = voorbij
people-born = geb. { $year }
people-number = nr. { $number }
people-on-hold = Op pauze

relation-member = Lid
relation-donor = Donateur
relation-volunteer = Vrijwilliger
relation-contact = Contactpersoon
relation-tie-member = lidmaatschap
relation-tie-donor = donateurschap
relation-tie-volunteer = vrijwilligerswerk
relation-tie-contact = contact
relation-former-member = Oud-lid
relation-former-donor = Oud-donateur
relation-former-volunteer = Oud-vrijwilliger
relation-former-contact = Oud-contactpersoon
relation-from = vanaf { $date }
relation-until = tot { $date }

edit-title-new = Persoon toevoegen
edit-title-change = { $name } wijzigen
edit-group-name = Naam
edit-group-contact = Contact
edit-group-birth = Geboortedatum
edit-group-relation = Relatie
edit-group-note = Bijzonderheden
edit-maybe = Bestaat misschien al:
edit-why = Waarom vragen we dit?
edit-why-name = Zonder naam weet u niet om wie het gaat. Alleen de achternaam moet.
edit-why-contact = Om iemand te bereiken. Vul alleen in wat u gebruikt.
edit-why-birth = Onder 16 jaar geeft een ouder toestemming. Anders laat u dit leeg.
edit-why-relation = Van de relatie hangt af hoelang u gegevens mag bewaren.
edit-note = Bijzonderheden
edit-note-warn = Deze persoon mag dit lezen. Schrijf alleen op wat echt nodig is.
edit-more-email = Nog een e-mailadres
edit-more-phone = Nog een telefoonnummer
edit-more-name = Meer over de naam
edit-added = { $name } is toegevoegd.
edit-changed = Opgeslagen.

field-initials = Voorletters
field-first = Voornaam
field-infix = Tussenvoegsel
field-last = Achternaam
field-last-the = De achternaam
field-partner-infix = Tussenvoegsel van partner
field-partner-last = Achternaam van partner
field-name-use = Welke naam gebruikt deze persoon?
field-name-use-own = Eigen naam
field-name-use-partner = Naam van partner
field-name-use-partner-own = Naam van partner en eigen naam
field-name-use-own-partner = Eigen naam en naam van partner
field-address = Straat en huisnummer
field-postcode = Postcode
field-city = Woonplaats
field-country = Land
field-email = E-mailadres
field-email-nth = E-mailadres { $n }
field-phone = Telefoon
field-phone-nth = Telefoon { $n }
field-label = Soort

label-home = Thuis
label-work = Werk
label-mobile = Mobiel
label-parent = Ouder
label-other = Anders

field-birth = Geboortedatum
field-memberno = Lidnummer
field-relation = Relatie
field-relation-none = Geen relatie
field-since = Sinds

person-field-given-name = Voornaam
person-field-initials = Voorletters
person-field-prefix = Tussenvoegsel
person-field-surname = Achternaam
person-field-partner-prefix = Tussenvoegsel van partner
person-field-partner-surname = Achternaam van partner
person-field-name-use = Welke naam u gebruikt
person-field-birth-date = Geboortedatum
person-field-member-number = Lidnummer
person-field-street = Straat en huisnummer
person-field-postcode = Postcode
person-field-city = Woonplaats
person-field-country = Land
person-field-email = E-mailadres
person-field-email-label = Soort e-mailadres
person-field-phone = Telefoon
person-field-phone-label = Soort telefoonnummer
person-field-relation = Relatie
person-field-since = Sinds
person-field-until = Tot
person-until-unknown = Einddatum onbekend
person-field-note = Bijzonderheden
person-field-added = Toegevoegd op
person-field-changed = Laatst gewijzigd op
person-field-restricted = Op pauze
person-field-restricted-until = Op pauze tot en met
person-restricted-request = Op verzoek
person-restricted-fiscal = Alleen nog bewaard voor de belasting

holder-people-identity = Naam en geboortedatum
holder-people-contact = Adres, e-mail en telefoon
holder-people-relations = Relatie met de vereniging
holder-people-note = Bijzonderheden
holder-people-record = Wanneer uw gegevens zijn vastgelegd

source-entered = Ingevoerd door de vereniging
source-imported = Uit een lijst van de vereniging
source-subject = Van uzelf
source-program = Bijgehouden door ons programma
source-partly-imported = { $source }, een deel uit een lijst van de vereniging

erased-email = { $n ->
    [one] 1 e-mailadres
   *[other] { $n } e-mailadressen
}
erased-phone = { $n ->
    [one] 1 telefoonnummer
   *[other] { $n } telefoonnummers
}
erased-relation = { $n ->
    [one] 1 relatie
   *[other] { $n } relaties
}
erased-note = Bijzonderheden
erased-person = Naam en adres
erased-birth-date = Geboortedatum
people-keep-doubted = datum onzeker

because-same-name = zelfde naam
because-same-given-name = zelfde voornaam
because-call-name = roepnaam past bij de voornaam
because-related-given-name = voornamen horen bij elkaar
because-further-given-name = een van de voornamen is gelijk
because-spelling-of-given-name = voornaam iets anders gespeld
because-same-initials = zelfde voorletters
because-same-surname = zelfde achternaam
because-part-of-surname = achternaam deels gelijk
because-spelling-of-surname = achternaam iets anders gespeld
because-same-birth-date = zelfde geboortedatum
because-swapped-birth-date = geboortedatum met dag en maand omgedraaid
because-near-birth-date = geboortedatum bijna gelijk
because-same-part-of-birth-date = bekende deel van de geboortedatum gelijk
because-same-email = zelfde e-mailadres
because-shared-email = zelfde e-mailadres als meer mensen
because-spelling-of-email = e-mailadres iets anders gespeld
because-same-phone = zelfde telefoonnummer
because-shared-phone = zelfde telefoonnummer als meer mensen
because-same-address = zelfde adres
because-same-number = zelfde lidnummer
because-shared-number = zelfde lidnummer als meer mensen
because-same-since = zelfde begindatum
because-identical = alles wat bekend is, is gelijk
because-other-given-name = andere voornaam
because-other-initials = andere voorletters
because-other-surname = andere achternaam
because-other-birth-date = andere geboortedatum
because-other-generation = zelfde verjaardag, een generatie verschil
because-other-email = ander e-mailadres
because-other-phone = ander telefoonnummer
because-other-address = ander adres
because-other-number = ander lidnummer
because-other-since = andere begindatum
because-perhaps-twins = misschien een tweeling
because-several-fit = meer mensen passen
because-taken-by-other-row = een andere rij past ook
because-too-little = te weinig bekend
