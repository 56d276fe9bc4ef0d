# What the shell and the kit say on every screen.
app-name = Ledenkluis
app-title = Ledenkluis, { $association }
app-skip = Skip to the content
app-loading = Loading
app-menu = Menu

nav-label = Main menu
nav-today = Today
nav-people = People
nav-consent = Consent
nav-retention = Retention
nav-admin = Admin
nav-count = { $n } to do

bar-label = Top bar
bar-back = Back
bar-back-none = No earlier screen yet
bar-search = Find a person
bar-search-none = Nothing found
bar-search-alike = Similar:
bar-help = Help for this screen
bar-lock = Lock

act-save = Save
act-cancel = Cancel
act-close = Close
act-undo = Undo
act-next = Continue
act-back = Back
act-stop = Stop
act-why = Why?
act-change = Change
act-view = View
act-print = Print
act-open = Open
act-more = More
act-add = Add
act-retry = Try again
act-choose-folder = Choose a folder

field-optional = (optional)
field-date-hint = For example 4-12-2026
field-show = Show
field-hide = Hide
field-caps = Caps Lock is on
field-remove = Remove { $field }

saved = Saved
undone = Undone

notice-label = Notices

leave-title = Do you want to keep your input?
leave-body = What you entered is not saved yet.
leave-save = Save
leave-drop = Discard
leave-stay = Keep editing

err-summary = Check this
err-incident = Code for support: { $incident }
err-copy = Copy technical details
err-copied = Copied

noaccess-title = You do not have access to this
noaccess-body = Ask the administrator of the vault.
noaccess-ask = Ask the administrator of the vault: { $names }.
noaccess-part = Visible only to: { $role }

missing-title = This page does not exist
missing-body = Choose in the menu on the left where you want to go.

outside = This file is outside the vault: { $path }
outside-two = These files are outside the vault: { $first } and { $second }

print-open = Open to print
print-save = Save as PDF
print-temp = We erase this temporary file when you lock.

job-left = { $done } of { $total }, about { $time } left
job-of = { $done } of { $total }
job-nostop = This cannot stop half way. Leave the computer on.
job-busy = Working...

time-seconds = { $n ->
    [one] 1 second
   *[other] { $n } seconds
}
time-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
time-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
time-years = { $n ->
    [one] 1 year
   *[other] { $n } years
}

grid-hint = Use the arrow keys, or type the first letters of the name. Enter opens the row.
grid-empty = No rows
grid-choose-all = { $n ->
    [one] Choose all
   *[other] Choose all { $n }
}
grid-choose = Choose { $name }

tabs-label = Sections

steps-label = Steps
steps-done = done
steps-now = Step { $n } of { $total }

yes = Yes

no = No

none = None

list-and = { $first } and { $last }

# A vault that was opened to look
looking-only = You can only look now.
looking-why = The vault is open on { $computer }.
looking-open = Lock and open normally
looking-title = You cannot change this now
looking-body = Lock the vault and open it the usual way. Then you can make changes again.
looking-look = This holds until you lock. Your choice is not kept now.
