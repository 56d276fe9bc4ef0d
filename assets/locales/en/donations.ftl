# Gifts and contributions of a person.
donations-title = Gifts
donations-add = Add gift
donations-kind = Kind
donations-kind-gift = Gift
donations-kind-contribution = Contribution
donations-on = Date
donations-on-the = The date
donations-amount = Amount in euros
donations-remark = Remark
donations-empty-title = No gifts yet
donations-empty-body = Add a gift or contribution.
donations-added = Saved.
holder-donations = Gifts and payments
donation-gift = Gift
donation-contribution = Membership fee
donation-field-kind = Kind
donation-field-on = Date
donation-field-year = Year
donation-field-amount = Amount
donation-field-remark = Remark
erased-donation = { $n ->
    [one] 1 gift or payment
   *[other] { $n } gifts and payments
}
donations-amount-short = Amount
