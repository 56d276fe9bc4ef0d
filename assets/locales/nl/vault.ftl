# First use, unlocking, the recovery sheet and locking.
start-title = Welkom bij Ledenkluis
start-intro = Uw ledenlijst op één plek, op slot, op uw eigen computer.
start-new = Nieuwe kluis maken
start-new-hint = Voor een vereniging die nog geen kluis heeft.
start-open = Bestaande kluis openen
start-open-hint = Kies de map van de kluis, op deze computer of op een USB-stick.
start-demo = Eerst rondkijken met voorbeelden
start-demo-hint = Een vereniging met verzonnen mensen. Uw eigen lijst komt later.
start-demo-busy = Wij maken de voorbeelden. Dit duurt een paar seconden.
start-demo-association = Muziekvereniging Veldrade
start-demo-user = Ria de Boer
start-demo-title = De voorbeelden staan klaar
start-demo-body = U heet hier Ria de Boer. U kunt alles proberen: deze mensen bestaan niet.
start-demo-words = Vergrendelt u? Met deze wachtzin opent u de voorbeelden weer:
start-step-welcome = Welkom
start-step-org = Vereniging
start-step-you = Over u
start-step-pass = Wachtzin
start-step-sheet = Herstelblad
start-sheet-file = herstelblad
start-step-pc = Computer
start-step-done = Klaar
start-org-title = Welke vereniging is het?
start-org-name = Naam van de vereniging
start-org-name-the = De naam van de vereniging
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
start-pass-intro = Zes gewone woorden zijn sterker dan een moeilijk wachtwoord. Schrijf ze voorlopig op.
start-pass-words = Uw zes woorden
start-pass-other = Andere woorden
start-pass-own = Ik bedenk zelf een wachtzin
start-pass-offered = Ik neem de zes woorden
start-pass-field = Uw wachtzin
start-pass-again = Typ uw wachtzin nog een keer
start-pass-words-again = Typ de zes woorden over
start-pass-short = Te kort. Gebruik minstens 4 woorden of 16 tekens.
start-pass-weak = Makkelijk te raden. Voeg een woord toe.
start-pass-good = Goed.
start-pass-strong = Heel sterk.
start-pass-differs = De twee wachtzinnen zijn niet gelijk.
start-pass-word-differs = Woord { $n } is anders: { $word }
start-pass-word-extra = Een woord te veel: { $word }
start-pass-words-missing = Typ alle { $n } woorden.
start-pass-only-words = Hoofdletters en extra spaties maken bij deze woorden niet uit.
start-pass-busy = Wij maken uw kluis. Dit duurt een paar seconden.
start-make = Kluis maken
start-sheet-title = Druk uw herstelblad af
start-sheet-intro = Wachtzin kwijt? Met dit blad opent u de kluis. Is er geen andere beheerder, dan kan zonder dit blad niemand u helpen.
start-sheet-where = Leg het in een envelop bij iemand die u vertrouwt, niet bij de computer.
start-sheet-print = Herstelblad afdrukken
start-sheet-check = Typ groep { $a } en groep { $b } van het blad
start-sheet-group = Groep { $n }
start-sheet-group-right = Groep { $n } klopt.
start-sheet-wrong = Groep { $n } klopt niet. Kijk nog eens op het blad.
start-sheet-right = Het herstelblad klopt.
start-sheet-confirm = Blad controleren
start-sheet-old = Het oude blad blijft geldig tot u het nieuwe heeft gecontroleerd.
start-sheet-old-void = Het oude blad opent deze kluis niet meer. Een oude kopie gaat er nog wel mee open. Maak nu een nieuwe back-up en vernietig het oude blad.
start-sheet-lacks = Dit blad opent straks niet alles. Dit ontbreekt: { $parts }.
start-sheet-lacks-why = U heeft daarvan zelf de sleutel niet. Een beheerder die giften en bijzonderheden mag zien, kan een blad maken dat alles opent.
start-sheet-lacks-print = Toch afdrukken
start-sheet-less = Het nieuwe blad zou minder openen dan het oude. Dit zou ontbreken: { $parts }.
start-sheet-less-groups = Typ de 8 groepen van het oude blad. Dan opent het nieuwe blad alles wat het oude opent.
start-sheet-less-other = Heeft u het oude blad niet? Laat dan een beheerder die giften en bijzonderheden mag zien, het nieuwe blad maken. Het oude blad blijft geldig.
start-sheet-part-main = personen
start-sheet-part-giving = giften en betalingen
start-sheet-part-confidential = bijzonderheden
start-sheet-later = Dat doe ik later
start-pc-title = Afspraken voor deze computer
start-pc-idle = Vergrendelen als u niets doet
start-pc-remember = Onthoud mijn wachtzin op deze computer
start-pc-rememberhint = Alleen doen op uw eigen computer met een eigen aanmelding.
start-pc-nokeychain = Deze computer kan geen wachtzin onthouden. U typt die bij het openen.
start-pc-cloud = Dit is een map in de cloud. Open de kluis nooit op twee computers tegelijk. De vereniging maakt met die dienst afspraken over privacy (verwerkersovereenkomst).
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
unlock-wrong-name = Deze naam en wachtzin horen niet bij elkaar. Let op hoofdletters en spaties.
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
unlock-here = In de map die u koos
unlock-here-own = Op uw eigen computer
unlock-away = Gaat vanzelf op slot
unlock-offline = Zonder internet
unlock-inuse = De kluis is al open op { $computer }, sinds { $time }.
unlock-inuse-unknown = De kluis is al open, misschien op een andere computer. Sluit hem daar, of kies Alleen bekijken.
unlock-inuse-elsewhere = Volgens de map is de kluis nog open op { $computer }, sinds { $time }. Sluit hem daar eerst. Werken twee computers tegelijk, dan raakt werk kwijt.
unlock-inuse-closed = Op { $computer } is hij dicht
aside-what = Terwijl de kluis open was, veranderden de bestanden in de map.
aside-cause = Misschien deed een cloud-dienst of een andere computer dat.
aside-own = { $count ->
    [one] Uw eigen versie staat in
   *[other] Uw eigen versies staan in
}
aside-open = Eigen versie openen
aside-missing = Wat u het laatst invoerde, staat er misschien niet in.
aside-lost = Uw eigen versie konden wij niet bewaren. Misschien is de schijf vol.
aside-here = Dit is de versie die terzijde is gezet. De kluis zelf hoort te staan in { $place }.
aside-back = Terug naar de kluis
unlock-set-aside = { aside-what } { aside-cause } { older-unknown-own }
aside-do-stranger = Vraag na wie bij de map kan. Deed een vreemde dit? Laat alles staan. { breach-do-note } { breach-today } { breach-known }
aside-do-open = Geen vreemde? Open uw eigen versie en kijk wat in deze kluis ontbreekt.
aside-do-again = Doe dat hier opnieuw, ook { -rights }. Verloor iemand intussen de toegang? Stop die hier ook.
aside-do-erase = Staat alles hier? Wis dan die map: deze melding verdwijnt. Er kunnen mensen in staan die intussen gewist zijn.
aside-do-check = Kijk na wat u het laatst invoerde, en voer het zo nodig opnieuw in.
aside-do-rights = Doe ook opnieuw: { -rights }. Verloor iemand intussen de toegang? Stop die hier ook.
aside-do-lost = Is er iets kwijt, of deed een vreemde dit? { breach-do-note } { breach-today } { breach-known }
unlock-overwritten = { aside-what } { aside-missing } { aside-do-check } { aside-do-rights } { aside-do-lost }
unlock-not-kept = { aside-what } { aside-lost } { aside-do-check } { aside-do-rights } { aside-do-lost }
unlock-readonly = Alleen bekijken
unlock-retry = Opnieuw proberen
unlock-own-title = Kies uw eigen wachtzin
unlock-own-body = Iemand anders maakte uw eerste wachtzin. Kies er nu een die alleen u kent.
unlock-own-looking = Uw eerste wachtzin maakte iemand anders. Vergrendel de kluis en open hem gewoon, niet alleen om te bekijken. Dan kiest u eerst een eigen wachtzin.
unlock-own-first = De wachtzin die u kreeg
unlock-own-do = Wachtzin bewaren

