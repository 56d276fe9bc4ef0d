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
