# What must happen now.
today-morning = Goedemorgen, { $name }
today-afternoon = Goedemiddag, { $name }
today-evening = Goedenavond, { $name }
today-now = Nu doen
today-month = Deze maand
today-add = Persoon toevoegen
today-empty-title = U bent bij
today-empty-body = Er is vandaag niets te doen.
today-looking-title = U kijkt nu alleen
today-looking-body = Er staan taken klaar. Die ziet u als u de kluis gewoon opent.
today-first-title = Zo begint u
today-first-import = Lijst importeren
today-first-import-body = Uit Excel, LibreOffice of CSV. Uw bestand verandert niet.
today-first-rules = Regels bekijken
today-first-rules-body = Hoelang u wat bewaart, en waarom.
today-first-sheet = Herstelblad afdrukken
today-first-sheet-body = Voor als u de wachtzin kwijtraakt.
today-item-retention = Bewaartermijn voorbij
today-item-retention-body = Kijk van wie u de gegevens nog mag bewaren.
today-item-recovery = Druk uw herstelblad af
today-item-recovery-body = Vergeet u de wachtzin en is er geen andere beheerder? Dan is zonder blad de kluis weg.
today-item-missing = Nog geen keuze over { $purpose }
today-item-missing-body = Vraag deze leden wat zij goed vinden.
today-item-missing-photo = Plaats geen herkenbare foto's van deze leden.
today-item-sixteen = { $name } wordt 16
today-item-sixteen-body = Vanaf { $date } geeft { $name } zelf toestemming. Vraag het opnieuw.
today-item-oldfile = Ruim het oude bestand op
today-item-oldfile-body = Uw ledenlijst staat nog los op de computer.
today-chart-members = Leden
today-chart-in = Erbij
today-chart-out = Weg
today-chart-year = Jaar
today-chart-consent = Toestemming { $purpose }
today-chart-table = Toon als tabel
today-chart-bars = Toon als staafjes
today-birthdays = Jarig deze week
today-people = { $n ->
    [one] 1 persoon
   *[other] { $n } personen
}
today-show-all = Toon alle { $n }
today-tile-sheet = nog niet
today-overview = Overzicht
today-chart-thisyear = dit jaar
today-chart-open = Geen keuze
