# The list of people, and adding or changing one.
people-title = People
people-import = Import list
people-add = Add person
people-tabs = Selections
people-tab-all = Everyone
people-tab-members = Members
people-tab-donors = Donors
people-tab-volunteers = Volunteers
people-tab-former = Former members
people-search-in = Search in { $tab }
people-count = { $n ->
    [one] 1 of { $total } people
   *[other] { $n } of { $total } people
}
people-count-all = { $n ->
    [one] 1 person
   *[other] { $n } people
}
people-empty-title = Your members will be here
people-empty-body = Import your list or add someone.
people-searching = Searching...
people-none-title = Nobody found
people-none-body = Search part of the name.
people-none-clear = Clear the search field
people-none-tab = Search in everyone
people-none-members = No members yet
people-none-donors = No donors yet
people-none-volunteers = No volunteers yet
people-none-former = No former members yet
people-see-all = View everyone
people-col-name = Name
people-col-relation = Relation
people-col-number = Member number
people-col-city = Town
people-col-email = E-mail address
people-col-phone = Phone
people-col-keep = Keep until
people-col-newsletter = Newsletter
people-col-photos = Photos
people-keep-while = while active
people-keep-member = while a member
people-keep-unknown = end date unknown
people-keep-nothing = no relation
people-keep-over = over
people-born = born { $year }
people-number = no. { $number }
people-on-hold = On hold

relation-member = Member
relation-donor = Donor
relation-volunteer = Volunteer
relation-contact = Contact
relation-tie-member = membership
relation-tie-donor = support as a donor
relation-tie-volunteer = volunteer work
relation-tie-contact = contact relation
relation-former-member = Former member
relation-former-donor = Former donor
relation-former-volunteer = Former volunteer
relation-former-contact = Former contact
relation-from = from { $date }
relation-until = until { $date }

edit-title-new = Add person
edit-title-change = Change { $name }
edit-group-name = Name
edit-group-contact = Contact
edit-group-birth = Date of birth
edit-group-relation = Relation
edit-group-note = Notes
edit-maybe = May already exist:
edit-why = Why do we ask this?
edit-why-name = Without a name you do not know who it is. Only the surname is required.
edit-why-contact = To reach someone. Only fill in what you use.
edit-why-birth = Under 16 a parent gives consent. Otherwise leave this empty.
edit-why-relation = The relation decides how long you may keep the data.
edit-note = Notes
edit-note-warn = This person may read this. Only write what is really needed.
edit-more-email = Another e-mail address
edit-more-phone = Another phone number
edit-more-name = More about the name
edit-added = { $name } is added.
edit-changed = Saved.

field-initials = Initials
field-first = First name
field-infix = Name prefix
field-last = Surname
field-last-the = The surname
field-partner-infix = Partner's name prefix
field-partner-last = Partner's surname
field-name-use = Which name does this person use?
field-name-use-own = Own name
field-name-use-partner = Partner's name
field-name-use-partner-own = Partner's name and own name
field-name-use-own-partner = Own name and partner's name
field-address = Street and number
field-postcode = Postcode
field-city = Town
field-country = Country
field-email = E-mail address
field-email-nth = E-mail address { $n }
field-phone = Phone
field-phone-nth = Phone { $n }
field-label = Kind

label-home = Home
label-work = Work
label-mobile = Mobile
label-parent = Parent
label-other = Other

field-birth = Date of birth
field-memberno = Member number
field-relation = Relation
field-relation-none = No relation
field-since = Since

person-field-given-name = First name
person-field-initials = Initials
person-field-prefix = Name prefix
person-field-surname = Surname
person-field-partner-prefix = Partner's name prefix
person-field-partner-surname = Partner's surname
person-field-name-use = Which name you use
person-field-birth-date = Date of birth
person-field-member-number = Member number
person-field-street = Street and number
person-field-postcode = Postcode
person-field-city = Town
person-field-country = Country
person-field-email = E-mail address
person-field-email-label = Kind of e-mail address
person-field-phone = Phone
person-field-phone-label = Kind of phone number
person-field-relation = Relation
person-field-since = Since
person-field-until = Until
person-until-unknown = End date unknown
person-field-note = Notes
person-field-added = Added on
person-field-changed = Last changed on
person-field-restricted = On hold
person-field-restricted-until = On hold until
person-restricted-request = On request
person-restricted-fiscal = Only kept for tax

holder-people-identity = Name and date of birth
holder-people-contact = Address, e-mail and phone
holder-people-relations = Relation with the association
holder-people-note = Notes
holder-people-record = When your data were recorded

source-entered = Entered by the association
source-imported = From a list of the association
source-subject = From yourself
source-program = Kept by our program
source-partly-imported = { $source }, part of it from a list of the association

erased-email = { $n ->
    [one] 1 e-mail address
   *[other] { $n } e-mail addresses
}
erased-phone = { $n ->
    [one] 1 phone number
   *[other] { $n } phone numbers
}
erased-relation = { $n ->
    [one] 1 relation
   *[other] { $n } relations
}
erased-note = Notes
erased-person = Name and address
erased-birth-date = Date of birth
people-keep-doubted = date uncertain

because-same-name = same name
because-same-given-name = same given name
because-call-name = call name fits the given name
because-related-given-name = related given names
because-further-given-name = one of the given names is the same
because-spelling-of-given-name = given name spelt a little differently
because-same-initials = same initials
because-same-surname = same surname
because-part-of-surname = surname partly the same
because-spelling-of-surname = surname spelt a little differently
because-same-birth-date = same date of birth
because-swapped-birth-date = date of birth with day and month swapped
because-near-birth-date = date of birth almost the same
because-same-part-of-birth-date = known part of the date of birth the same
because-same-email = same e-mail address
because-shared-email = same e-mail address, which several people use
because-spelling-of-email = e-mail address spelt a little differently
because-same-phone = same phone number
because-shared-phone = same phone number, which several people use
because-same-address = same address
because-same-number = same member number
because-shared-number = same member number, which several people have
because-same-since = same start date
because-identical = everything known is the same
because-other-given-name = different given name
because-other-initials = different initials
because-other-surname = different surname
because-other-birth-date = different date of birth
because-other-generation = same birthday, a generation apart
because-other-email = different e-mail address
because-other-phone = different phone number
because-other-address = different address
because-other-number = different member number
because-other-since = different start date
because-perhaps-twins = perhaps twins
because-several-fit = several people fit
because-taken-by-other-row = another row fits too
because-too-little = too little is known
