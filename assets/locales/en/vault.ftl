# First use, unlocking, the recovery sheet and locking.
start-title = Welcome to Ledenkluis
start-intro = Your member list in one place, locked, on your own computer.
start-new = Make a new vault
start-new-hint = For an association that has no vault yet.
start-open = Open an existing vault
start-open-hint = Choose the folder of the vault, on this computer or on a USB stick.
start-demo = Look around with examples first
start-demo-hint = An association with made-up people. Your own list comes later.
start-demo-busy = Making the examples. This takes a few seconds.
start-demo-association = Veldrade Music Society
start-demo-user = Ria de Boer
start-demo-title = The examples are ready
start-demo-body = Here your name is Ria de Boer. Try anything: these people do not exist.
start-demo-words = Did you lock? This passphrase opens the examples again:
start-step-welcome = Welcome
start-step-org = Association
start-step-you = About you
start-step-pass = Passphrase
start-step-sheet = Recovery sheet
start-step-pc = Computer
start-step-done = Done
start-org-title = Which association is it?
start-org-name = Name of the association
start-org-name-the = The name of the association
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
start-pass-intro = Six plain words are stronger than a difficult password. Write them down for now.
start-pass-words = Your six words
start-pass-other = Other words
start-pass-own = I will make up my own passphrase
start-pass-offered = I will use the six words
start-pass-field = Your passphrase
start-pass-again = Type your passphrase again
start-pass-short = Too short. Use at least 4 words or 16 characters.
start-pass-weak = Easy to guess. Add a word.
start-pass-good = Good.
start-pass-strong = Very strong.
start-pass-differs = The two passphrases are not the same.
start-pass-word-differs = Word { $n } is different: { $word }
start-pass-words-missing = Type all { $n } words.
start-pass-only-words = For these words, capitals and extra spaces do not matter.
start-pass-busy = We are making your vault. This takes a few seconds.
start-make = Make the vault
start-sheet-title = Print your recovery sheet
start-sheet-intro = Lost your passphrase? With this sheet you open the vault. If there is no other administrator, nobody can help you without this sheet.
start-sheet-where = Keep it in an envelope with someone you trust, not near the computer.
start-sheet-print = Print recovery sheet
start-sheet-check = Type group { $a } and group { $b } from the sheet
start-sheet-group = Group { $n }
start-sheet-wrong = Group { $n } is not right. Look at the sheet again.
start-sheet-right = The recovery sheet is right.
start-sheet-confirm = Check the sheet
start-sheet-old = The old sheet stays valid until you have checked the new one.
start-sheet-old-void = The old sheet no longer opens this vault. It still opens an old copy of the vault. Destroy the sheet.
start-sheet-lacks = This sheet will not open everything. This is missing: { $parts }.
start-sheet-lacks-why = You do not have the key to it yourself. An administrator who may see both gifts and notes can make a sheet that opens everything.
start-sheet-lacks-print = Print it all the same
start-sheet-less = The new sheet would open less than the old one. This would be missing: { $parts }.
start-sheet-less-groups = Type the 8 groups from the old sheet. Then the new sheet opens everything that the old one opens.
start-sheet-less-other = Do you not have the old sheet? Then have the new one made by an administrator who may see both gifts and notes. The old sheet stays valid.
start-sheet-part-main = people
start-sheet-part-giving = gifts and payments
start-sheet-part-confidential = notes
start-sheet-later = I will do this later
start-pc-title = Settings for this computer
start-pc-idle = Lock when you do nothing
start-pc-remember = Remember my passphrase on this computer
start-pc-rememberhint = Only do this on your own computer with your own sign-in.
start-pc-nokeychain = This computer has no keychain. You type your passphrase when you open the vault.
start-pc-cloud = This folder is in the cloud. Never open the vault on two computers at once. Sign a processing agreement with that service.
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
unlock-wrong-name = This name and passphrase do not belong together. Check capitals and spaces.
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
unlock-here = On your own computer
unlock-away = Locked when you leave
unlock-offline = Without internet
unlock-inuse = The vault is already open on { $computer }, since { $time }.
unlock-readonly = View only
unlock-retry = Try again
unlock-own-title = Choose your own passphrase
unlock-own-body = Somebody else made your first passphrase. Now choose one that only you know.
unlock-own-looking = Somebody else made your first passphrase. Lock the vault and open it normally, not just to view. Then you first choose a passphrase of your own.
unlock-own-first = The passphrase that you were given
unlock-own-do = Keep passphrase

recover-title = Open with your recovery sheet
recover-intro = Type the 8 groups from the sheet. Capitals do not matter.
recover-done = Choose a new passphrase now. Your recovery sheet stays valid. Are you an administrator? Then we make a new sheet after that. Until you have checked that one, this sheet stays valid.
recover-new = New passphrase
recover-do = Open the vault

