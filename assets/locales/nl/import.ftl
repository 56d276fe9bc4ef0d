# Bringing in a list from a file.
import-title = Lijst importeren
import-title-file = Welk bestand wilt u importeren?
import-title-sheet = Op welk blad staat de lijst?
import-title-header = Wat voor lijst is dit?
import-title-columns = Kloppen de kolommen?
import-title-problems = Kijk naar de problemen
import-title-check = Klopt dit?
import-title-run = Bezig met importeren
import-step-file = Bestand
import-step-sheet = Werkblad
import-step-columns = Kolommen
import-step-problems = Problemen
import-step-check = Controleren
import-file-hint = Excel, LibreOffice of CSV. Uw bestand verandert niet.
import-file-choose = Bestand kiezen
import-file-other = Ander bestand kiezen
import-file-reading = Bezig met lezen...
import-file-drop = Sleep uw bestand hierheen of kies het
import-reading = Bestand lezen
import-checking = Rijen nakijken
import-file-facts = { $n ->
    [one] { $file }, blad ‘{ $sheet }’, 1 rij
   *[other] { $file }, blad ‘{ $sheet }’, { $n } rijen
}
import-file-facts-plain = { $n ->
    [one] { $file }, 1 rij
   *[other] { $file }, { $n } rijen
}
import-sheet = Blad
import-sheet-rows = { $n ->
    [one] 1 rij
   *[other] { $n } rijen
}
import-sheet-hidden = verborgen in uw programma
import-header-row = Rij met de namen van de kolommen
import-header-rows = De eerste rijen van uw bestand
import-header-hint = Wij denken dat dit rij { $n } is. Klopt dat niet? Kies een andere rij.
import-header-none = Wij zien geen rij met kolomnamen. Kies de juiste rij.
import-header-absent = Er is geen rij met namen
import-header-choose = Rij { $n } heeft de namen
import-row = Rij
import-col-yours = Uw kolom
import-col-sample = Voorbeelden
import-col-becomes = Wordt in Ledenkluis
import-col-sure = Zekerheid
import-col-becomes-of = { $column } wordt
import-columns-label = Kolommen in uw bestand
import-sure = Zeker
import-look = Kijk even
import-unknown = Niet herkend
import-chosen = Zelf gekozen
import-sensitive = Gevoelig
import-forbidden = Mag niet
import-skip = Niet importeren
import-hidden = verborgen
import-bsn = Verenigingen mogen het BSN bijna nooit bewaren. Wij slaan deze kolom over.
import-bsn-why = Alleen als een wet het zegt, mag een vereniging het BSN gebruiken. (Artikel 46 UAVG)
import-sensitive-why = Hier kan iets over gezondheid of geloof staan. Neem alleen mee wat echt nodig is.
import-noproof = Ja, maar zonder bewijs
import-status-ended = Gestopt
import-refused = Nee: dat blijft een nee
import-preview = Zo wordt rij { $n }
import-preview-next = Volgende rij
import-preview-previous = Vorige rij
import-preview-left = Niet overgenomen
import-nothing = Er is nog niets geïmporteerd.
import-sum = { $sure } kolommen herkend, { $look } om te bekijken, { $skip } overgeslagen.
import-relation = Wat voor lijst is dit?
import-relation-member = Leden
import-relation-donor = Donateurs
import-relation-volunteer = Vrijwilligers
import-relation-contact = Contactpersonen
import-ended = Deze mensen zijn gestopt
import-date-order = Volgorde in datums
import-date-order-dmy = dag, maand, jaar (4-12-1958)
import-date-order-mdy = maand, dag, jaar (12-4-1958)
import-date-order-ymd = jaar, maand, dag (1958-12-4)
import-to-sheet = Verder naar werkblad
import-to-columns = Verder naar kolommen
import-to-problems = Verder naar problemen
import-to-check = Verder naar controle
import-problems-none = Geen problemen gevonden
import-problems-none-body = Alle rijen zijn goed te lezen.
import-problems-intro = Deze waarden slaan wij over. De rest van de rij gaat mee.
import-problems-group = { $n ->
    [one] { $what }: 1 keer
   *[other] { $what }: { $n } keer
}
import-problems-where = Rij { $row }, kolom { $column }
import-problems-row = Rij { $row }
import-problems-save = Problemen bewaren als bestand
import-problems-file = Problemen bij importeren.csv
import-problems-more = en nog { $n }
import-problem-email = Geen geldig e-mailadres
import-problem-date = Geen datum
import-problem-date-future = Datum in de toekomst
import-problem-date-order = Einde ligt voor het begin
import-problem-phone = Geen telefoonnummer
import-problem-postcode = Geen postcode
import-problem-choice = Onbekende waarde
import-problem-too-long = Te lange tekst
import-problem-required = Geen naam
import-problem-bsn = Lijkt op een BSN
import-problem-ragged-row = Meer of minder velden dan kolommen
import-problem-lost-characters = Onleesbare tekens
import-problem = Probleem
import-problem-left-out-row = Geen persoon: een totaal of een voetnoot
import-problem-formula-without-value = Formule zonder uitkomst: open en bewaar het bestand in Excel
import-problem-member-number-taken = Iemand anders heeft dit lidnummer ook
import-problem-same-as-skipped = Dezelfde persoon als een rij die wij overslaan
import-problem-note-kept = Er is al een bijzonderheid: die van de lijst is niet overgenomen
import-problem-yes-kept = De kluis heeft een ja: dit nee is niet vastgelegd
import-problem-email-remark = Tekst naast het e-mailadres: niet overgenomen
import-problem-no-relation = Geen relatie, dus ook geen begin of einde opgeslagen
import-problem-unsure = Misschien kennen wij deze persoon al
import-problem-perhaps-twice = Misschien staat deze persoon twee keer in de lijst
import-problem-differs = De lijst zegt iets anders dan de kluis
import-problem-person-restricted = Deze persoon staat op pauze
import-problem-answer-unread = Geen duidelijk ja of nee: niet vastgelegd
import-problem-cell-error = Fout uit de spreadsheet
import-problem-no-value = Dit lijkt geen waarde: leeg gelaten
import-problem-deceased = Deze persoon is overleden en krijgt niets meer
import-problem-inactive = Niet actief: als gestopt opgeslagen
import-problem-date-without-year = Dag zonder jaar: vul het jaar in
import-problem-date-without-day = Maand zonder dag: vul de dag in
import-problem-year-alone = Alleen een jaar: vul de hele datum in
import-problem-date-order-unsure = Dag en maand kunnen verwisseld zijn
import-problem-mixed-dates = In deze kolom staan dag en maand niet steeds in dezelfde volgorde
import-problem-power-of-ten = Getal met E: er ontbreken cijfers
import-problem-phone-unsure = Past niet bij de telefoonnummers van dit land: overgenomen zoals het er staat
import-problem-phone-remark = Te lange opmerking bij het telefoonnummer: niet overgenomen
import-problem-number-became-day = Hier staat een dag in plaats van een nummer
import-problem-address-whole = Adres niet zeker te splitsen: het staat in zijn geheel bij de straat
import-problem-prefix-twice = Het tussenvoegsel past niet bij de achternaam: overgenomen zoals het er staat
import-problem-title-left-out = Titel bij de naam: niet overgenomen
import-problem-other = Niet te lezen
import-count-new = Nieuw
import-count-new-hint = Deze mensen komen erbij.
import-count-add = Aanvullen
import-count-add-hint = Wat ontbreekt vullen wij aan. Wij overschrijven niets.
import-count-same = Niets veranderd
import-count-same-hint = Deze mensen staan er al precies zo in.
import-count-ask = Vragen
import-count-ask-hint = Deze rijen slaan wij over tot u zegt wie het zijn.
import-count-skip = Overslaan
import-count-skip-hint = Rijen zonder naam.
import-count-refused = Nee gezegd
import-count-refused-hint = Een nee in uw lijst leggen wij vast als weigering.
import-check-undo = Dit kunt u 30 dagen ongedaan maken.
import-again = U importeerde dit bestand ook op { $date }.
import-do = { $n ->
    [one] 1 persoon importeren
   *[other] { $n } personen importeren
}
import-do-refusals = De weigeringen vastleggen
import-do-none = Er is niets om te importeren
import-done = { $n ->
    [one] 1 persoon geïmporteerd
   *[other] { $n } personen geïmporteerd
}
import-done-people = Naar Personen
import-undo = Import ongedaan maken
import-undo-title = Deze import ongedaan maken?
import-undo-body = De mensen uit deze import verdwijnen weer. Dit kan tot { $date }.
import-undo-done = { $n ->
    [one] De import is ongedaan gemaakt: 1 persoon verdwenen.
   *[other] De import is ongedaan gemaakt: { $n } personen verdwenen.
}
import-undo-changed = { $n ->
    [one] 1 persoon is sindsdien gewijzigd en blijft staan.
   *[other] { $n } personen zijn sindsdien gewijzigd. Die blijven staan.
}
import-oldfile = Het oude bestand staat nog open en bloot op uw computer. Wis het of zet het veilig weg.
import-oldfile-title = Ruim het oude bestand op
import-list = Eerdere importen
import-list-empty = U heeft nog niets geïmporteerd.
import-undone-on = Ongedaan gemaakt op { $date }

