# Gifts and contributions of a person.
donations-title = Gifts
donations-add = Add gift
donations-kind = Kind
donations-kind-gift = Gift
donations-kind-contribution = Contribution
donations-on = Date
donations-amount = Amount in euros
donations-remark = Remark
donations-year = Total { $year }
donations-empty-title = No gifts yet
donations-empty-body = Add a gift or contribution.
donations-added = Saved.
