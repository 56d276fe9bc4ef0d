# Gifts and contributions of a person.
donations-title = Giften
donations-add = Gift toevoegen
donations-kind = Soort
donations-kind-gift = Gift
donations-kind-contribution = Contributie
donations-on = Datum
donations-on-the = De datum
donations-amount = Bedrag in euro
donations-remark = Opmerking
donations-empty-title = Nog geen giften
donations-empty-body = Voeg een gift of contributie toe.
donations-added = Opgeslagen.
holder-donations = Giften en betalingen
donation-gift = Gift
donation-contribution = Contributie
donation-field-kind = Soort
donation-field-on = Datum
donation-field-year = Jaar
donation-field-amount = Bedrag
donation-field-remark = Opmerking
erased-donation = { $n ->
    [one] 1 gift of betaling
   *[other] { $n } giften en betalingen
}
donations-amount-short = Bedrag
