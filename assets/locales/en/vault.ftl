# First use, unlocking, the recovery sheet and locking.
start-title = Welcome to Ledenkluis
start-intro = Your member list in one place, locked, only on your own computer.
start-new = Make a new vault
start-new-hint = For an association that has no vault yet.
start-open = Open an existing vault
start-open-hint = Choose the folder of the vault, on this computer or on a USB stick.
start-step-welcome = Welcome
start-step-org = Association
start-step-you = About you
start-step-pass = Passphrase
start-step-sheet = Recovery sheet
start-step-pc = This computer
start-step-done = Done
start-org-title = Which association is it?
start-org-name = Name of the association
start-org-kind = Kind
start-org-kind-association = Association
start-org-kind-foundation = Foundation
start-org-kind-other = Other
start-org-mail = E-mail address for privacy questions
start-org-mail-hint = This will be on letters and reports.
start-org-country = Country
start-org-country-nl = The Netherlands
start-org-place = Where does the vault go?
start-org-place-default = In the Ledenkluis folder on this computer
start-you-title = Who are you?
start-you-name = Your name
start-you-role = Your role
start-you-role-hint = Whoever makes the vault is also the administrator.
start-pass-title = Choose your passphrase
start-pass-intro = Five plain words are stronger than a difficult password. Write them down for now.
start-pass-words = Your five words
start-pass-other = Other words
start-pass-own = I will make up my own passphrase
start-pass-offered = I will use the five words
start-pass-field = Your passphrase
start-pass-again = Type your passphrase again
start-pass-short = Too short. Use at least 4 words or 16 characters.
start-pass-weak = Easy to guess. Add a word.
start-pass-good = Good.
start-pass-strong = Very strong.
start-pass-differs = The two passphrases are not the same.
start-pass-busy = We are making your vault. This takes a few seconds.
start-make = Make the vault
start-sheet-title = Print your recovery sheet
start-sheet-intro = Lost your passphrase? Only this sheet can open the vault. We cannot help you.
start-sheet-where = Keep it in an envelope with someone you trust, not near the computer.
start-sheet-print = Print recovery sheet
start-sheet-check = Type group { $a } and group { $b } from the sheet
start-sheet-group = Group { $n }
start-sheet-wrong = Group { $n } is not right. Look at the sheet again.
start-sheet-right = The recovery sheet is right.
start-sheet-confirm = Check the sheet
start-sheet-later = I will do this later
start-pc-title = Settings for this computer
start-pc-idle = Lock when you do nothing
start-pc-remember = Remember my passphrase on this computer
start-pc-rememberhint = Only do this on your own computer with your own sign-in.
start-pc-nokeychain = This computer has no keychain. You type your passphrase when you open the vault.
start-done-title = Your vault is ready
start-done-body = Start with your member list, or look around first.
start-done-import = Import a list
start-done-look = Go to Today
start-demo-bar = Example: these are not real people.

unlock-title = Who are you?
unlock-plate = members’ vault
unlock-choose = Choose your name
unlock-problem = The vault does not open
unlock-name = Your name
unlock-pass = { $name }'s passphrase
unlock-pass-own = Your passphrase
unlock-do = Unlock
unlock-busy = Opening...
unlock-keychain = Unlock with this computer
unlock-wait = { $n ->
    [one] Wait 1 second and try again.
   *[other] Wait { $n } seconds and try again.
}
unlock-forgot = Forgotten your passphrase? Use your recovery sheet
unlock-other = Open another vault
unlock-here = Everything is only on this computer
unlock-away = Locked when you leave
unlock-offline = Without internet
unlock-inuse = The vault is already open on { $computer }, since { $time }.
unlock-readonly = View only
unlock-readonly-bar = You are only viewing the vault. You cannot change it now.
unlock-retry = Try again

recover-title = Open with your recovery sheet
recover-intro = Type the 8 groups from the sheet. Capitals do not matter.
recover-done = Choose a new passphrase now. Then we make a new sheet.
recover-new = New passphrase
recover-do = Open the vault

idle-title = Are you still there?
idle-body = { $n ->
    [one] The vault locks in 1 second.
   *[other] The vault locks in { $n } seconds.
}
idle-stay = I am still here
idle-lock = Lock now
kluis-prompt-passphrase = Passphrase
