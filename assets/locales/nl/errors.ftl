# A sentence for every code: what happened, and what to do.
error-field-required = Vul { $field } in.
error-field-email = Dit e-mailadres is niet compleet. Er hoort een @ in.
error-field-date = Schrijf de datum zo: 4-12-2026.
error-field-date-future = Deze datum ligt in de toekomst. Kijk het jaar na.
error-field-date-order = Deze datum ligt voor de begindatum. Kijk beide data na.
error-field-too-long = Deze tekst is te lang. Maak hem korter.
error-field-postcode = Schrijf de postcode zo: 1234 AB.
error-field-phone = Dit telefoonnummer klopt niet. Schrijf het zo: 06 12345678.
error-field-choice = Maak hier een keuze uit de lijst.
error-field-bsn = Dit lijkt een BSN. Verenigingen mogen dat niet bewaren. Haal het weg.
error-field-amount = Vul een bedrag in, zoals 25 of 12,50.
error-input-invalid = Niet alles is goed ingevuld. Kijk naar de velden hieronder.
error-request-malformed = Het programma stuurde een verkeerde vraag. Sluit dit scherm en probeer het opnieuw.
error-command-unknown = Deze opdracht bestaat niet in deze versie. Werk Ledenkluis bij.
error-permission-denied = Dit mag u niet met uw rol. Vraag de beheerder van de kluis.
error-job-cancelled = U bent gestopt. Er is niets veranderd.
error-disk-full = De schijf is vol. Maak ruimte en probeer het opnieuw.
error-disk-read-only = Op deze schijf kunnen wij niet schrijven. Zet de kluis op een andere plek.
error-file-missing = Wij vinden dit bestand niet meer. Kies het opnieuw.
error-file-denied = Uw computer laat ons dit bestand niet openen. Kies een andere plek.
error-file-exists = Er staat al een bestand met deze naam. Kies een andere naam.
error-file-token-unknown = Wij weten niet meer welk bestand u koos. Kies het opnieuw.
error-file-in-vault = Deze map is een kluis. Daar mag geen document bij. Kies een andere map.
error-file-not-a-file = Dit is geen gewoon bestand, maar een map of een apparaat. Kies een bestand.
error-file-too-large = Dit bestand is te groot om te lezen. Kies een ander bestand.
error-file-name-too-long = De naam van het bestand of de map is te lang. Of er staat een teken in dat niet mag. Kies een kortere naam.
error-scratch-unusable = De map voor tijdelijke bestanden van deze computer is niet te gebruiken. Kijk waar TMPDIR of TEMP naar wijst.
error-request-secret-in-arguments = In deze vraag staat een geheim, en anderen kunnen zien wat u hier typt. Geef de vraag door met - of --request-fd.
error-internal = Er ging iets mis. Uw gegevens zijn niet veranderd. Probeer het opnieuw.
error-database-broken = De kluis gaf een fout. Uw gegevens zijn niet veranderd. Vergrendel en open de kluis opnieuw.
error-passphrase-none = Wij kunnen hier niet om een wachtzin vragen. Geef hem met --passphrase-file of --passphrase-fd.
error-passphrase-no-text = Dit bestand met de wachtzin kunnen wij niet als tekst lezen. Bewaar het als UTF-8 en probeer het opnieuw.
error-passphrase-differs = De twee wachtzinnen zijn niet gelijk. Probeer het opnieuw.
error-vault-not-open = Er is nog geen kluis open. Open eerst uw kluis.
error-vault-locked = De kluis is op slot. Ontgrendel hem om verder te gaan.
error-vault-exists = Op deze plek staat al een kluis. Open die, of kies een andere map.
error-vault-missing = Wij vinden hier geen kluis. Zit de USB-stick erin? Kies anders een andere map.
error-vault-data-missing = Een deel van de kluis ontbreekt: data.db. Zet een back-up terug.
error-vault-wrong-passphrase = Deze wachtzin klopt niet. Let op hoofdletters en spaties.
error-vault-moved = De map van de kluis staat niet meer op zijn plaats. Zit de USB-stick erin? Kreeg de map een andere naam? Zet hem terug en probeer het opnieuw.
error-vault-data-renamed = Een deel van de kluis ontbreekt: data.db. In de map staat wel { $names }. Misschien gaf een cloud-dienst het bestand een andere naam. Is het van deze kluis? Noem het dan weer data.db.
error-vault-wrong-passphrase-older = Deze wachtzin klopt niet bij deze kluis. De kluis is van een eerdere dag dan deze computer hem kent. Gebruik de wachtzin van toen, of zet de nieuwste kluis terug.
error-vault-wait = Wacht { $seconds } seconden en probeer het dan opnieuw.
error-vault-header-damaged = Het slot van de kluis is beschadigd. Zet een back-up terug.
error-vault-damaged = De kluis is beschadigd. Wij hebben niets veranderd. Zet een back-up terug.
error-vault-too-new = Deze kluis is gemaakt met een nieuwere versie. Werk Ledenkluis bij.
error-vault-in-use = De kluis is al open op een andere plek. Sluit hem daar, of kies Alleen bekijken.
error-vault-read-only = U kunt deze kluis nu alleen bekijken. Sluit hem elders en open hem opnieuw.
error-vault-weak-passphrase = Deze wachtzin is te makkelijk. Gebruik minstens 4 woorden of 16 tekens.
error-vault-recovery-group = Deze groep klopt niet. Kijk nog eens op het blad.
error-vault-recovery-wrong = Dit herstelblad past niet op deze kluis. Gebruik het nieuwste blad.
error-vault-recovery-none = Deze kluis heeft nog geen herstelblad. Maak er een in Beheer.
error-vault-no-keychain = Deze computer heeft geen sleutelbos. Typ uw wachtzin bij het openen.
error-vault-key-missing = Uw sleutel past niet op dit deel van de kluis. Vraag de beheerder.
error-vault-not-ready = De kluis is nog niet klaar om te bekijken. Open hem eerst gewoon, op een plek waar wij schrijven.
error-vault-own-passphrase-first = Iemand anders koos uw wachtzin. Kies eerst een eigen wachtzin.
error-view-in-use = Iemand anders heeft de kluis open. Wie dit bekijkt, komt in het logboek, en dat kan nu niet. Probeer het opnieuw als de kluis daar dicht is.
error-view-no-row = Wie dit bekijkt, komt in het logboek, maar op deze plek kunnen wij niet schrijven. Zet de kluis op een plek waar u mag schrijven en open hem opnieuw.
error-draft-too-many = U heeft te veel invoer die nog niet is opgeslagen. Sla eerst iets op of doe het weg.
error-vault-link = In de map van de kluis staat een verwijzing waar een bestand hoort te staan. Wij openen die niet. Haal de verwijzing weg. Zet een eigen kopie van de kluis terug, als u die heeft.
error-user-missing = Deze gebruiker bestaat niet meer. Kies een andere.
error-user-name-taken = Er is al een gebruiker met deze naam. Kies een andere naam.
error-user-last-admin = Er moet altijd één beheerder zijn. Maak eerst iemand anders beheerder.
error-user-last-key = Alleen deze gebruiker heeft de sleutel van een deel van de kluis. Maak eerst een herstelblad dat alles opent.
error-user-not-self = Dit kunt u niet bij uzelf doen. Vraag een andere beheerder.
error-person-missing = Deze persoon staat niet meer in de kluis. Ga terug naar de lijst.
error-person-ambiguous = Wij vonden { $count } personen. Typ meer van de naam, of het nummer.
error-person-changed-meanwhile = Iemand anders heeft deze persoon intussen gewijzigd. Open de persoon opnieuw en voer uw wijziging nog een keer in.
error-person-restricted = Deze persoon staat op pauze. U mag de gegevens alleen bewaren.
error-relation-missing = Deze relatie bestaat niet meer. Open de persoon opnieuw.
error-relation-ended = Deze relatie is al beëindigd. U hoeft niets te doen.
error-purpose-missing = Dit doel bestaat niet meer. Kies een ander doel.
error-consent-not-needed = Voor dit doel vraagt u geen toestemming. U hoeft niets vast te leggen.
error-consent-not-given = Er is geen toestemming om in te trekken. U hoeft niets te doen.
error-consent-reopen-over = Ongedaan maken kan hier niet meer. Leg de keuze opnieuw vast.
error-consent-guardian-needed = Deze persoon is jonger dan 16. Een ouder of voogd geeft toestemming.
error-import-encrypted = Op dit bestand zit een wachtwoord. Haal het eraf in Excel.
error-import-damaged = Dit bestand is beschadigd. Bewaar het in Excel opnieuw als .xlsx.
error-import-too-large = Dit bestand is te groot, of er staat meer in dan een lijst kan hebben. Deel de lijst in kleinere bestanden.
error-import-unsupported = Wij kunnen dit soort bestand niet lezen. Bewaar het als .xlsx of .csv.
error-import-nothing = In dit bestand staat geen lijst. Kies een ander bestand.
error-import-sheet-missing = Dit blad staat niet in het bestand. Kies een ander blad.
error-import-missing = Deze import bestaat niet meer. Kijk in de lijst van importen.
error-import-undo-too-late = Deze import is ouder dan 30 dagen. U kunt hem niet meer ongedaan maken.
error-import-undone = Deze import is al ongedaan gemaakt. U hoeft niets te doen.
error-import-no-name = Geen kolom is een naam. Kies welke kolom de achternaam is.
error-import-blocked = Deze kolom mag niet mee: verenigingen mogen het BSN niet bewaren.
error-erasure-confirm = Dat is niet hetzelfde. Typ precies wat er staat.
error-erasure-not-due = Deze persoon is nog niet aan de beurt. Beëindig eerst de relatie, of wacht tot de termijn voorbij is.
error-erasure-held = Deze gegevens moeten nog blijven. Er is niets gewist.
error-erasure-missing = Dit bewijs van wissen bestaat niet. Kijk in de lijst van bewijzen.
error-erasure-pending = Het wissen is nog niet klaar. De secretaris of de privacycontact maakt het af.
error-erasure-residue = Na het wissen vonden wij nog resten. Bewaar deze kluis en vraag hulp.
error-trail-broken = Het logboek klopt niet meer. Vraag hulp. { breach-note }
error-demo-not-empty = In deze kluis staan al personen. Maak een nieuwe kluis voor de voorbeelden.
error-vault-too-old = Deze kluis is gemaakt met een proefversie van Ledenkluis, die minder veilig was. Maak een nieuwe kluis en importeer uw lijst opnieuw.
error-vault-halves-differ = De bestanden van de kluis horen niet bij elkaar: een ervan is van een andere dag, of beschadigd. Wij hebben niets veranderd. Zet header.json, header.bak en data.db van dezelfde dag terug.
error-vault-header-older = Het slot van de kluis (header.json) is ouder dan de gegevens. Iemand of een cloud-dienst zette een oud bestand terug. Wij hebben niets veranderd. Zet de nieuwste header.json en header.bak terug.
error-vault-data-older = De gegevens (data.db) zijn ouder dan het slot van de kluis. Iemand of een cloud-dienst zette een oud bestand terug. Wij hebben niets veranderd. Zet de nieuwste data.db terug.
error-vault-pages-replaced = In data.db staan stukken van een andere dag dan toen de kluis op slot ging. Een cloud-dienst of oude kopie kan de oorzaak zijn, of iemand die buiten Ledenkluis om schreef. Wij hebben niets veranderd. Sluit de kluis overal en zet uit de cloud de bestanden van één computer terug. Geen cloud? Zet een eigen kopie van de kluis terug, als u die heeft. { breach-note }
error-vault-older-copy = Er is een versie van deze kluis die verder of anders ging. Dat klopt als iemand een kopie terugzette. Het komt ook voor als twee computers in dezelfde map werken. Klopt het niet? Open deze dan niet en zoek eerst de nieuwste map.
error-vault-not-followed = Wij kunnen niet vaststellen dat dit uw kluis is. Misschien zette iemand er een andere voor in de plaats. Wij hebben niets geopend. Kijk of u de goede map koos, en vraag na wie bij de map kan. { breach-note }
error-vault-roster-refused = De lijst van gebruikers is veranderd door iemand die dat niet mag. Wij hebben niets geopend of veranderd. Zet een eigen kopie van de kluis terug, als u die heeft. Vraag na wie bij de map kan. { breach-note }
error-vault-key-refused = In het slot van de kluis staat een sleutel die niet van deze kluis is. Wij hebben niets geopend of veranderd. Zet een eigen kopie van de kluis terug, als u die heeft. Vraag na wie bij de map kan. { breach-note }
error-vault-trail-cut = Het logboek past niet bij de vorige keer: regels ontbreken of zijn anders. Een cloud-dienst of oude kopie kan de oorzaak zijn, of iemand die buiten Ledenkluis om schreef. Sluit de kluis overal en zet uit de cloud de bestanden van één computer terug. Geen cloud? Zet een eigen kopie van de kluis terug, als u die heeft. { breach-note }
error-vault-sheet-lacks = Dit nieuwe herstelblad zou minder openen dan het oude. Typ de groepen van het oude blad. Of laat een beheerder die giften en bijzonderheden mag zien, het blad maken. Het oude blad blijft geldig.
error-vault-sheet-lacks-last = Dit blad opent { $compartments ->
    [giving] giften en betalingen
    [confidential] bijzonderheden
   *[other] giften, betalingen en bijzonderheden
} niet, en alleen deze gebruiker heeft daarvan de sleutel. Wij hebben niets veranderd. Alleen de eigen wachtzin helpt dan nog, of een blad dat dit wel opent.
error-vault-parts-lost = U ziet { $compartments ->
    [giving] giften en betalingen
    [confidential] bijzonderheden
   *[other] giften, betalingen en bijzonderheden
} nu niet meer: het herstelblad opent dit niet. Vraag een beheerder die dit zelf ziet, om die rol opnieuw te geven.
error-vault-second-header = Een van de twee bestanden met het slot van de kluis was beschadigd of weg. Wij herstellen het met het andere zodra wij in de map schrijven. Gebeurt dit vaker? Laat de schijf of de USB-stick nakijken.
error-vault-headers-differ = De twee bestanden met het slot van de kluis waren niet gelijk. Dat komt door een afgebroken programma, of door twee computers die in dezelfde map schrijven. Wij herstellen het zodra wij in de map schrijven. Kijk of uw laatste werk er is.
error-vault-other-copies = In de map van de kluis staat ook { $names }. Dat kan werk van een andere computer zijn. Bewaar het tot u weet wat het is.
error-vault-copy-stays = Wij konden een oude kopie in de map van de kluis niet weghalen. De naam begint met data-before. Er kunnen mensen in staan die intussen gewist zijn. Sluit andere programma's die de map gebruiken. Wij proberen het steeds opnieuw.
error-vault-renewal-waits = De kluis krijgt nieuwe sleutels, maar daarvoor is te weinig ruimte op de schijf. Tot dan gelden de oude. Maak ruimte en open de kluis opnieuw.
error-vault-access-changed = Uw toegang tot deze kluis is intussen veranderd. Dat kan op een andere computer zijn gebeurd. Vergrendel de kluis en open hem opnieuw.
error-vault-failed-attempts = { $count ->
    [one] Er is 1 keer een verkeerde wachtzin of een verkeerd herstelblad ingevuld.
   *[other] Er is { $count } keer een verkeerde wachtzin of een verkeerd herstelblad ingevuld.
} Dat was sinds iemand deze kluis voor het laatst opende. Was u dat niet? Vraag dan na wie bij deze computer of de map kan. { breach-note }
error-user-differs = Iemand veranderde de lijst van gebruikers buiten Ledenkluis om. Wij hebben de ondertekende lijst weer gevolgd. Kijk in Beheer bij Gebruikers of alles klopt. { breach-note }
error-trail-unsigned = In het logboek staat een regel die de genoemde gebruiker niet zelf schreef. Vraag na wie in de kluis kan schrijven. { breach-note }
error-trail-not-allowed = In het logboek staat een regel over iets wat deze gebruiker niet mag. Het is buiten Ledenkluis om gedaan. Spreek de gebruiker aan. { breach-note }
error-clock-doubtful = De datum van deze computer lijkt niet te kloppen. Tot u zegt dat hij goed is, tellen wij geen termijnen. De termijnen van de wet lopen gewoon door. Kijk de datum na.

# Under everything that may be a breach (GDPR, article 33): all of them are written down, some are reported within 72 hours by the clock.
breach-note = Dit kan een datalek zijn. Schrijf op wat u zag en hoe laat, en bewaar deze map. Soms moet u een datalek binnen 72 uur melden bij de Autoriteit Persoonsgegevens.