recover-title = Open met uw herstelblad
recover-intro = Typ de 8 groepen van het blad. Hoofdletters maken niet uit.
recover-done = Uw herstelblad blijft geldig. Bent u beheerder? Dan maken wij daarna een nieuw blad. Als u dat heeft gecontroleerd, vervalt dit blad.
recover-new = Nieuwe wachtzin
recover-do = Kluis openen
recover-do-as = Kluis openen als { $name }
recover-who = Kies wie u bent.
recover-for = Deze wachtzin is voor { $name }.
recover-hidden = De namen zijn hier niet te zien. Met het blad krijgt de eerste beheerder van de kluis een nieuwe wachtzin.

idle-title = Bent u er nog?
idle-body = { $n ->
    [one] Over 1 seconde gaat de kluis op slot.
   *[other] Over { $n } seconden gaat de kluis op slot.
}
idle-stay = Ik ben er nog
idle-kept = Uw invoer blijft bewaard.
idle-lost = Uw invoer wordt niet bewaard. Sla die eerst op.
idle-lock = Nu vergrendelen

recover-stays = Uw herstelblad blijft geldig. Berg het weer veilig op.

# Whoever is at the keyboard types their own passphrase once more.
again-own = Uw eigen wachtzin
again-hint = Wij vragen dit opnieuw, want u kunt even weg zijn geweest.

