# The access report.
export-title = Make an access report of { $name }
export-intro = Everything you keep about { $name }: a PDF to read and a JSON file for the computer.
export-log = We record in the log that you make this report.
export-check = Check whether it holds data of others. Make that unreadable before you give it.
export-save = Save (PDF and JSON)
export-print = Open to print
export-busy = Making the report...
export-done = { $n ->
    [one] The report is ready: 1 page.
   *[other] The report is ready: { $n } pages.
}

# On paper: what every document says.
paper-page = Page { $page } of { $pages }
paper-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
paper-moment = { $date }, { $time }
paper-sealed = sealed
paper-counted = { $what }: { $n }
paper-missing = Our program cannot print these characters: { $characters }. This report shows � in their place. The attached file has them right.

# The access report (art. 15 AVG).
paper-report-title = Access report
paper-report-name = Access report { $number }
paper-report-heading = Your data at { $association }
paper-report-heading-plain = Your data
paper-report-about = About
paper-report-made = Made on
paper-report-reference = Reference
paper-report-contact = Questions about your data
paper-report-yes = Yes, we keep data about you. This report shows which data, what we use them for and how long we keep them. You have a right to this overview under article 15 of the General Data Protection Regulation (GDPR). This report is free of charge.
paper-report-json = This PDF holds a file with the same data that a computer can read: { $file }. Backups of our records may still hold data about you as well.
paper-report-restricted = The use of your data is restricted (article 18 GDPR). We keep them but use them for nothing.
paper-report-restricted-fiscal = We erased part of your data. What is left here we keep only because tax law asks us to.
paper-report-sealed = Some data have extra protection. The maker of this report could not read them; they show as ‘sealed’. Ask us for these data: you have a right to them.
paper-report-purposes = What we use your data for
paper-report-purposes-intro = For each purpose you see which ground the GDPR gives us (article 6) and how long we keep the data.
paper-report-purpose = Purpose
paper-report-basis = Ground under the GDPR
paper-report-term = How long
paper-report-term-relation = As long as your ties with the association last
paper-report-term-consent = Until you take back your consent
paper-term = { $unit ->
    [month] { $n ->
        [one] 1 month
       *[other] { $n } months
    }
   *[year] { $n ->
        [one] 1 year
       *[other] { $n } years
    }
} { $start ->
    [membership_end] after the membership ends
    [task_end] after the task ends
    [year_end] after the end of the financial year
    [last_gift] after the year of the last gift
    [last_choice] after your last choice, or as soon as you withdraw
    [agreement_end] after the end of the agreement
   *[last_contact] after the last contact
}
paper-report-keeps = How long we keep your data
paper-report-keep-what = What
paper-report-keep-from = From
paper-report-keep-until = Up to and including
paper-report-keep-relation = As long as this lasts
paper-report-keep-term = Until { $term }
paper-report-keep-unknown = Our records do not show the end date
paper-report-purposes-none = Our member records do not say what we use these data for. Please ask us.
paper-report-categories = Kinds of data we have about you
paper-report-data = Which data we have about you
paper-report-data-intro = This is a copy of everything that our member records hold about you. We may not always give you data about other people (article 15(4) GDPR).
paper-report-data-for = For: { $purposes }. Source: { $source }.
paper-report-data-from = Source: { $source }.
holder-import = Which list your data came from
source-list-file = File
source-list-on = Taken over on
source-list-what = What happened then
source-list-added = You were added
source-list-completed = Your data were completed
source-list-undone = Taken back on
source-field = From this list
paper-report-recipients = Whom we gave your data to
paper-report-recipients-none = Our member records do not show that we gave your data to others.
paper-report-recipients-some = This is what we gave from our member records before.
paper-report-recipient = To whom
paper-report-recipient-when = When
paper-report-recipient-what = What
paper-report-recipient-subject = To yourself
paper-report-trail = What was done with your data
paper-report-trail-intro = Our program records what changes in your data and who looks at gifts or notes. It does not record when somebody just looks up a name or address. We write down what was done, not what it said.
paper-report-trail-when = When
paper-report-trail-what = What
paper-report-trail-result = Result
paper-report-machine = Decisions by a computer
paper-report-machine-body = No. In our member records the computer takes no decisions about you and makes no profile of you. A person is always involved.
paper-report-abroad = Countries outside the European Economic Area
paper-report-abroad-body = Our member records are encrypted on a computer that we use. The program itself sends nothing over the internet. The records show no transfer to countries outside the European Economic Area.
paper-report-rights = Your rights
paper-report-rights-intro = You can ask us to:
paper-report-right-rectification = correct or complete your data (article 16 GDPR);
paper-report-right-erasure = erase your data when we may not or need not keep them any longer (article 17);
paper-report-right-restriction = not use your data for a while, for example as long as we check whether they are right (article 18);
paper-report-right-portability = hand the data that you gave us to you or to somebody else, where we use them with your consent or for an agreement (article 20);
paper-report-right-objection = stop using your data on the ground of a legitimate interest; you can always object to advertising and fundraising (article 21);
paper-report-right-withdraw = take back a consent, at any moment. What we did with it before remains valid (article 7(3)).
paper-report-rights-how = Send your question to { $email }. You get an answer within a month.
paper-report-rights-ask = Put your question to the board. You get an answer within a month.
paper-report-complaint = Do you disagree with our answer?
paper-report-complaint-body = You can complain to the Dutch Data Protection Authority: autoriteitpersoonsgegevens.nl. You can also go to court. You must do so within six weeks after you received this answer (article 35 of the Dutch GDPR Implementation Act).

