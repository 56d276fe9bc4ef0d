# What the shell and the kit say on every screen.
app-name = Ledenkluis
app-title = Ledenkluis, { $association }
app-skip = Naar de inhoud
app-loading = Bezig met laden
app-menu = Menu

nav-label = Hoofdmenu
nav-today = Vandaag
nav-people = Personen
nav-consent = Toestemming
nav-retention = Bewaartermijnen
nav-admin = Beheer
nav-count = { $n } te doen

bar-label = Bovenbalk
bar-back = Terug
bar-back-none = Nog geen vorig scherm
bar-search = Zoek een persoon
bar-search-none = Niets gevonden
bar-search-alike = Lijkt op:
bar-help = Hulp bij dit scherm
bar-lock = Vergrendelen

act-save = Opslaan
act-cancel = Annuleren
act-close = Sluiten
act-undo = Ongedaan maken
act-next = Verder
act-back = Terug
act-stop = Stoppen
act-why = Waarom?
act-change = Wijzigen
act-view = Bekijken
act-print = Afdrukken
act-open = Openen
act-more = Meer
act-add = Toevoegen
act-retry = Opnieuw proberen
act-choose-folder = Map kiezen

field-optional = (niet verplicht)
field-date-hint = Bijvoorbeeld 4-12-2026
field-show = Toon
field-hide = Verberg
field-caps = Caps Lock staat aan
field-remove = { $field } weghalen

saved = Opgeslagen
undone = Ongedaan gemaakt

notice-label = Meldingen

leave-title = Wilt u uw invoer bewaren?
leave-body = Wat u invulde is nog niet opgeslagen.
leave-save = Opslaan
leave-drop = Niet bewaren
leave-stay = Verder invullen

err-summary = Controleer dit
err-incident = Code voor hulp: { $incident }
err-copy = Technische gegevens kopiëren
err-copied = Gekopieerd

noaccess-title = U heeft hier geen toegang
noaccess-body = Vraag de beheerder van de kluis.
noaccess-ask = Vraag de beheerder van de kluis: { $names }.
noaccess-part = Alleen zichtbaar voor: { $role }

missing-title = Deze pagina bestaat niet
missing-body = Kies links in het menu waar u heen wilt.

outside = Dit bestand staat buiten de kluis: { $path }
outside-two = Deze bestanden staan buiten de kluis: { $first } en { $second }

print-open = Openen om af te drukken
print-save = Bewaren als PDF
print-temp = Wij wissen dit tijdelijke bestand als u vergrendelt.

job-left = { $done } van { $total }, nog ongeveer { $time }
job-of = { $done } van { $total }
job-nostop = Dit kan niet halverwege stoppen. Laat de computer aan.
job-busy = Bezig...

time-seconds = { $n ->
    [one] 1 seconde
   *[other] { $n } seconden
}
time-minutes = { $n ->
    [one] 1 minuut
   *[other] { $n } minuten
}
time-months = { $n ->
    [one] 1 maand
   *[other] { $n } maanden
}
time-years = { $n ->
    [one] 1 jaar
   *[other] { $n } jaar
}

grid-hint = Gebruik de pijltoetsen, of typ de eerste letters van de naam. Enter opent de rij.
grid-empty = Geen rijen
grid-choose-all = { $n ->
    [one] Alles kiezen
   *[other] Alle { $n } kiezen
}
grid-choose = Kies { $name }

tabs-label = Onderdelen

steps-label = Stappen
steps-done = klaar
steps-now = Stap { $n } van { $total }

yes = Ja

no = Nee

none = Geen

list-and = { $first } en { $last }

# Een kluis die is geopend om te kijken
looking-only = U kunt nu alleen kijken.
looking-why = De kluis is open op { $computer }.
looking-open = Vergrendelen en gewoon openen
looking-title = Wijzigen kan nu niet
looking-body = Vergrendel de kluis en open hem gewoon. Dan kunt u weer wijzigen.
looking-look = Dit geldt tot u vergrendelt. Uw keuze wordt nu niet bewaard.