# A vault of an earlier day than this computer remembers.
older-title = Deze kluis is anders dan de vorige keer
older-title-forked = Er is nog een versie van deze kluis
older-title-unproven = Naast deze kluis ligt een onbekend bestand
older-rows = { $rows ->
    [one] In het logboek ontbreekt 1 regel die op deze computer al eens te zien was.
   *[other] In het logboek ontbreken { $rows } regels die op deze computer al eens te zien waren.
}
older-until = Deze kluis is bijgewerkt tot { $until }. Op deze computer is er daarna nog in gewerkt.
older-forked = In de andere versie staat ander of later werk. Hier staat dat misschien niet in.
older-unproven = Het kan van ander werk zijn, maar wij kunnen niet nagaan of het echt is. Het blijft bewaard. Er kunnen mensen in staan die gewist zijn. Wis nu niets.
older-why = Dat is normaal als iemand van u een back-up terugzette. Het komt ook voor als twee computers in dezelfde map werken.
older-why-unproven = Dat gebeurt als twee computers in dezelfde map werken. Het kan ook door iemand anders zijn neergezet.
older-unknown = Weet niemand hiervan?
older-unknown-wait = Open de kluis dan nog niet.
older-unknown-seek = Zoek de nieuwste kluis op de andere computer, de USB-stick of in de cloud.
older-unknown-own = Uw eigen versie staat in { $place }.
older-unknown-who = Vraag na wie bij de map kan.
older-not-found = Vindt u de nieuwste kluis niet?
older-from-unknown = Weet niemand waar het bestand vandaan komt?
older-other = Nu niet: een andere kluis kiezen
older-other-hint = Er verandert niets aan deze kluis.
older-open = Met deze kluis wil ik verder: toch openen
older-open-hint = U gaat verder met deze stand. Hierboven staat wat u dan opnieuw moet doen.
older-open-hint-forked = U gaat verder met deze versie. Hierboven staat wat u dan misschien opnieuw moet doen.
older-open-hint-unproven = U opent de kluis zoals die hier staat. Het onbekende bestand openen wij niet.
older-then = Als u met deze kluis verdergaat
older-then-lost = Wat na deze stand gebeurde, staat er niet in.
older-then-lost-forked = Wat in de andere versie gebeurde, staat hier misschien niet in.
older-then-again = Doe dat opnieuw: { -rights }. Zoek in uw mail en papieren wie iets vroeg.
older-then-again-forked = Zoek in uw mail en papieren wie iets vroeg. Staat het hier niet? Doe het opnieuw: { -rights }.
older-then-users = Gebruikers, wachtzinnen en herstelblad zijn weer die van toen.
older-then-users-forked = Gebruikers, wachtzinnen en herstelblad kunnen hier anders zijn.
older-then-access = Verloor iemand daarna de toegang? Stop die opnieuw.
older-then-access-forked = Verloor iemand in de andere versie de toegang? Stop die hier ook.
older-then-log = Wijzigt u iets, dan komt het openen in het logboek.

# What was found at the unlock.
told-label = Gezien bij het openen
told-read = Gelezen
told-attempts = { $count ->
    [one] Er is 1 keer een verkeerde wachtzin of een verkeerd herstelblad ingevuld. Dat was op { $last }.
   *[other] Er is { $count } keer een verkeerde wachtzin of een verkeerd herstelblad ingevuld. De laatste keer was op { $last }.
}
told-attempts-do = Was u het, of een andere gebruiker? Dan hoeft u niets te doen. Weet niemand hiervan? Vraag na wie bij de map kan, en kies in Beheer een nieuwe wachtzin. Kon een vreemde erbij? { breach-do-note } { breach-today } { breach-known }
told-attempts-typing = Was u het zelf? Dan hoeft u niets te doen. Was u het niet? Vraag na wie bij deze computer kan, en kies in Beheer een nieuwe wachtzin. Kon een vreemde erbij? { breach-do-note } { breach-today } { breach-known }
told-older = U werkt met de kluis van { $until }.
told-older-do = Wat daarna gebeurde, staat er niet in. { older-then-again } { older-then-users } { older-then-access }
told-go-proofs = Naar Bewijzen van wissen
told-header = Een van de twee bestanden met het slot van de kluis was beschadigd of weg.
told-header-do = Het andere bestand is goed. Daarmee herstellen wij dit zodra dat kan. Gebeurt dit vaker? Laat de schijf of de USB-stick nakijken.
told-users = { $count ->
    [one] Iemand veranderde 1 gebruiker buiten Ledenkluis om.
   *[other] Iemand veranderde { $count } gebruikers buiten Ledenkluis om.
}
told-users-do = Wij hebben de gebruikers teruggezet zoals een beheerder ze vastlegde. Laat een beheerder bij Gebruikers kijken of alles klopt. { breach-do-note } { breach-today } { breach-known }
told-clock = De datum van deze computer lijkt niet te kloppen.
told-clock-dates = Volgens deze computer is het { $today }. De laatste datum waar wij zeker van zijn, is { $last }.
told-clock-do = Tot u zegt dat de datum klopt, tellen wij geen bewaartermijnen. De termijnen van de wet lopen gewoon door. Klopt hij niet? Zet de klok goed en open de kluis opnieuw.
told-clock-looking = Bewaartermijnen tellen wij nu niet. De termijnen van de wet lopen gewoon door. Wie de kluis opent om te wijzigen, kan zeggen dat de datum klopt.
told-clock-right = De datum klopt
told-clock-done = Wij tellen weer met de datum van vandaag.
told-clock-uncounted = Termijnen zijn niet geteld

