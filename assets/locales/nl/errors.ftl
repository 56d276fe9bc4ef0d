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
error-internal = Er ging iets mis. Kijk of uw laatste wijziging er staat. Koos u een nieuwe wachtzin? Probeer dan eerst de nieuwe.
error-database-broken = De kluis gaf een fout. Vergrendel en open de kluis opnieuw. Kijk daarna of uw laatste wijziging er staat.
error-passphrase-none = Wij kunnen hier niet om een wachtzin vragen. Geef hem met --passphrase-file of --passphrase-fd.
error-passphrase-no-text = Dit bestand met de wachtzin kunnen wij niet als tekst lezen. Bewaar het als UTF-8 en probeer het opnieuw.
error-passphrase-differs = De twee wachtzinnen zijn niet gelijk. Probeer het opnieuw.
error-vault-not-open = Er is nog geen kluis open. Open eerst uw kluis.
error-vault-locked = De kluis is op slot. Ontgrendel hem om verder te gaan.
error-vault-exists = Op deze plek staat al een kluis. Open die, of kies een andere map.
error-vault-missing = Wij vinden hier geen kluis. Zit de USB-stick er niet in? Doe hem erin, of kies een andere map. { unlock-missing-lost } { breach-do-board } { breach-known }
error-vault-data-missing = Een deel van de kluis ontbreekt: data.db. Zet uw nieuwste back-up in een nieuwe map, de hele kluis en geen los bestand. { rights-again } { unlock-breach-when } { breach-today }
error-vault-wrong-passphrase = Deze wachtzin klopt niet. Let op hoofdletters en spaties.
error-vault-moved = { refused-moved-what } { unlock-missing-stick } { refused-do-back } { unlock-missing-lost } { breach-do-board } { breach-known }
error-vault-replaced = Terwijl u werkte, kwamen er andere bestanden in de map van de kluis. Misschien deed een cloud-dienst of een andere computer dat. Wij lieten ze staan. Deze wijziging is niet opgeslagen. Vergrendel de kluis: wij bewaren dan uw versie.
error-vault-data-renamed = { refused-data-renamed-what } { refused-do-same } { refused-do-copy } { refused-do-name } { refused-do-copy-gone }
error-vault-header-renamed = { refused-header-renamed-what } { refused-do-same } { refused-do-copy } { refused-do-header } { refused-do-copy-gone }
error-vault-wrong-passphrase-older = Deze wachtzin klopt niet. Let op hoofdletters en spaties. Deze kluis is ook ouder dan de kluis die hier het laatst open was. Probeer de wachtzin van toen, of zoek de nieuwste kluis.
error-vault-wait = { $seconds ->
    [one] Wacht 1 seconde en probeer het dan opnieuw.
   *[other] Wacht { $seconds } seconden en probeer het dan opnieuw.
}
error-vault-header-damaged = Het slot van de kluis is beschadigd. Zet uw nieuwste back-up in een nieuwe map, de hele kluis en geen los bestand. { rights-again } { unlock-breach-when } { breach-today }
error-vault-damaged = De kluis is beschadigd. Wij hebben niets veranderd. Zet uw nieuwste back-up in een nieuwe map, de hele kluis en geen los bestand. { rights-again } { unlock-breach-when } { breach-today }
error-vault-too-new = Deze kluis is gemaakt met een nieuwere versie. Werk Ledenkluis bij.
error-vault-in-use = De kluis is al open op een andere plek. Sluit hem daar, of kies Alleen bekijken.
error-vault-read-only = U kunt deze kluis nu alleen bekijken. Vergrendel hem en open hem gewoon. Is hij ergens anders open? Sluit hem daar eerst.
error-vault-weak-passphrase = Deze wachtzin is te makkelijk. Gebruik minstens 4 woorden of 16 tekens.
error-vault-recovery-group = Deze groep klopt niet. Kijk nog eens op het blad.
error-vault-recovery-wrong = Dit herstelblad past niet bij deze kluis. Gebruik het nieuwste blad. Is dit een oudere kopie van de kluis? Dan past het blad van toen.
error-vault-recovery-none = Deze kluis heeft nog geen herstelblad. Maak er een in Beheer.
error-vault-no-keychain = Deze computer kan de kluis niet voor u openen. Typ uw wachtzin.
error-vault-key-missing = U heeft de sleutel van dit deel van de kluis niet. Vraag een beheerder die dit deel ziet.
error-vault-not-ready = { refused-not-ready-what } { refused-do-first } { refused-do-wait }
error-vault-own-passphrase-first = Iemand anders koos uw wachtzin. Kies eerst een eigen wachtzin.
error-view-in-use = Iemand anders heeft de kluis open. Wie dit bekijkt, komt in het logboek, en dat kan nu niet. Probeer het opnieuw als de kluis daar dicht is.
error-view-no-row = Wie dit bekijkt, komt in het logboek, maar op deze plek kunnen wij niet schrijven. Zet de kluis op een plek waar u mag schrijven en open hem opnieuw.
error-draft-too-many = U heeft te veel invoer die nog niet is opgeslagen. Sla eerst iets op of doe het weg.
error-vault-link = { refused-link-what } { refused-do-who } { refused-do-backup } { rights-again } { refused-do-old-gone } { breach-note }
error-user-missing = Deze gebruiker bestaat niet meer. Kies een andere.
error-user-not-named = Deze kluis heeft meer gebruikers. Zeg wie u bent.
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
error-trail-broken = Het logboek klopt niet meer. Vraag hulp aan de beheerder. { breach-note }
error-demo-not-empty = In deze kluis staan al personen. Maak een nieuwe kluis voor de voorbeelden.
error-vault-too-old = { refused-too-old-what } { refused-do-new } { rights-again } { refused-do-erase }
error-vault-halves-differ = De bestanden van de kluis horen niet bij elkaar: een ervan is van een andere dag, of beschadigd. Wij hebben niets veranderd. Zet uw nieuwste back-up in een nieuwe map, de hele kluis en geen los bestand. { rights-again } { unlock-breach-when } { breach-today }
error-vault-header-older = Het slot van de kluis (header.json) is ouder dan de gegevens. Misschien zette een cloud-dienst of iemand anders een oud bestand terug. Wij hebben niets veranderd. Zet uw nieuwste back-up in een nieuwe map, de hele kluis en geen los bestand. { rights-again } { unlock-breach-when } { breach-today }
error-vault-data-older = De gegevens (data.db) zijn ouder dan het slot van de kluis. Misschien zette een cloud-dienst of iemand anders een oud bestand terug. Wij hebben niets veranderd. Zet uw nieuwste back-up in een nieuwe map, de hele kluis en geen los bestand. { rights-again } { unlock-breach-when } { breach-today }
error-vault-pages-replaced = { refused-pages-replaced-what } { refused-do-close } { refused-do-cloud } { refused-do-newest } { rights-again } { refused-do-old-gone } { breach-note }
error-vault-older-copy = Er is nog een versie van deze kluis, met ander of later werk. Dat is normaal als iemand van u een back-up terugzette. Het komt ook voor als twee computers in dezelfde map werken. Weet niemand hiervan? Open deze dan niet. Zoek eerst de nieuwste kluis. Vindt u die niet? { breach-today }
error-vault-not-followed = { refused-not-followed-what } { refused-do-folder } { refused-do-who } { breach-note }
error-vault-roster-refused = { refused-roster-refused-what } { refused-do-who } { refused-do-backup } { rights-again } { refused-do-old-gone } { breach-note }
error-vault-key-refused = { refused-key-refused-what } { refused-do-who } { refused-do-backup } { rights-again } { refused-do-old-gone } { breach-note }
error-vault-trail-cut = { refused-trail-cut-what } { refused-do-close } { refused-do-cloud } { refused-do-newest } { rights-again } { refused-do-old-gone } { breach-note }
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
error-vault-second-header = Een van de twee bestanden met het slot van de kluis was beschadigd of weg. Het andere bestand is goed. Daarmee herstellen wij dit zodra dat kan. Gebeurt dit vaker? Laat de schijf of de USB-stick nakijken.
error-vault-headers-differ = De twee bestanden met het slot van de kluis waren niet gelijk. Misschien werd het programma afgebroken, of schreven twee computers in dezelfde map. Wij herstellen het zodra dat kan. Kijk of uw laatste werk er is. Ontbreekt er iets? Werk niet verder en zoek de nieuwste kluis.
error-vault-other-copies = In de map van de kluis staat ook { $names }. Dat kan werk van een andere computer zijn. Er kunnen ook mensen in staan die gewist zijn. Wilt u erin kijken? Kopieer alles naar een nieuwe map. Geef de bestanden daar hun eigen naam en open die map. { rights-again } Wis daarna de nieuwe map. Wis ook { $names } als u zeker weet dat niemand het nodig heeft.
error-vault-copy-stays = Wij konden een oude kopie in de map van de kluis niet weghalen. De naam begint met data-before. Er kunnen mensen in staan die intussen gewist zijn. Sluit andere programma's die de map gebruiken. Wij proberen het opnieuw als u de kluis weer opent. Blijft deze melding komen? Wis dat bestand zelf.
error-vault-renewal-waits = De kluis krijgt nieuwe sleutels, maar de schijf is te vol. Zolang dat niet lukt, werken de oude sleutels nog. Wie die nog heeft, kan misschien meelezen. Maak ruimte en open de kluis opnieuw.
error-vault-access-changed = Uw toegang tot deze kluis is veranderd, misschien op een andere computer. Vergrendel de kluis en open hem opnieuw. Lukt dat niet, of deed u dit niet zelf? Vraag een beheerder. Weet die van niets? { breach-today }
error-vault-older-opened = U werkt met een oudere stand van deze kluis. { told-older-do }
error-vault-fork-opened = U koos een van de twee versies van deze kluis. In de andere staat misschien werk dat hier ontbreekt. Zoek die op en voer hier in wat ontbreekt. Vindt u die niet? Zoek in uw mail en papieren wie iets vroeg. Doe ook opnieuw: { -rights }. Gebruikers, wachtzinnen en herstelblad kunnen anders zijn. Verloor daar iemand de toegang? Stop die hier ook. Is alles overgenomen? Wis dan de andere versie.
error-vault-memory-lost = Deze computer kan niet nalezen hoe de kluis de vorige keer was. Een oudere kopie valt nu misschien niet op. Kijk of uw laatste werk erin staat. Ontbreekt er iets? Werk niet verder en zoek de nieuwste kluis.
error-vault-set-aside = { $how ->
    [kept] { unlock-set-aside } { aside-do-stranger } { aside-do-open } { aside-do-again } { aside-do-erase }
    [overwritten] { unlock-overwritten }
   *[lost] { unlock-not-kept }
}
error-vault-failed-attempts = { $count ->
    [one] Er is 1 keer een verkeerde wachtzin of een verkeerd herstelblad ingevuld.
   *[other] Er is { $count } keer een verkeerde wachtzin of een verkeerd herstelblad ingevuld.
} Dat was sinds iemand deze kluis voor het laatst opende om te wijzigen. Was u het, of een andere gebruiker? Dan hoeft u niets te doen. Weet niemand hiervan? Vraag na wie bij deze computer of de map kan. Kies in Beheer een nieuwe wachtzin. Kon een vreemde bij de map? { breach-do-note } { breach-today } { breach-known }
error-user-differs = Iemand veranderde de lijst van gebruikers buiten Ledenkluis om. Wij hebben de gebruikers teruggezet zoals een beheerder ze vastlegde. Kijk in Beheer bij Gebruikers of alles klopt. { breach-note }
error-trail-unsigned = In het logboek staat een regel die de genoemde gebruiker niet zelf schreef. Vraag na wie in de kluis kan schrijven. { breach-note }
error-trail-not-allowed = In het logboek staat een regel over iets wat deze gebruiker niet mag. Het lijkt buiten Ledenkluis om gedaan. Vraag de gebruiker wat er gebeurde. Misschien gebruikte iemand anders die wachtzin. { breach-note }
error-clock-doubtful = De datum van deze computer lijkt niet te kloppen. Zolang dat zo is, tellen wij geen bewaartermijnen. De termijnen van de wet lopen gewoon door. Kijk de datum na. Klopt hij toch? Zeg dat dan in Ledenkluis na het openen.

