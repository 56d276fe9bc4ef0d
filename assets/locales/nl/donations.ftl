# Gifts and contributions of a person.
donations-title = Giften
donations-add = Gift toevoegen
donations-kind = Soort
donations-kind-gift = Gift
donations-kind-contribution = Contributie
donations-on = Datum
donations-amount = Bedrag in euro
donations-remark = Opmerking
donations-year = Totaal { $year }
donations-empty-title = Nog geen giften
donations-empty-body = Voeg een gift of contributie toe.
donations-added = Opgeslagen.