idle-title = Are you still there?
idle-body = { $n ->
    [one] The vault locks in 1 second.
   *[other] The vault locks in { $n } seconds.
}
idle-stay = I am still here
idle-lock = Lock now

recover-stays = Your recovery sheet stays valid. Put it back in its safe place.

# Whoever is at the keyboard types their own passphrase once more.
again-own = Your own passphrase
again-hint = We ask this again, since you may have been away for a moment.

# A vault of an earlier day than this computer remembers.
older-title = This vault is older than last time
older-title-forked = There is another version of this vault
older-rows = { $rows ->
    [one] 1 line is missing from the log that was seen on this computer before.
   *[other] { $rows } lines are missing from the log that were seen on this computer before.
}
older-until = This vault is from { $until }. You worked in it later than that.
older-forked = There is a version of this vault that went on further or differently. What is in that one may not be in this one.
older-why = That is right if someone restored a backup. It also happens when two computers work in the same folder. If in doubt, first look for the newest vault.
older-other = Not now: choose another vault
older-other-hint = Nothing changes in this vault.
older-open = I want to go on with this vault: open it all the same
older-open-hint = You go on from this day. People who were erased after it are in it again: erase them once more. What was withdrawn after it seems to hold again: record that once more. The opening is noted in the log. We keep the lock of another version beside it.

# What was found at the unlock.
told-label = Seen when opening
told-read = Read
told-attempts = { $count ->
    [one] Once a wrong passphrase or a wrong recovery sheet was entered.
   *[other] { $count } times a wrong passphrase or a wrong recovery sheet was entered.
} That was since somebody last opened this vault.
told-attempts-do = Was it you? Then you need not do anything. Was it not? Choose a new passphrase in Admin. Find out who can reach this computer or the folder. { breach-note }
told-header = One of the two files with the lock of the vault was damaged or gone.
told-header-do = We restore it from the other one as soon as we write in the folder. Does this happen more often? Have the disk or the USB stick checked.
told-users = { $count ->
    [one] Somebody changed 1 user outside Ledenkluis.
   *[other] Somebody changed { $count } users outside Ledenkluis.
}
told-users-do = We follow the signed list again. Have an administrator look under Users whether all is right. { breach-note }
told-clock = The date of this computer does not seem right.
told-clock-dates = According to this computer it is { $today }. The last line in the log is from { $last }.
told-clock-do = Until you say that the date is right, we count no terms. The terms of the law go on all the same. Is it wrong? Set the clock right and open the vault again.
told-clock-looking = We count no terms now. The terms of the law go on all the same. Whoever opens the vault to change it can say that the date is right.
told-clock-right = The date is right
told-clock-done = We count again with the date of today.
told-clock-uncounted = Terms were not counted

# At the door, when something is not as it should be.
unlock-again = You can try again now.
unlock-missing = We cannot find the vault at { $path }. Is the USB stick plugged in?
unlock-technical = Technical details
unlock-place = Place: { $place }
unlock-file = File: { $file }
unlock-code = Code: { $code }
unlock-look = We cannot write to this disk. You can still view the vault.
unlock-broken-differ = The parts of the vault do not belong together. One of them is from another day, or damaged.
unlock-broken-lock-older = The lock of the vault is older than the data. Someone, or a cloud service, put back an old lock.
unlock-broken-data-older = The data is older than the lock of the vault. Someone, or a cloud service, put back old data.
unlock-broken-data-missing = A part of the vault is missing: the data.
unlock-broken-lock = The lock of the vault is damaged.
unlock-broken-data = The data of the vault is damaged.
unlock-broken-replaced = The data holds pieces from another day. It looks as if someone changed it outside Ledenkluis.
unlock-unchanged = We have changed nothing.
unlock-steps = How to go on
unlock-step-cloud = Is the vault in a cloud folder? Wait until everything is up to date and try again.
unlock-step-backup = Still not right? Restore the whole vault from your newest backup, not a single file.
unlock-step-keep = No backup? Leave the vault as it is and ask someone for help. Pass on the technical details.
start-pass-again-empty = Type the passphrase again.
recover-all = Type the 8 groups from the sheet.
told-go-users = Go to Users
told-go-log = Go to Log
told-more = { $count ->
    [one] 1 more message
   *[other] { $count } more messages
}

# Locking while something is typed that cannot be kept.
lock-unkept = Lock anyway?
lock-unkept-body = Your input cannot be kept now.
lock-unkept-do = Lock anyway
lock-lost = The vault locked at { $time }. What you were filling in could not be kept. Please fill it in again.

# Another passphrase, and the computers that remember the one before.
pass-forgets = Does a computer remember your passphrase? Then it forgets it. You can switch that on again afterwards.
pass-forgot = Your passphrase is changed. No computer remembers it any more. An old copy still opens with the old passphrase.