# Under everything that may be a breach (GDPR, article 33): all of them are written down, some are reported within 72 hours by the clock.
breach-note = { breach-may } { breach-do-note } { breach-do-board } { breach-do-leave } { breach-do-record } { breach-do-report } { breach-do-warn }
breach-may = Dit kan een datalek zijn.
breach-today = Dit kan een datalek zijn: vertel het vandaag aan het bestuur.
breach-known = Is het een datalek? Vastleggen moet altijd, melden soms binnen 72 uur.
breach-then = Dan kan dit een datalek zijn.
breach-do-note = Schrijf op wat u zag, met dag en tijd.
breach-do-board = Vertel het vandaag aan het bestuur.
breach-do-leave = Laat deze map staan zoals die is.
breach-do-record = De vereniging legt elk datalek vast: feiten, gevolgen, maatregelen. Meldt zij het niet? Dan ook waarom.
breach-do-report = Het bestuur onderzoekt dit meteen en beslist over melden. Is een risico voor mensen niet onwaarschijnlijk? Dan meldt het dit zo snel mogelijk bij de Autoriteit Persoonsgegevens. Dat moet binnen 72 uur, ook in het weekend en op feestdagen. Tel vanaf het moment dat de vereniging het weet. Twijfelt u? Tel dan vanaf het moment dat u dit voor het eerst zag. Aanvullen mag later. Bent u te laat? Meld het toch en zeg waarom.
breach-do-warn = Is het risico groot? Dan waarschuwt het bestuur die mensen ook, zo snel mogelijk.