meaning-surname = Achternaam
meaning-prefix = Tussenvoegsel
meaning-given-name = Voornaam
meaning-initials = Voorletters
meaning-full-name = Hele naam
meaning-partner-surname = Achternaam van partner
meaning-partner-prefix = Tussenvoegsel van partner
meaning-email = E-mailadres
meaning-phone = Telefoon
meaning-mobile = Mobiel nummer
meaning-street = Straat
meaning-house-number = Huisnummer
meaning-postcode = Postcode
meaning-city = Woonplaats
meaning-country = Land
meaning-birth-date = Geboortedatum
meaning-member-number = Lidnummer
meaning-relation = Relatie
meaning-status = Status: actief of gestopt
meaning-deceased = Overleden (op)
meaning-note = Bijzonderheden
meaning-house-number-addition = Toevoeging
meaning-street-and-number = Straat en huisnummer
meaning-email2 = Tweede e-mailadres
meaning-member-since = Lid sinds
meaning-member-until = Lid tot
meaning-gender = Geslacht of aanhef
meaning-iban = Rekeningnummer (IBAN)
meaning-consent = Toestemming: { $purpose }
meaning-refusal = Weigering: { $purpose }

# Kennen wij deze mensen al?
import-step-doubts = Dubbelen
import-title-doubts = Kennen wij deze mensen al?
import-to-doubts = Verder naar dubbelen
import-doubts-none = Over niemand twijfelen wij
import-doubts-none-body = Van elke rij weten wij of u deze persoon al kent.
import-doubts-intro = Hier twijfelen wij. Kies per persoon. Wat u open laat, slaan wij over of voegen wij los toe; dat staat erbij.
import-doubts-left = { $n ->
    [0] U hebt overal gekozen.
    [one] Nog één keuze open.
   *[other] Nog { $n } keuzes open.
}
import-doubt-row = Rij { $row }: { $name }
import-doubt-list = In uw lijst
import-doubt-vault = In de kluis
import-doubt-earlier = In rij { $row } van uw lijst
import-doubt-who = Wie is dit?
import-doubt-same = Dezelfde persoon
import-doubt-same-hint = Wat ontbreekt vullen wij aan.
import-doubt-another = Iemand anders
import-doubt-another-hint = Deze persoon komt erbij.
import-doubt-skip = Overslaan
import-doubt-skip-hint = Deze rij importeren wij niet.
import-doubt-open-vault = Kiest u niets? Dan slaan wij deze rij over.
import-doubt-open-row = Kiest u niets? Dan komt deze persoon er los bij.
import-doubt-on-hold = Deze persoon staat op pauze. Daarom ziet u alleen de naam.
import-doubts-all = Alles wat nog open staat:
import-doubts-all-same = dezelfde
import-doubts-all-another = iemand anders
import-doubts-all-skip = overslaan
import-differs-title = { $n ->
    [one] Eén rij zegt iets anders dan de kluis
   *[other] { $n } rijen zeggen iets anders dan de kluis
}
import-differs-intro = De kluis blijft zoals hij is. Pas het zelf aan bij de persoon, als de lijst gelijk heeft.
import-differs-field = Gegeven
import-differs-vault = De kluis
import-differs-list = Uw lijst
import-differs-nothing = niets
import-differs-ended = gestopt
import-differs-runs = loopt nog
