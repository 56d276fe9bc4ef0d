# Bringing in a list from a file.
import-title = Import list
import-title-file = Which file do you want to import?
import-title-sheet = Which sheet holds the list?
import-title-header = What kind of list is this?
import-title-columns = Are the columns right?
import-title-problems = Look at the problems
import-title-check = Is this right?
import-title-run = Importing
import-step-file = File
import-step-sheet = Sheet
import-step-columns = Columns
import-step-problems = Problems
import-step-check = Check
import-file-hint = Excel, LibreOffice or CSV. Your file does not change.
import-file-choose = Choose a file
import-file-other = Choose another file
import-file-reading = Reading...
import-file-drop = Drag your file here or choose it
import-reading = Reading the file
import-checking = Checking the rows
import-file-facts = { $n ->
    [one] { $file }, sheet ‘{ $sheet }’, 1 row
   *[other] { $file }, sheet ‘{ $sheet }’, { $n } rows
}
import-file-facts-plain = { $n ->
    [one] { $file }, 1 row
   *[other] { $file }, { $n } rows
}
import-sheet = Sheet
import-sheet-rows = { $n ->
    [one] 1 row
   *[other] { $n } rows
}
import-sheet-hidden = hidden in your program
import-header-row = Row with the column names
import-header-rows = The first rows of your file
import-header-hint = We think this is row { $n }. Not right? Choose another row.
import-header-none = We see no row with column names. Choose the right row.
import-header-absent = There is no row with names
import-header-choose = Row { $n } has the names
import-row = Row
import-col-yours = Your column
import-col-sample = Examples
import-col-becomes = Becomes in Ledenkluis
import-col-sure = Certainty
import-col-becomes-of = { $column } becomes
import-columns-label = Columns in your file
import-sure = Certain
import-look = Please check
import-unknown = Not recognised
import-chosen = Your choice
import-sensitive = Sensitive
import-forbidden = Not allowed
import-skip = Do not import
import-hidden = hidden
import-bsn = Associations may hardly ever keep the BSN. We skip this column.
import-bsn-why = An association may only use the BSN if a law says so. (Article 46 UAVG)
import-sensitive-why = This may hold something about health or religion. Only take what is really needed.
import-noproof = Yes, but without proof
import-status-ended = Ended
import-refused = No: that stays a no
import-preview = Row { $n } becomes
import-preview-next = Next row
import-preview-previous = Previous row
import-preview-left = Not taken over
import-nothing = Nothing has been imported yet.
import-sum = { $sure } columns recognised, { $look } to check, { $skip } skipped.
import-relation = What kind of list is this?
import-relation-member = Members
import-relation-donor = Donors
import-relation-volunteer = Volunteers
import-relation-contact = Contacts
import-ended = These people have left
import-date-order = Order in dates
import-date-order-dmy = day, month, year (4-12-1958)
import-date-order-mdy = month, day, year (12-4-1958)
import-date-order-ymd = year, month, day (1958-12-4)
import-to-sheet = Continue to sheet
import-to-columns = Continue to columns
import-to-problems = Continue to problems
import-to-check = Continue to check
import-problems-none = No problems found
import-problems-none-body = All rows can be read well.
import-problems-intro = We skip these values. The rest of the row comes along.
import-problems-group = { $n ->
    [one] { $what }: once
   *[other] { $what }: { $n } times
}
import-problems-where = Row { $row }, column { $column }
import-problems-row = Row { $row }
import-problems-save = Save the problems as a file
import-problems-file = Import problems.csv
import-problems-more = and { $n } more
import-problem-email = Not a valid e-mail address
import-problem-date = Not a date
import-problem-date-future = Date in the future
import-problem-date-order = The end is before the start
import-problem-phone = Not a phone number
import-problem-postcode = Not a postcode
import-problem-choice = Unknown value
import-problem-too-long = Text too long
import-problem-required = No name
import-problem-bsn = Looks like a BSN
import-problem-ragged-row = More or fewer fields than columns
import-problem-lost-characters = Unreadable characters
import-problem = Problem
import-problem-left-out-row = No person: a total or a footnote
import-problem-formula-without-value = Formula without a result: open and save the file in Excel
import-problem-member-number-taken = Somebody else has this member number too
import-problem-same-as-skipped = The same person as a row that we leave out
import-problem-note-kept = There is a note already: that of the list is not taken over
import-problem-yes-kept = The vault has a yes: this no is not recorded
import-problem-email-remark = Words beside the e-mail address: not taken over
import-problem-no-relation = No relation, so no start or end is stored either
import-problem-unsure = Perhaps we know this person already
import-problem-perhaps-twice = This person may be in the list twice
import-problem-differs = The list says something else than the vault
import-problem-person-restricted = This person is on hold
import-problem-answer-unread = No clear yes or no: not recorded
import-problem-cell-error = Error from the spreadsheet
import-problem-no-value = This does not look like a value: left empty
import-problem-deceased = This person has died and is sent nothing
import-problem-inactive = Not active: stored as ended
import-problem-date-without-year = Day without a year: fill in the year
import-problem-date-without-day = Month without a day: fill in the day
import-problem-year-alone = Only a year: fill in the whole date
import-problem-date-order-unsure = Day and month may be swapped
import-problem-mixed-dates = In this column day and month are not always in the same order
import-problem-power-of-ten = Number with an E: digits are missing
import-problem-phone-unsure = Does not fit the phone numbers of this country: taken over as written
import-problem-phone-remark = Remark beside the phone number too long: not taken over
import-problem-number-became-day = This is a day instead of a number
import-problem-address-whole = Address cannot be split with certainty: kept whole as the street
import-problem-prefix-twice = The prefix does not fit the surname: taken over as written
import-problem-title-left-out = Title beside the name: not taken over
import-problem-other = Cannot be read
import-count-new = New
import-count-new-hint = These people are added.
import-count-add = Add to existing
import-count-add-hint = We add what is missing. We overwrite nothing.
import-count-same = No change
import-count-same-hint = These people are already there, exactly so.
import-count-ask = To ask
import-count-ask-hint = We leave these rows out until you say who they are.
import-count-skip = Skip
import-count-skip-hint = Rows without a name.
import-count-refused = Said no
import-count-refused-hint = A no in your list is recorded as a refusal.
import-check-undo = You can undo this for 30 days.
import-again = You also imported this file on { $date }.
import-do = { $n ->
    [one] Import 1 person
   *[other] Import { $n } people
}
import-do-refusals = Record the refusals
import-do-none = There is nothing to import
import-done = { $n ->
    [one] 1 person imported
   *[other] { $n } people imported
}
import-done-people = Go to People
import-undo = Undo import
import-undo-title = Undo this import?
import-undo-body = The people of this import disappear again. You can do this until { $date }.
import-undo-done = { $n ->
    [one] The import is undone: 1 person removed.
   *[other] The import is undone: { $n } people removed.
}
import-undo-changed = { $n ->
    [one] 1 person has changed since and stays.
   *[other] { $n } people have changed since. They stay.
}
import-oldfile = The old file is still unprotected on your computer. Erase it or put it somewhere safe.
import-oldfile-title = Clear up the old file
import-list = Earlier imports
import-list-empty = You have not imported anything yet.
import-undone-on = Undone on { $date }