# A refusal at the door says what happened, and then what to do, each on its own; the error is all of it after each other.
refused-link-what = In de map van de kluis hoort een bestand, maar er staat een verwijzing of map. Wij openen die niet.
refused-not-followed-what = Wij kunnen niet vaststellen dat dit uw kluis is. Misschien zette iemand er een andere voor in de plaats. Wij hebben niets geopend.
refused-roster-refused-what = De lijst van gebruikers past niet bij de kluis. Misschien veranderde iemand die dat niet mag de lijst. Het kan ook door twee computers in dezelfde map komen. Wij hebben niets geopend of veranderd.
refused-key-refused-what = In het slot van de kluis staat een sleutel die niet van deze kluis is. Wij hebben niets geopend of veranderd.
refused-trail-cut-what = Het logboek past niet bij de vorige keer: regels ontbreken of zijn anders. Een cloud-dienst of oude kopie kan de oorzaak zijn, of iemand die buiten Ledenkluis om schreef. Wij hebben niets veranderd.
refused-pages-replaced-what = In data.db staan stukken van een andere dag dan toen de kluis op slot ging. Een cloud-dienst of oude kopie kan de oorzaak zijn, of iemand die buiten Ledenkluis om schreef. Wij hebben niets veranderd.
refused-data-renamed-what = Een deel van de kluis ontbreekt: { $file }. In de map staat wel { $names }. Misschien gaf een cloud-dienst het bestand een andere naam. Wij hebben niets veranderd.
refused-header-renamed-what = Het slot van de kluis ontbreekt. In de map staat wel { $names }. Misschien gaf een cloud-dienst het bestand een andere naam. Wij hebben niets veranderd.
refused-moved-what = De map van de kluis staat niet meer op zijn plaats.
refused-not-ready-what = De kluis is nog niet klaar om te bekijken.
refused-too-old-what = Deze kluis is gemaakt met een proefversie van Ledenkluis, die minder veilig was.
refused-do-who = Vraag na wie bij de map kan.
refused-do-backup = Heeft u een back-up? Zet die in een nieuwe map en open die. Laat deze map staan.
refused-do-folder = Kijk of u de goede map koos.
refused-do-close = Sluit de kluis overal en wijzig niets meer.
refused-do-cloud = Staat de kluis in een cloud? Zet de bestanden van één computer in een nieuwe map en open die.
refused-do-newest = Of zet uw nieuwste back-up in een nieuwe map. Laat deze map staan.
refused-do-same = Kijk of het bestand van deze kluis is.
refused-do-copy = Is dat zo? Maak eerst een kopie van de map.
refused-do-name = Noem het bestand dan weer { $file } en probeer het opnieuw.
refused-do-copy-gone = Is alles in orde? Wis dan ook de kopie die u maakte.
-rights = wissen, beperken, toestemming intrekken, bezwaar, verbeteren
rights-again = Doe opnieuw wat ontbreekt: { -rights }.
refused-do-old-gone = Heeft het bestuur alles afgehandeld? Wis dan de oude map.
refused-do-header = Noem het bestand dan weer header.json en probeer het opnieuw.
refused-do-back = Kreeg de map een andere naam? Zet hem terug en probeer het opnieuw.
refused-do-first = Open hem eerst gewoon, op een plek waar u mag schrijven.
refused-do-wait = Is hij ergens anders open? Wacht tot hij dicht is.
refused-do-new = Maak een nieuwe kluis en importeer uw lijst opnieuw.
refused-do-erase = Is alles overgezet? Wis dan de oude map.
