# `kluis`, the program on the command line. Words between blanks that one types stay as they are.
kluis-about = Ledenkluis without a window: for scheduled work, for recovery without a screen and for checks.
kluis-usage = Usage:
kluis-verbs = Commands
kluis-arguments = Arguments
kluis-options = Options

kluis-verb-create = Makes a new vault
kluis-verb-demo = Makes a vault with a made-up association
kluis-verb-user-add = Gives somebody else access
kluis-verb-inspect = Looks at a list before importing it; needs no vault
kluis-verb-import = Imports a list
kluis-verb-duplicates = Shows who may be in the vault twice
kluis-verb-import-undo = Undoes an import
kluis-verb-people = Lists or searches people
kluis-verb-person = Shows one person
kluis-verb-export = Makes the access report of one person
kluis-verb-due = Lists whose retention period is over
kluis-verb-erase = Erases one person for good
kluis-verb-verify = Checks the vault: database, pages, files, trail, lock
kluis-verb-call = Gives one command to the core, as `commands` lists them
kluis-verb-commands = Lists all commands of the core

kluis-arg-json = Print exactly one JSON document
kluis-arg-passphrase-file = Read the passphrase from the first line of this file
kluis-arg-passphrase-fd = Read the passphrase from the first line of this open descriptor
kluis-arg-user = Who you are; may be left out where there is one user
kluis-arg-today = Count terms from this day; only for looking
kluis-arg-older-is-right = Open the vault even if it is of an earlier day or went on differently
kluis-arg-closed-elsewhere = Open the vault even if the folder says that it is open on another computer
kluis-arg-help = Show this help
kluis-arg-version = Show the version
kluis-arg-dir = The folder of the vault
kluis-arg-association = The name of the association
kluis-arg-roles = Roles: secretary, treasurer, viewer or privacy; more than one is fine
kluis-arg-recovery-out = Where the recovery key goes; else onto the screen
kluis-arg-kdf-memory = Memory for the passphrase, in MiB; else measured on this computer
kluis-arg-kdf-passes = Rounds for the passphrase; goes with --kdf-memory
kluis-arg-count = How many people; 250 if not said
kluis-arg-seed = Which people; the same number gives the same ones
kluis-arg-name = The name of the new user
kluis-arg-admin = May also run the vault and its users
kluis-arg-new-passphrase-file = The new user's passphrase: the first line of this file
kluis-arg-file = The file with the list
kluis-arg-sheet = Only this sheet, counted from 1
kluis-arg-mapping = A JSON list: what each column means, or null
kluis-arg-dry-run = Only say what would happen
kluis-arg-rows = Also say for each row what would happen; goes with --dry-run
kluis-arg-decide = A JSON list: who the rows in doubt are
kluis-arg-relation = Who is on the list: member, donor, volunteer or contact
kluis-arg-import = The id of the import
kluis-arg-search = Look for these words; typing errors are fine
kluis-arg-limit = At most so many people
kluis-arg-all-fields = All that you may see of each person
kluis-arg-person = An id, or words that find just one person
kluis-arg-pdf = Where the PDF goes
kluis-arg-data = Where the JSON goes
kluis-arg-kind = Which report: access
kluis-arg-on = Count on this day
kluis-arg-confirm = The surname, to confirm; with a dash you hand it over unseen
kluis-arg-proof = Where the proof goes
kluis-arg-command = The name of the command
kluis-arg-request = The request as JSON; a dash reads what you pipe in; a file is {"{"}"path": "…"{"}"}

kluis-arg-replace = A file that is already there may be replaced
kluis-arg-request-fd = Read the request from this open descriptor

# Wrong usage.
kluis-usage-unknown = We do not know this: { $what }
kluis-usage-value = This cannot be here: { $what }
kluis-usage-missing = Something is missing: { $what }
kluis-usage-conflict = These do not go together: { $what }
kluis-usage-other = This command does not work like that.
kluis-usage-reading = The option --today is only for looking.
kluis-usage-help = Help: { $command } --help

# Asking.
kluis-prompt-passphrase = Passphrase
kluis-prompt-passphrase-of = Passphrase of { $name }
kluis-prompt-passphrase-new = New passphrase of { $name }
kluis-prompt-passphrase-again = Once more

# Answers.
kluis-created = The vault was made: { $place }
kluis-recovery-shown = Write down this recovery key and keep it somewhere safe:
kluis-recovery-saved = The recovery key is in { $file }. Print it and delete that file.
kluis-older = Is this the right vault all the same? Then give --older-is-right. { rights-again } { older-then-access }
kluis-vault-stays = We could not remove the vault in { $folder }. Nobody has a copy of its recovery key. Delete the folder, or open the vault in Ledenkluis and make a new recovery sheet.
kluis-demo-made = { $n ->
    [one] The vault was made, with 1 made-up person.
   *[other] The vault was made, with { $n } made-up people.
}
kluis-line = { $name }: { $value }
kluis-column = Column { $column } ({ $heading }): { $meaning }
kluis-doubles-none = Nobody seems to be in the vault twice
kluis-imported-undo = To undo: kluis import-undo { $place } { $id }
kluis-restored = { $n ->
    [one] 1 person is as before.
   *[other] { $n } people are as before.
}
kluis-exported = { $n ->
    [one] The report is ready: 1 page.
   *[other] The report is ready: { $n } pages.
}
kluis-due = { $n ->
    [one] The retention period of 1 person is over.
   *[other] The retention period of { $n } people is over.
}
kluis-erased = The person was erased. Proof { $number }.
kluis-erased-partly = The person was erased in part. Proof { $number }.
kluis-verify-good = The vault is in order.
kluis-verify-bad = The vault is not in order:
kluis-verify-told = Found when it was opened:
kluis-incident = Number { $number }. The cause is in { $log }
kluis-in-use = According to the folder it is open on { $computer }. Is it closed there? Then give --closed-elsewhere.
kluis-replace = May it be replaced? Say so with --replace.
