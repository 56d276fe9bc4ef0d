# Erasing for good, and the proof of it.
erasure-title = Gegevens van { $name } wissen
erasure-warn = Dit kan niemand ongedaan maken.
erasure-type = Typ de achternaam om te wissen: { $surname }
erasure-do = Definitief wissen
erasure-keep = Niet wissen
erasure-busy = Bezig met wissen. Laat de computer aan.
erasure-busy-title = Bezig met wissen
erasure-done = Gewist. Bewijs { $number } staat klaar.
erasure-done-title = Gewist
erasure-done-kept = Dit moest blijven
erasure-erased = Helemaal gewist
erasure-partly = Deels gewist
erasure-proof = Bewijs van wissen
erasure-proofs = Bewijzen van wissen
erasure-proofs-empty = Er is nog niets gewist.
erasure-proof-save = Bewijs { $number } bewaren
erasure-col-number = Bewijs
erasure-col-when = Wanneer
erasure-col-who = Wie
erasure-col-count = Personen
erasure-elsewhere = Haal deze mensen ook uit uw mailgroep en uit losse bestanden.
erasure-proof-file = Bewijs van wissen { $number }.pdf
erasure-pending = Nog niet opgeruimd
erasure-residue = Resten gevonden
erasure-unsearched = Niet nagezocht
erasure-pending-hint = De mensen zijn gewist. Het opruimen van het bestand gaat verder als u de kluis weer opent.
erasure-strangers = { $n ->
    [one] In de map van de kluis staat nog 1 ander bestand met een van deze namen. Kijk of dat weg mag.
   *[other] In de map van de kluis staan nog { $n } andere bestanden met een van deze namen. Kijk of die weg mogen.
}