meaning-surname = Surname
meaning-prefix = Name prefix
meaning-given-name = First name
meaning-initials = Initials
meaning-full-name = Full name
meaning-partner-surname = Partner's surname
meaning-partner-prefix = Partner's name prefix
meaning-email = E-mail address
meaning-phone = Phone
meaning-mobile = Mobile number
meaning-street = Street
meaning-house-number = House number
meaning-postcode = Postcode
meaning-city = Town
meaning-country = Country
meaning-birth-date = Date of birth
meaning-member-number = Member number
meaning-relation = Relation
meaning-status = Status: active or ended
meaning-deceased = Died (on)
meaning-note = Notes
meaning-house-number-addition = Addition
meaning-street-and-number = Street and number
meaning-email2 = Second e-mail address
meaning-member-since = Member since
meaning-member-until = Member until
meaning-gender = Gender or title
meaning-iban = Bank account (IBAN)
meaning-consent = Consent: { $purpose }
meaning-refusal = Refusal: { $purpose }

# Do we know these people already?
import-step-doubts = Duplicates
import-title-doubts = Do we know these people already?
import-to-doubts = Continue to duplicates
import-doubts-none = There is nobody we doubt about
import-doubts-none-body = Of each row we know whether you know this person already.
import-doubts-intro = Here we are not sure. Choose for each person. What you leave open we leave out or add apart; it says which.
import-doubts-left = { $n ->
    [0] You have chosen everywhere.
    [one] One choice left.
   *[other] { $n } choices left.
}
import-doubt-row = Row { $row }: { $name }
import-doubt-list = In your list
import-doubt-vault = In the vault
import-doubt-earlier = In row { $row } of your list
import-doubt-who = Who is this?
import-doubt-same = The same person
import-doubt-same-hint = We add what is missing.
import-doubt-another = Somebody else
import-doubt-another-hint = This person is added.
import-doubt-skip = Leave out
import-doubt-skip-hint = We do not import this row.
import-doubt-open-vault = You choose nothing? Then we leave this row out.
import-doubt-open-row = You choose nothing? Then we add this person apart.
import-doubt-on-hold = This person is on hold. That is why you see only the name.
import-doubts-all = Everything that is still open:
import-doubts-all-same = the same
import-doubts-all-another = somebody else
import-doubts-all-skip = leave out
import-differs-title = { $n ->
    [one] One row says something else than the vault
   *[other] { $n } rows say something else than the vault
}
import-differs-intro = The vault stays as it is. Change it yourself at the person if the list is right.
import-differs-field = Detail
import-differs-vault = The vault
import-differs-list = Your list
import-differs-nothing = nothing
import-differs-ended = ended
import-differs-runs = still runs
