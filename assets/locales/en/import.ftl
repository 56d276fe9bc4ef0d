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
import-problem-member-number-taken = This member number belongs to someone else
import-problem-person-restricted = This person is on hold
import-problem-other = Cannot be read
import-count-new = New
import-count-new-hint = These people are added.
import-count-add = Add to existing
import-count-add-hint = We add what is missing. We overwrite nothing.
import-count-same = No change
import-count-same-hint = These people are already there, exactly so.
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
meaning-note = Notes
meaning-house-number-addition = Addition
meaning-street-and-number = Street and number
meaning-email2 = Second e-mail address
meaning-member-since = Member since
meaning-member-until = Member until
meaning-gender = Gender or title
meaning-iban = Bank account (IBAN)
meaning-consent = Consent: { $purpose }