# The proof of an erasure.
paper-erasure-title = Proof of erasure
paper-erasure-name = Proof of erasure { $number }
paper-erasure-when = Erased on
paper-erasure-who = Erased by
paper-erasure-number = Number
paper-erasure-persons = Persons erased completely
paper-erasure-partly = Persons erased in part
paper-erasure-intro = This sheet does not name who was erased.
paper-erasure-gone = What was erased
paper-erasure-why = Why
paper-erasure-rule = Rule
paper-erasure-reason = Reason
paper-erasure-count = Persons
paper-erasure-kept = What had to stay
paper-erasure-kept-none = No law asks us to keep anything about these persons.
paper-erasure-kept-what = What
paper-erasure-kept-why = Why
paper-erasure-kept-until = Up to and including
paper-erasure-always = What still stays, without the name of who was erased
paper-erasure-always-trail = Lines in the log: what happened, when, by which user, and the number of the erased person. No retention period applies to these yet.
paper-erasure-always-ledger = { $n ->
    [one] A list with 1 number of what was erased.
   *[other] A list with { $n } numbers of what was erased.
} Mark of the list (SHA-256): { $hash }
paper-erasure-always-tally = Counts per year: how many came and went.
paper-erasure-residue = { $n ->
    [one] Note: at the check 1 datum of these persons was still in the vault.
   *[other] Note: at the check { $n } data of these persons were still in the vault.
} After that we rewrote the file. Searching again was no longer possible. Ask for help.
paper-erasure-checked = What we checked afterwards
paper-erasure-check-pages = { $n ->
    [one] We read 1 block of the database file back with the key, the empty space too.
   *[other] We read all { $n } blocks of the database file back with the key, the empty space too.
} { $strings ->
    [0] There was no datum that we could look for.
    [one] We looked for 1 erased datum and did not find it.
   *[other] We looked for { $strings } erased data and found none.
}
paper-erasure-check-limits = We did not look for data shorter than 5 characters, or that others have too. Nor inside fields with a lock of their own, such as gifts and notes.
paper-erasure-check-none = We could not search whether data of these persons stayed in the file. The erasing was interrupted. After that the program no longer knew what to look for.
paper-erasure-check-strangers = { $n ->
    [one] In 1 other file in the folder of the vault we found a datum. We left that file alone.
   *[other] In { $n } other files in the folder of the vault we found a datum. We left those files alone.
}
paper-erasure-check-files = { $n ->
    [one] We also searched 1 other file in the folder of the vault and found nothing.
   *[other] We also searched { $n } other files in the folder of the vault and found nothing.
}
paper-erasure-check-key = The vault got a new key. The old key no longer opens the database file: we tried.
paper-erasure-unchecked = This proof is only about the vault on this computer. It says nothing about backups, loose files, e-mail and paper. Check those yourself.

# The recovery sheet.
paper-recovery-title = Recovery sheet
paper-recovery-heading = Recovery sheet of { $association }
paper-recovery-for = Passphrase lost? These eight groups open the vault. Without another administrator only this sheet helps.
paper-recovery-warning = Whoever has this sheet and the folder of the vault can open the vault as any user: read, change and erase. Keep it as safe as a passport.
paper-recovery-lacks = This sheet does not open: { $parts }.
paper-recovery-made = Made on { $date }. Valid once checked, until a new one is checked.
paper-recovery-how = How to use this sheet
paper-recovery-step-open = Open Ledenkluis and choose ‘Forgotten your passphrase? Use your recovery sheet’.
paper-recovery-step-type = Type the eight groups in this order. 0 is the digit zero, 1 is the digit one.
paper-recovery-step-new = Choose a new passphrase. Are you an administrator? Then print a new sheet and check it. After that destroy this one.
paper-recovery-where = Where to keep this sheet
paper-recovery-where-safe = In a closed envelope with somebody you trust, or in a safe.
paper-recovery-where-apart = Not with the computer, no photo or scan. Lost? Tell the board at once.

erased-disclosure = { $n ->
    [one] 1 note of an access report given
   *[other] { $n } notes of access reports given
}
export-file-pdf = Access report.pdf
export-file-json = Access report.json
