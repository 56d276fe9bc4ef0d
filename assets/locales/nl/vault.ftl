# First use, unlocking, the recovery sheet and locking.
start-title = Welkom bij Ledenkluis
start-intro = Uw ledenlijst op één plek, op slot, alleen op uw eigen computer.
start-new = Nieuwe kluis maken
start-new-hint = Voor een vereniging die nog geen kluis heeft.
start-open = Bestaande kluis openen
start-open-hint = Kies de map van de kluis, op deze computer of op een USB-stick.
start-step-welcome = Welkom
start-step-org = Vereniging
start-step-you = Over u
start-step-pass = Wachtzin
start-step-sheet = Herstelblad
start-step-pc = Deze computer
start-step-done = Klaar
start-org-title = Welke vereniging is het?
start-org-name = Naam van de vereniging
start-org-kind = Soort
start-org-kind-association = Vereniging
start-org-kind-foundation = Stichting
start-org-kind-other = Anders
start-org-mail = E-mailadres voor vragen over privacy
start-org-mail-hint = Dit staat straks op brieven en rapporten.
start-org-country = Land
start-org-country-nl = Nederland
start-org-place = Waar komt de kluis?
start-org-place-default = In de map van Ledenkluis op deze computer
start-you-title = Wie bent u?
start-you-name = Uw naam
start-you-role = Uw rol
start-you-role-hint = Wie de kluis maakt, is ook beheerder.
start-pass-title = Kies uw wachtzin
start-pass-intro = Vijf gewone woorden zijn sterker dan een moeilijk wachtwoord. Schrijf ze voorlopig op.
start-pass-words = Uw vijf woorden
start-pass-other = Andere woorden
start-pass-own = Ik bedenk zelf een wachtzin
start-pass-offered = Ik neem de vijf woorden
start-pass-field = Uw wachtzin
start-pass-again = Typ uw wachtzin nog een keer
start-pass-short = Te kort. Gebruik minstens 4 woorden of 16 tekens.
start-pass-weak = Makkelijk te raden. Voeg een woord toe.
start-pass-good = Goed.
start-pass-strong = Heel sterk.
start-pass-differs = De twee wachtzinnen zijn niet gelijk.
start-pass-busy = Wij maken uw kluis. Dit duurt een paar seconden.
start-make = Kluis maken
start-sheet-title = Druk uw herstelblad af
start-sheet-intro = Wachtzin kwijt? Alleen met dit blad kunt u de kluis nog openen. Wij kunnen u niet helpen.
start-sheet-where = Leg het in een envelop bij iemand die u vertrouwt, niet bij de computer.
start-sheet-print = Herstelblad afdrukken
start-sheet-check = Typ groep { $a } en groep { $b } van het blad
start-sheet-group = Groep { $n }
start-sheet-wrong = Groep { $n } klopt niet. Kijk nog eens op het blad.
start-sheet-right = Het herstelblad klopt.
start-sheet-confirm = Blad controleren
start-sheet-later = Dat doe ik later
start-pc-title = Afspraken voor deze computer
start-pc-idle = Vergrendelen als u niets doet
start-pc-remember = Onthoud mijn wachtzin op deze computer
start-pc-rememberhint = Alleen doen op uw eigen computer met een eigen aanmelding.
start-pc-nokeychain = Deze computer heeft geen sleutelbos. U typt uw wachtzin bij het openen.
start-done-title = Uw kluis is klaar
start-done-body = Begin met uw ledenlijst, of kijk eerst rond.
start-done-import = Lijst importeren
start-done-look = Naar Vandaag
start-demo-bar = Voorbeeld: dit zijn geen echte personen.

unlock-title = Wie bent u?
unlock-plate = ledenkluis
unlock-choose = Kies uw naam
unlock-problem = De kluis gaat niet open
unlock-name = Uw naam
unlock-pass = Wachtzin van { $name }
unlock-pass-own = Uw wachtzin
unlock-do = Ontgrendelen
unlock-busy = Bezig met openen...
unlock-keychain = Ontgrendelen met deze computer
unlock-wait = { $n ->
    [one] Wacht 1 seconde en probeer het opnieuw.
   *[other] Wacht { $n } seconden en probeer het opnieuw.
}
unlock-forgot = Wachtzin vergeten? Gebruik uw herstelblad
unlock-other = Andere kluis openen
unlock-here = Alles staat alleen op deze computer
unlock-away = Op slot zodra u weggaat
unlock-offline = Zonder internet
unlock-inuse = De kluis is al open op { $computer }, sinds { $time }.
unlock-readonly = Alleen bekijken
unlock-readonly-bar = U bekijkt de kluis alleen. Wijzigen kan nu niet.
unlock-retry = Opnieuw proberen

recover-title = Open met uw herstelblad
recover-intro = Typ de 8 groepen van het blad. Hoofdletters maken niet uit.
recover-done = Kies nu een nieuwe wachtzin. Daarna maken wij een nieuw blad.
recover-new = Nieuwe wachtzin
recover-do = Kluis openen

idle-title = Bent u er nog?
idle-body = { $n ->
    [one] Over 1 seconde gaat de kluis op slot.
   *[other] Over { $n } seconden gaat de kluis op slot.
}
idle-stay = Ik ben er nog
idle-lock = Nu vergrendelen
kluis-prompt-passphrase = Wachtzin
