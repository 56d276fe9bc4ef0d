# What may no longer be kept.
retention-title = Retention periods
retention-tab-due = Due now
retention-tab-rules = Rules
retention-tab-proofs = Erasure proofs
retention-person-why = Person and reason
retention-name-hidden = Name hidden
retention-proposal = Our proposal
retention-proposal-of = Proposal for { $name }
retention-erase = Erase
retention-part = Erase in part
retention-keep = Keep longer
retention-wait = Must wait
retention-skip = Not now
retention-held-restricted = On hold
retention-group = { $n ->
    [one] { $rule } (1)
   *[other] { $rule } ({ $n })
}
retention-more = and { $n } more. They go with the whole group.
retention-label = People whose retention period is over
retention-keep-title = Keep { $name } longer
retention-keep-reason = Why is this still needed?
retention-keep-reason-the = The reason
retention-keep-until = Keep until
retention-keep-hint = At most 1 year. After that we ask again.
retention-keep-do = Keep longer
retention-kept = { $name } stays until { $date }.
retention-what = What happens to { $name }?
retention-goes = This goes
retention-stays = This must stay
retention-stays-until = Until { $date }
retention-counts = This counts without a name
retention-nothing-stays = No law asks to keep anything. Lines with a number stay in the log, without the name of this person.
retention-backups = Do you have your own copy of the vault? This person is still in it.
retention-open-person = View person
retention-chosen = { $n } selected:
retention-sum-none = Nobody selected.
retention-sum-erase = erase { $n }
retention-sum-part = erase { $n } in part
retention-notyet = Nothing changes until the next step.
retention-check = Continue to check
retention-check-none = Choose first who you want to erase.
retention-confirm-title = { $n ->
    [one] Process 1 person for good?
   *[other] Process { $n } people for good?
}
retention-confirm-body = Nobody can undo erasing, not even we.
retention-confirm-type = Type: { $words }
retention-confirm-mismatch = That is not the same. Type exactly: { $words }
retention-confirm-list = Who it is about
retention-words-erase = { $n ->
    [one] erase 1 person
   *[other] erase { $n } people
}
retention-do = { $n ->
    [one] Process 1 person
   *[other] Process { $n } people
}
retention-busy = { $n ->
    [one] Erasing 1 person
   *[other] Erasing { $n } people
}
retention-done = { $n ->
    [one] 1 person processed. The proof is ready.
   *[other] { $n } people processed. The proof is ready.
}
retention-back = To the list
retention-empty-title = Nobody is due
retention-empty-body = The next one is on { $date }.
retention-empty-none = No period is running yet.
retention-rule-what = What
retention-rule-term = How long
retention-rule-after = After
retention-rule-status = Why this long
retention-rule-source = Source
retention-rule-used = In use
retention-rule-used-by = { $n ->
    [one] for 1 person
   *[other] for { $n } people
}
retention-rule-action = What happens
retention-status-law = Law
retention-status-guidance = Guidance
retention-status-custom = Own rule
retention-status-law-hint = This period is set by law. It cannot be shorter.
retention-status-guidance-hint = The law names no period. This is what is usually reasonable.
retention-verify = Check this yourself
retention-rules-date = Rules of { $date }

# Rules: who it is about, what the term counts from, and both in one line with the term.
retention-term-year = { $n ->
    [one] 1 year
   *[other] { $n } years
}
retention-term-month = { $n ->
    [one] 1 month
   *[other] { $n } months
}
retention-rule-r01 = Former members
retention-rule-r01-after = The end of the membership
retention-rule-r01-line = Former members: { $term } after the end of the membership
retention-rule-r03 = Payments
retention-rule-r03-after = The end of the financial year of the payment
retention-rule-r03-line = Payments: { $term } after the end of the financial year, by law
retention-rule-r07b = Gifts
retention-rule-r07 = Agreements on periodic gifts
retention-rule-r07-after = The end of the agreement
retention-rule-r07-line = Periodic gifts: { $term } after the end of the agreement, by law
retention-rule-r07b-after = The end of the financial year of the gift
retention-rule-r07b-line = Gifts: { $term } after the end of the financial year, by law
retention-rule-r07c = Donors who no longer give
retention-rule-r07c-after = The year of the last gift
retention-rule-r07c-line = Donors: { $term } after the year of the last gift
retention-rule-r09 = Former volunteers
retention-rule-r09-after = The end of the task
retention-rule-r09-line = Former volunteers: { $term } after the end of the task
retention-rule-r12 = Readers of the newsletter
retention-rule-r12-after = The last choice about consent
retention-rule-r12-line = Newsletter: at once after withdrawal, or { $term } after the last choice
retention-rule-r22 = Contacts
retention-rule-r22-after = The end of the contact
retention-rule-r22-line = Contacts: { $term } after the end of the contact
retention-rule-none = Without a relation with the association

