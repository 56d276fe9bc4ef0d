# `kluis`, the program on the command line. Words between blanks that one types stay as they are.
kluis-about = Ledenkluis zonder venster: voor vast werk, voor herstel zonder scherm en voor controles.
kluis-usage = Zo:
kluis-verbs = Opdrachten
kluis-arguments = Wat u erbij typt
kluis-options = Keuzes

kluis-verb-create = Maakt een nieuwe kluis
kluis-verb-demo = Maakt een kluis met een verzonnen vereniging
kluis-verb-user-add = Geeft iemand anders toegang
kluis-verb-inspect = Bekijkt een lijst voor het importeren; zonder kluis
kluis-verb-import = Importeert een lijst
kluis-verb-duplicates = Toont wie misschien dubbel in de kluis staat
kluis-verb-import-undo = Maakt een import ongedaan
kluis-verb-people = Toont of zoekt personen
kluis-verb-person = Toont één persoon
kluis-verb-export = Maakt het inzagerapport van één persoon
kluis-verb-due = Toont van wie de bewaartermijn voorbij is
kluis-verb-erase = Wist één persoon definitief
kluis-verb-verify = Controleert de kluis: database, bladzijden, bestanden, logboek, slot
kluis-verb-call = Geeft één opdracht aan de kern, zoals de opdracht commands ze noemt
kluis-verb-commands = Noemt alle opdrachten van de kern

kluis-arg-json = Geef precies één JSON-document
kluis-arg-passphrase-file = Lees de wachtzin uit de eerste regel van dit bestand
kluis-arg-passphrase-fd = Lees de wachtzin uit de eerste regel van deze open descriptor
kluis-arg-user = Wie u bent; mag weg als er één gebruiker is
kluis-arg-today = Tel termijnen vanaf deze dag; alleen bij bekijken
kluis-arg-older-is-right = Open de kluis ook als hij van een eerdere dag is of anders ging
kluis-arg-closed-elsewhere = Open de kluis ook als hij volgens de map op een andere computer open is
kluis-arg-help = Toon deze hulp
kluis-arg-version = Toon de versie
kluis-arg-dir = De map van de kluis
kluis-arg-association = De naam van de vereniging
kluis-arg-roles = Rollen: secretary, treasurer, viewer of privacy; meer dan een mag
kluis-arg-recovery-out = Waar de herstelsleutel komt; anders op het scherm
kluis-arg-kdf-memory = Geheugen voor de wachtzin, in MiB; anders gemeten op deze computer
kluis-arg-kdf-passes = Rondes voor de wachtzin; hoort bij --kdf-memory
kluis-arg-count = Hoeveel personen; 250 als u niets zegt
kluis-arg-seed = Welke personen; hetzelfde getal geeft dezelfde
kluis-arg-name = De naam van de nieuwe gebruiker
kluis-arg-admin = Mag ook de kluis en de gebruikers beheren
kluis-arg-new-passphrase-file = De wachtzin van de nieuwe gebruiker: de eerste regel van dit bestand
kluis-arg-file = Het bestand met de lijst
kluis-arg-sheet = Alleen dit blad, geteld vanaf 1
kluis-arg-mapping = Een JSON-lijst: wat elke kolom betekent, of null
kluis-arg-dry-run = Zeg alleen wat er zou gebeuren
kluis-arg-rows = Zeg ook per rij wat er zou gebeuren; hoort bij --dry-run
kluis-arg-decide = Een JSON-lijst: wie de rijen zijn waarover getwijfeld wordt
kluis-arg-relation = Wie er op de lijst staan: member, donor, volunteer of contact
kluis-arg-import = Het nummer van de import
kluis-arg-search = Zoek deze woorden; typefouten mogen
kluis-arg-limit = Hoogstens zoveel personen
kluis-arg-all-fields = Alles wat u van elke persoon mag zien
kluis-arg-person = Een nummer, of woorden die precies één persoon vinden
kluis-arg-pdf = Waar de PDF komt
kluis-arg-data = Waar de JSON komt
kluis-arg-kind = Wat voor rapport: access
kluis-arg-on = Tel op deze dag
kluis-arg-confirm = De achternaam, als bevestiging; met een streepje geeft u hem ongezien door
kluis-arg-proof = Waar het bewijs komt
kluis-arg-command = De naam van de opdracht
kluis-arg-request = De vraag als JSON; een streepje leest wat u doorgeeft; een bestand is {"{"}"path": "…"{"}"}

kluis-arg-replace = Een bestand dat er al is, mag worden vervangen
kluis-arg-request-fd = Lees de vraag uit deze open descriptor

# Wrong usage.
kluis-usage-unknown = Dit kennen wij niet: { $what }
kluis-usage-value = Dit kan hier niet: { $what }
kluis-usage-missing = Er ontbreekt iets: { $what }
kluis-usage-conflict = Dit gaat niet samen: { $what }
kluis-usage-other = Zo kan deze opdracht niet.
kluis-usage-reading = De keuze --today is alleen voor bekijken.
kluis-usage-help = Hulp: { $command } --help

# Asking.
kluis-prompt-passphrase = Wachtzin
kluis-prompt-passphrase-of = Wachtzin van { $name }
kluis-prompt-passphrase-new = Nieuwe wachtzin van { $name }
kluis-prompt-passphrase-again = Nog een keer

# Answers.
kluis-created = De kluis is gemaakt: { $place }
kluis-recovery-shown = Schrijf deze herstelsleutel op en berg hem veilig op:
kluis-recovery-saved = De herstelsleutel staat in { $file }. Druk hem af en wis dat bestand.
kluis-older = Is dit toch de goede kluis? Geef dan --older-is-right mee. { rights-again } { older-then-access }
kluis-vault-stays = De kluis in { $folder } konden wij niet weghalen. Van zijn herstelsleutel heeft niemand een kopie. Haal de map weg, of open de kluis in Ledenkluis en maak een nieuw herstelblad.
kluis-demo-made = { $n ->
    [one] De kluis is gemaakt, met 1 verzonnen persoon.
   *[other] De kluis is gemaakt, met { $n } verzonnen personen.
}
kluis-line = { $name }: { $value }
kluis-column = Kolom { $column } ({ $heading }): { $meaning }
kluis-doubles-none = Niemand lijkt dubbel in de kluis te staan
kluis-imported-undo = Ongedaan maken: kluis import-undo { $place } { $id }
kluis-restored = { $n ->
    [one] 1 persoon is weer zoals eerst.
   *[other] { $n } personen zijn weer zoals eerst.
}
kluis-exported = { $n ->
    [one] Het rapport is klaar: 1 bladzijde.
   *[other] Het rapport is klaar: { $n } bladzijden.
}
kluis-due = { $n ->
    [one] Van 1 persoon is de bewaartermijn voorbij.
   *[other] Van { $n } personen is de bewaartermijn voorbij.
}
kluis-erased = De persoon is gewist. Bewijs { $number }.
kluis-erased-partly = De persoon is deels gewist. Bewijs { $number }.
kluis-verify-good = De kluis is in orde.
kluis-verify-bad = De kluis is niet in orde:
kluis-verify-told = Bij het openen bleek:
kluis-incident = Nummer { $number }. De oorzaak staat in { $log }
kluis-in-use = Volgens de map staat hij open op { $computer }. Is hij daar dicht? Geef dan --closed-elsewhere.
kluis-replace = Mag het worden vervangen? Zeg het met --replace.