# At the door, when something is not as it should be.
unlock-still = Nog steeds niet. Geprobeerd om { $time }.
unlock-internal = Er ging iets mis. Uw gegevens zijn niet veranderd. Code { $code }.
unlock-internal-sheet = Er ging iets mis. Koos u een nieuwe wachtzin? Probeer dan eerst de nieuwe. Code { $code }.
unlock-again = U kunt het weer proberen.
unlock-missing = Wij vinden de kluis niet op { $path }.
unlock-missing-stick = Zit de USB-stick er niet in? Doe hem erin en probeer het opnieuw.
unlock-missing-moved = Staat de kluis nu ergens anders? Open die map.
unlock-missing-lost = Is de stick of de kluis kwijt? Dat is een datalek, ook al zit de kluis op slot.
unlock-breach = Is dit een datalek?
unlock-technical = Technische gegevens
unlock-place = Plek: { $place }
unlock-file = Bestand: { $file }
unlock-code = Code: { $code }
unlock-look = Op deze schijf kunnen wij niet schrijven. U kunt de kluis wel bekijken.
unlock-broken-differ = De onderdelen van de kluis horen niet bij elkaar. Er is iets bij van een andere dag, of het is beschadigd.
unlock-broken-lock-older = Het slot van de kluis is ouder dan de gegevens. Misschien zette een cloud-dienst of iemand anders een oud bestand terug.
unlock-broken-data-older = De gegevens zijn ouder dan het slot van de kluis. Misschien zette een cloud-dienst of iemand anders een oud bestand terug.
unlock-broken-data-missing = Een deel van de kluis ontbreekt: de gegevens.
unlock-broken-lock = Het slot van de kluis is beschadigd.
unlock-broken-data = De gegevens van de kluis zijn beschadigd.
unlock-broken-replaced = In de gegevens staan stukken van een andere dag. Een cloud-dienst of oude kopie kan de oorzaak zijn. Of iemand schreef buiten Ledenkluis om.
unlock-unchanged = Wij hebben niets veranderd.
unlock-steps = Zo gaat u verder
unlock-step-cloud = Staat de kluis in een cloud-map? Wacht tot alles is bijgewerkt en probeer het opnieuw.
unlock-step-backup = Lukt het niet? Zet uw nieuwste back-up in een nieuwe map, de hele kluis en geen los bestand. Open die map. Laat deze staan.
unlock-step-keep = Geen back-up? Laat de map zo staan en vraag hulp aan de beheerder. Geef alleen de technische gegevens door, nooit de kluis zelf.
unlock-breach-when = Is er iets kwijt, of deed een vreemde dit?
start-pass-again-empty = Typ de wachtzin nog een keer.
recover-all = Typ de 8 groepen van het blad.
told-undone = Bij het openen konden wij iets niet afmaken.
told-undone-disk = De schijf is vol. Maak ruimte en open de kluis opnieuw.
told-undone-do = Vergrendel de kluis en open hem opnieuw. Blijft deze melding komen? Vraag hulp en noem deze code: { $code }.
told-go-users = Naar Gebruikers
told-go-log = Naar Logboek
told-more = { $count ->
    [one] Nog 1 melding
   *[other] Nog { $count } meldingen
}: { $first }

# Locking while something is typed that cannot be kept.
lock-unkept = Toch vergrendelen?
lock-unkept-body = Uw invoer kan nu niet bewaard worden.
lock-unkept-do = Toch vergrendelen
lock-lost = De kluis ging om { $time } op slot. Wat u toen invulde, kon niet bewaard worden. Vul het opnieuw in.

# Another passphrase, and the computers that remember the one before.
pass-forgets = Onthoudt een computer uw wachtzin? Dan vergeet die hem. U kunt dat daarna weer aanzetten.
pass-forgot = Uw wachtzin is gewijzigd. Geen computer onthoudt hem nog. Een oude kopie opent nog met de oude wachtzin.