# Why somebody is due.
retention-because-member = Member until { $date }
retention-because-member-paid = Member until { $date }, paid fees
retention-because-member-gave = Member until { $date }, gave to the association
retention-because-member-end-unknown = No longer a member, end date unknown
retention-because-volunteer = Volunteer until { $date }
retention-because-volunteer-paid = Volunteer until { $date }, with payments
retention-because-volunteer-gave = Volunteer until { $date }, gave to the association
retention-because-volunteer-end-unknown = No longer a volunteer, end date unknown
retention-because-donor = Donor until { $date }
retention-because-donor-paid = Donor until { $date }, with payments
retention-because-donor-gave = Donor until { $date }, gave to the association
retention-because-donor-end-unknown = No longer a donor, end date unknown
retention-because-contact = Contact until { $date }
retention-because-contact-paid = Contact until { $date }, with payments
retention-because-contact-gave = Contact until { $date }, gave to the association
retention-because-contact-end-unknown = No longer a contact, end date unknown
retention-because-last-gift = Last gift in { $year }
retention-because-consent-withdrawn = Withdrew consent on { $date }
retention-because-consent-old = Gave consent on { $date }, nothing heard since
retention-because-fiscal-over = The books had to stay until { $date }
retention-because-no-relation = No relation with the association

# What must stay, and what counts on.
retention-stays-payments = Name, address and payments
retention-stays-gifts = Name, address and gifts
retention-stays-all = All data
retention-stays-why-tax = This must stay by tax law. It now stands in the treasurer's list only.
retention-counts-member = 1 member joined in { $from }, 1 left in { $to }
retention-counts-member-joined = 1 member joined in { $from }
retention-counts-member-left = 1 member left in { $to }
retention-counts-donor = 1 donor joined in { $from }, 1 left in { $to }
retention-counts-donor-joined = 1 donor joined in { $from }
retention-counts-donor-left = 1 donor left in { $to }
retention-counts-volunteer = 1 volunteer joined in { $from }, 1 left in { $to }
retention-counts-volunteer-joined = 1 volunteer joined in { $from }
retention-counts-volunteer-left = 1 volunteer left in { $to }
retention-counts-contact = 1 contact joined in { $from }, 1 left in { $to }
retention-counts-contact-joined = 1 contact joined in { $from }
retention-counts-contact-left = 1 contact left in { $to }

# How long what is kept.
retention-keeps-member = Member data
retention-keeps-volunteer = Volunteer data
retention-keeps-donor = Donor data
retention-keeps-contact = Contact data
retention-keeps-longer = Kept longer
retention-keeps-books = Bookkeeping
retention-bar-member-running-year = As long as this person is a member, and { $n } { $n ->
    [one] year
   *[other] years
} after that.
retention-bar-member-ended-year = { $n ->
    [one] 1 year
   *[other] { $n } years
} after the end of the membership: until { $until }.
retention-bar-volunteer-running-year = As long as this person is a volunteer, and { $n } { $n ->
    [one] year
   *[other] years
} after that.
retention-bar-volunteer-ended-year = { $n ->
    [one] 1 year
   *[other] { $n } years
} after the end of the task: until { $until }.
retention-bar-donor-running-year = As long as this person gives, and { $n } { $n ->
    [one] year
   *[other] years
} after the year of the last gift.
retention-bar-donor-ended-year = { $n ->
    [one] 1 year
   *[other] { $n } years
} after the year of the last gift: until { $until }.
retention-bar-donor-stopped-year = { $n ->
    [one] 1 year
   *[other] { $n } years
} after the year in which this ended: until { $until }.
retention-bar-contact-running-month = As long as there is contact, and { $n } months after that.
retention-bar-contact-ended-month = { $n } months after the end of the contact: until { $until }.
retention-bar-end-unknown = Nobody knows when this ended. See whether you still need it.
retention-bar-books = We keep payments of { $year } until { $until }.
retention-bar-consent = Until this person withdraws consent.
retention-bar-consent-month = Until this person withdraws consent, or until { $n } months after the last choice.
retention-bar-longer = Decided to keep longer: until { $until }.

# Why until then, below a last day.
retention-reason-member-ended-year = That is { $n ->
    [one] 1 year
   *[other] { $n } years
} after the end of the membership.
retention-reason-volunteer-ended-year = That is { $n ->
    [one] 1 year
   *[other] { $n } years
} after the end of the task.
retention-reason-donor-ended-year = That is { $n ->
    [one] 1 year
   *[other] { $n } years
} after the year of the last gift.
retention-reason-donor-stopped-year = That is { $n ->
    [one] 1 year
   *[other] { $n } years
} after the year in which this ended.
retention-reason-contact-ended-month = That is { $n } months after the end of the contact.
retention-reason-books = Payments of { $year } must be kept that long.
retention-reason-longer = It was decided to keep the data until then.
retention-reason-consent = By then nothing has been heard about the consent for long.

# In reports and on paper.
holder-retention = Kept longer
retention-field-until = Keep until
retention-field-reason = Reason
retention-field-decided = Decided on
erased-keep-longer = Decision to keep longer
retention-ask = Look first
retention-nobody-now = Nobody is in this list now.
told-clock-counts = Who is a member, and the numbers, may be wrong now too.
