# What must happen now.
today-morning = Good morning, { $name }
today-afternoon = Good afternoon, { $name }
today-evening = Good evening, { $name }
today-now = Do now
today-month = This month
today-add = Add person
today-empty-title = You are up to date
today-empty-body = There is nothing to do today.
today-looking-title = You are only viewing
today-looking-body = There are tasks. You see them when you open the vault normally.
today-first-title = How to start
today-first-import = Import a list
today-first-import-body = From Excel, LibreOffice or CSV. Your file does not change.
today-first-rules = View the rules
today-first-rules-body = How long you keep what, and why.
today-first-sheet = Print the recovery sheet
today-first-sheet-body = In case you lose the passphrase.
today-item-retention = Retention period over
today-item-retention-body = See whose data you may still keep.
today-item-recovery = Print your recovery sheet
today-item-recovery-body = Do you forget the passphrase and is there no other administrator? Then the vault is lost without the sheet.
today-item-missing = No choice yet about { $purpose }
today-item-missing-body = Ask these members what they agree to.
today-item-missing-photo = Do not publish recognisable photos of these members.
today-item-sixteen = { $name } turns 16
today-item-sixteen-body = From { $date } { $name } gives consent personally. Ask again.
today-item-oldfile = Clear up the old file
today-item-oldfile-body = Your member list is still loose on the computer.
today-chart-members = Members
today-chart-in = Joined
today-chart-out = Left
today-chart-year = Year
today-chart-consent = Consent { $purpose }
today-chart-table = Show as table
today-chart-bars = Show as bars
today-birthdays = Birthdays this week
today-people = { $n ->
    [one] 1 person
   *[other] { $n } people
}
today-show-all = Show all { $n }
today-tile-sheet = not yet
today-overview = Overview
today-chart-thisyear = this year
today-chart-open = No choice
