# The access report.
export-title = Inzagerapport van { $name } maken
export-intro = Alles wat u van { $name } bewaart: een PDF om te lezen en een JSON-bestand voor de computer.
export-log = Wij schrijven in het logboek dat u dit rapport maakt.
export-check = Kijk of er gegevens van anderen in staan. Maak die onleesbaar voor u het geeft.
export-save = Bewaren (PDF en JSON)
export-print = Openen om af te drukken
export-busy = Rapport maken...
export-done = { $n ->
    [one] Het rapport is klaar: 1 bladzijde.
   *[other] Het rapport is klaar: { $n } bladzijden.
}

# On paper: what every document says.
paper-page = Pagina { $page } van { $pages }
paper-date = { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
paper-moment = { $date }, { $time } uur
paper-sealed = op slot
paper-counted = { $what }: { $n }
paper-missing = Deze tekens kan ons programma niet afdrukken: { $characters }. In dit rapport staat er � voor in de plaats. In het bijgevoegde bestand staan ze goed.

# The access report (art. 15 AVG).
paper-report-title = Inzagerapport
paper-report-name = Inzagerapport { $number }
paper-report-heading = Uw gegevens bij { $association }
paper-report-heading-plain = Uw gegevens
paper-report-about = Over wie
paper-report-made = Gemaakt op
paper-report-reference = Kenmerk
paper-report-contact = Vragen over uw gegevens
paper-report-yes = Ja, wij bewaren gegevens van u. In dit rapport leest u welke gegevens dat zijn, waarvoor wij ze gebruiken en hoelang wij ze bewaren. U heeft recht op dit overzicht volgens artikel 15 van de Algemene verordening gegevensbescherming (AVG). Dit rapport kost u niets.
paper-report-json = In deze PDF zit een bestand met dezelfde gegevens, dat een computer kan lezen: { $file }. Ook in reservekopieën van onze administratie kunnen nog gegevens van u staan.
paper-report-restricted = Uw gegevens staan op pauze (artikel 18 AVG). Wij bewaren ze, maar gebruiken ze nergens voor.
paper-report-restricted-fiscal = Wij hebben uw gegevens voor een deel gewist. Wat hier nog staat, bewaren wij alleen omdat de belastingwet dat vraagt.
paper-report-sealed = Sommige gegevens zijn extra beveiligd. De maker van dit rapport kon ze niet lezen; daar staat ‘op slot’. Vraag ons om deze gegevens: u heeft er recht op.
paper-report-purposes = Waarvoor wij uw gegevens gebruiken
paper-report-purposes-intro = Voor elk doel staat hier welke reden de AVG ons geeft (artikel 6) en hoelang wij de gegevens bewaren.
paper-report-purpose = Doel
paper-report-basis = Reden volgens de AVG
paper-report-term = Hoelang
paper-report-term-relation = Zolang uw band met de vereniging duurt
paper-report-term-consent = Tot u uw toestemming intrekt
paper-term = { $unit ->
    [month] { $n ->
        [one] 1 maand
       *[other] { $n } maanden
    }
   *[year] { $n } jaar
} { $start ->
    [membership_end] na het einde van het lidmaatschap
    [task_end] na het einde van de taak
    [year_end] na het einde van het boekjaar
    [last_gift] na het jaar van de laatste gift
    [last_choice] na uw laatste keuze, of zodra u intrekt
    [agreement_end] na het einde van de overeenkomst
   *[last_contact] na het laatste contact
}
paper-report-keeps = Hoelang wij uw gegevens bewaren
paper-report-keep-what = Wat
paper-report-keep-from = Vanaf
paper-report-keep-until = Tot en met
paper-report-keep-relation = Zolang dit duurt
paper-report-keep-term = Tot { $term }
paper-report-keep-unknown = De einddatum staat niet in onze administratie
paper-report-purposes-none = In onze administratie staat niet waarvoor wij deze gegevens gebruiken. Vraag het ons.
paper-report-categories = Soorten gegevens die wij van u hebben
paper-report-data = Welke gegevens wij van u hebben
paper-report-data-intro = Dit is een kopie van alles wat in onze ledenadministratie over u staat. Gegevens van andere mensen mogen wij u niet altijd geven (artikel 15 lid 4 AVG).
paper-report-data-for = Voor: { $purposes }. Herkomst: { $source }.
paper-report-data-from = Herkomst: { $source }.
holder-import = Uit welke lijst uw gegevens komen
source-list-file = Bestand
source-list-on = Overgenomen op
source-list-what = Wat er toen gebeurde
source-list-added = U bent toegevoegd
source-list-completed = Uw gegevens zijn aangevuld
source-list-undone = Teruggedraaid op
source-field = Uit deze lijst
paper-report-recipients = Aan wie wij uw gegevens gaven
paper-report-recipients-none = In onze ledenadministratie staat niet dat wij uw gegevens aan anderen gaven.
paper-report-recipients-some = Dit gaven wij eerder uit onze ledenadministratie.
paper-report-recipient = Aan wie
paper-report-recipient-when = Wanneer
paper-report-recipient-what = Wat
paper-report-recipient-subject = Aan uzelf
paper-report-trail = Wat er met uw gegevens is gedaan
paper-report-trail-intro = Ons programma houdt bij wat er aan uw gegevens verandert en wie giften of bijzonderheden bekijkt. Gewoon opzoeken van naam of adres houdt het niet bij. Wij schrijven op wat er gedaan is, niet wat er stond.
paper-report-trail-when = Wanneer
paper-report-trail-what = Wat
paper-report-trail-result = Uitkomst
paper-report-machine = Besluiten door een computer
paper-report-machine-body = Nee. In onze ledenadministratie neemt de computer geen besluiten over u en maakt die geen profiel van u. Een mens kijkt altijd mee.
paper-report-abroad = Landen buiten de Europese Economische Ruimte
paper-report-abroad-body = Onze ledenadministratie staat versleuteld op een computer die wij gebruiken. Het programma zelf stuurt niets via internet. Er staat geen doorgifte naar landen buiten de Europese Economische Ruimte in.
paper-report-rights = Uw rechten
paper-report-rights-intro = U kunt ons vragen om:
paper-report-right-rectification = uw gegevens te verbeteren of aan te vullen (artikel 16 AVG);
paper-report-right-erasure = uw gegevens te wissen als wij ze niet meer mogen of hoeven bewaren (artikel 17);
paper-report-right-restriction = uw gegevens tijdelijk niet te gebruiken, bijvoorbeeld zolang wij uitzoeken of ze kloppen (artikel 18);
paper-report-right-portability = de gegevens die u ons zelf gaf mee te geven aan u of een ander, als wij ze met uw toestemming of voor een overeenkomst gebruiken (artikel 20);
paper-report-right-objection = te stoppen met gebruik op grond van een gerechtvaardigd belang; tegen reclame en fondsenwerving kunt u altijd bezwaar maken (artikel 21);
paper-report-right-withdraw = een toestemming in te trekken, op elk moment. Wat wij daarvoor deden, blijft geldig (artikel 7 lid 3).
paper-report-rights-how = Stuur uw vraag naar { $email }. U krijgt binnen een maand antwoord.
paper-report-rights-ask = Stel uw vraag aan het bestuur. U krijgt binnen een maand antwoord.
paper-report-complaint = Niet eens met ons antwoord?
paper-report-complaint-body = U kunt een klacht indienen bij de Autoriteit Persoonsgegevens: autoriteitpersoonsgegevens.nl. U kunt ook naar de rechter. Dat moet binnen zes weken nadat u dit antwoord kreeg (artikel 35 van de Uitvoeringswet AVG).

# The proof of an erasure.
paper-erasure-title = Bewijs van wissen
paper-erasure-name = Bewijs van wissen { $number }
paper-erasure-when = Gewist op
paper-erasure-who = Gewist door
paper-erasure-number = Nummer
paper-erasure-persons = Personen helemaal gewist
paper-erasure-partly = Personen deels gewist
paper-erasure-intro = Op dit blad staat geen naam van wie gewist is.
paper-erasure-gone = Wat er gewist is
paper-erasure-why = Waarom
paper-erasure-rule = Regel
paper-erasure-reason = Reden
paper-erasure-count = Personen
paper-erasure-kept = Wat moest blijven
paper-erasure-kept-none = Geen wet vraagt ons om iets van deze personen te bewaren.
paper-erasure-kept-what = Wat
paper-erasure-kept-why = Waarom
paper-erasure-kept-until = Tot en met
paper-erasure-always = Wat nog blijft, zonder naam van wie gewist is
paper-erasure-always-trail = Regels in het logboek: wat er gebeurde, wanneer, door welke gebruiker, en het nummer van de gewiste persoon. Hiervoor geldt nog geen bewaartermijn.
paper-erasure-always-ledger = { $n ->
    [one] Een lijst met 1 nummer van wat gewist is.
   *[other] Een lijst met { $n } nummers van wat gewist is.
} Kenmerk van de lijst (SHA-256): { $hash }
paper-erasure-always-tally = Tellingen per jaar: hoeveel er kwamen en gingen.
paper-erasure-residue = { $n ->
    [one] Let op: bij de controle stond nog 1 gegeven van deze personen in de kluis.
   *[other] Let op: bij de controle stonden nog { $n } gegevens van deze personen in de kluis.
} Daarna schreven wij het bestand opnieuw. Opnieuw zoeken kon toen niet meer. Vraag hulp.
paper-erasure-checked = Wat wij daarna controleerden
paper-erasure-check-pages = { $n ->
    [one] Wij lazen 1 blok van het databasebestand terug met de sleutel, ook de lege ruimte.
   *[other] Wij lazen alle { $n } blokken van het databasebestand terug met de sleutel, ook de lege ruimte.
} { $strings ->
    [0] Er was geen gegeven waarnaar wij konden zoeken.
    [one] Wij zochten naar 1 gewist gegeven en vonden het niet.
   *[other] Wij zochten naar { $strings } gewiste gegevens en vonden er geen een.
}
paper-erasure-check-limits = Wij zochten niet naar gegevens korter dan 5 tekens of die anderen ook hebben. Ook niet in velden met een eigen slot, zoals giften en bijzonderheden.
paper-erasure-check-none = Wij konden niet nazoeken of er gegevens van deze personen in het bestand bleven. Het wissen werd onderbroken. Daarna wist het programma niet meer waarnaar het moest zoeken.
paper-erasure-check-strangers = { $n ->
    [one] In 1 ander bestand in de map van de kluis stond nog een gegeven. Dat bestand lieten wij staan.
   *[other] In { $n } andere bestanden in de map van de kluis stond nog een gegeven. Die bestanden lieten wij staan.
}
paper-erasure-check-files = { $n ->
    [one] Wij doorzochten ook 1 ander bestand in de map van de kluis en vonden niets.
   *[other] Wij doorzochten ook { $n } andere bestanden in de map van de kluis en vonden niets.
}
paper-erasure-check-key = De kluis kreeg een nieuwe sleutel. De oude sleutel opent het databasebestand niet meer: dat hebben wij geprobeerd.
paper-erasure-unchecked = Dit bewijs gaat alleen over de kluis op deze computer. Het zegt niets over reservekopieën, losse bestanden, e-mail en papier. Kijk die zelf na.

# The recovery sheet.
paper-recovery-title = Herstelblad
paper-recovery-heading = Herstelblad van { $association }
paper-recovery-for = Wachtzin kwijt? Met deze acht groepen opent u de kluis. Zonder andere beheerder helpt alleen dit blad.
paper-recovery-warning = Wie dit blad en de map van de kluis heeft, kan de kluis openen als elke gebruiker: lezen, wijzigen en wissen. Bewaar het zo goed als een paspoort.
paper-recovery-lacks = Met dit blad opent u niet: { $parts }.
paper-recovery-made = Gemaakt op { $date }. Geldig na controle, tot controle van een nieuw blad.
paper-recovery-how = Zo gebruikt u dit blad
paper-recovery-step-open = Open Ledenkluis en kies ‘Wachtzin vergeten? Gebruik uw herstelblad’.
paper-recovery-step-type = Typ de acht groepen in deze volgorde. 0 is het cijfer nul, 1 is het cijfer een.
paper-recovery-step-new = Kies een nieuwe wachtzin. Bent u beheerder? Druk dan een nieuw blad af en controleer het. Vernietig daarna dit blad.
paper-recovery-where = Hier bewaart u dit blad
paper-recovery-where-safe = In een dichte envelop bij iemand die u vertrouwt, of in een brandkast.
paper-recovery-where-apart = Niet bij de computer, geen foto of scan. Kwijt? Meld dat aan het bestuur.

erased-disclosure = { $n ->
    [one] 1 aantekening van een gegeven inzagerapport
   *[other] { $n } aantekeningen van gegeven inzagerapporten
}
export-file-pdf = Inzagerapport.pdf
export-file-json = Inzagerapport.json
