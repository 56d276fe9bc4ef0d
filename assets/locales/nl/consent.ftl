# Recording what someone agrees to, and taking it back.
consent-title = Toestemming
consent-intro = Per doel ziet u wie ja zei, wie nee, en wie nog niets.
consent-yes = Ja
consent-no = Nee
consent-open = Geen keuze
consent-withdrawn = Ingetrokken
consent-unknown = Zonder bewijs
consent-not-asked = Nog niet gevraagd
consent-unknown-hint = Er stond een vinkje in een oude lijst. Dat is geen bewijs: vraag het opnieuw.
consent-how-paper = Op papier
consent-how-phone = Per telefoon
consent-how-email = Per e-mail
consent-how-in-person = In gesprek
consent-how-import = Uit een lijst
consent-how-on = { $how }, { $date }
consent-record-title = Keuze van { $name } vastleggen
consent-record-purpose = Waarvoor?
consent-record-answer = Wat zei deze persoon?
consent-record-yes = Ja, dat is goed
consent-record-no = Nee, liever niet
consent-record-how = Hoe kreeg u dit te horen?
consent-record-by = Wie gaf het antwoord?
consent-record-by-subject = De persoon zelf
consent-record-by-guardian = Ouder of voogd
consent-record-remark = Wat werd er gezegd?
consent-record-text = Dit is de tekst die u vraagt (versie { $version })
consent-record-weak = Dit is zwakker bewijs. Vraag later ook een handtekening.
consent-record-free = Zegt iemand nee? Dan blijft die gewoon lid.
consent-record-do = Keuze vastleggen
consent-recorded = Keuze over { $purpose } is vastgelegd.
consent-history = Wat er gebeurde
consent-history-by = vastgelegd door { $name }
consent-history-version = tekst versie { $version }
consent-overview-unknown = { $n } zonder bewijs
consent-overview-asked = Hiervoor vraagt u toestemming
consent-overview-other = Hiervoor hoeft u niets te vragen
consent-overview-other-hint = De AVG kent meer redenen dan toestemming. Bij deze doelen is dat een andere.

# In reports and on paper.
holder-consent = Toestemmingen
consent-field-purpose = Doel
consent-field-state = Keuze
consent-field-on = Datum
consent-field-how = Hoe
consent-field-by = Wie gaf het antwoord
consent-field-version = Versie van de tekst
consent-field-text = De tekst
consent-field-remark = Opmerking
consent-field-recorded = Vastgelegd op
erased-consent = { $n ->
    [one] 1 keuze over toestemming
   *[other] { $n } keuzes over toestemming
}
consent-record-choose = Kies ja of nee.
consent-record-date = Datum van het antwoord
consent-all = Alle { $n } doelen
consent-objections = Bezwaar
consent-objections-hint = Hiervoor vraagt u niets. Wie bezwaar maakt, krijgt dit niet meer.
consent-objected = Bezwaar
consent-objected-not = Geen bezwaar
consent-objected-yes = Maakt bezwaar
consent-count-yes = { $n } ja
consent-count-no = { $n } nee
consent-count-open = { $n } geen keuze
