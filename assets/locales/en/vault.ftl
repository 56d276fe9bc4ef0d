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
start-step-sheet = Sheet
start-sheet-file = recovery sheet
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
start-pass-words-again = Copy the six words
start-pass-short = Too short. Use at least 4 words or 16 characters.
start-pass-weak = Easy to guess. Add a word.
start-pass-good = Good.
start-pass-strong = Very strong.
start-pass-differs = The two passphrases are not the same.
start-pass-word-differs = Word { $n } is different: { $word }
start-pass-word-extra = One word too many: { $word }
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
start-sheet-group-right = Group { $n } is right.
start-sheet-wrong = Group { $n } is not right. Look at the sheet again.
start-sheet-right = The recovery sheet is right.
start-sheet-confirm = Check the sheet
start-sheet-old = The old sheet stays valid until you have checked the new one.
start-sheet-old-void = The old sheet no longer opens this vault. It still opens an old copy. Make a new backup now and destroy the old sheet.
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
start-pc-nokeychain = This computer cannot remember a passphrase. You type it when you open the vault.
start-pc-cloud = This folder is in the cloud. Never open the vault on two computers at once. The association agrees on privacy with that service (processing agreement).
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
unlock-here = In the folder that you chose
unlock-here-own = On your own computer
unlock-away = Locks by itself
unlock-offline = Without internet
unlock-inuse = The vault is already open on { $computer }, since { $time }.
unlock-inuse-unknown = The vault is already open, perhaps on another computer. Close it there, or choose View only.
unlock-inuse-elsewhere = According to the folder the vault is still open on { $computer }, since { $time }. Close it there first. If two computers work at the same time, work gets lost.
unlock-inuse-closed = It is closed on { $computer }
aside-what = While the vault was open, the files in the folder changed.
aside-cause = Perhaps a cloud service or another computer did that.
aside-own = { $count ->
    [one] Your own version is in
   *[other] Your own versions are in
}
aside-open = Open your own version
aside-missing = What you entered last may not be in it.
aside-lost = We could not keep your own version. Perhaps the disk is full.
aside-here = This is the version that was set aside. The vault itself should be in { $place }.
aside-back = Back to the vault
unlock-set-aside = { aside-what } { aside-cause } { older-unknown-own }
aside-do-stranger = Find out who can reach the folder. Did a stranger do this? Leave everything as it is. { breach-do-note } { breach-today } { breach-known }
aside-do-open = No stranger? Open your own version and see what is missing in this vault.
aside-do-again = Do that here again, also { -rights }. Did somebody lose access meanwhile? Stop it here too.
aside-do-erase = Is everything here? Then erase that folder: this message goes away. It may hold people who have been erased since.
aside-do-check = Check what you entered last, and enter it again if needed.
aside-do-rights = Also do these again: { -rights }. Did somebody lose access meanwhile? Stop it here too.
aside-do-lost = Is something lost, or did a stranger do this? { breach-do-note } { breach-today } { breach-known }
unlock-overwritten = { aside-what } { aside-missing } { aside-do-check } { aside-do-rights } { aside-do-lost }
unlock-not-kept = { aside-what } { aside-lost } { aside-do-check } { aside-do-rights } { aside-do-lost }
unlock-readonly = View only
unlock-retry = Try again
unlock-own-title = Choose your own passphrase
unlock-own-body = Somebody else made your first passphrase. Now choose one that only you know.
unlock-own-looking = Somebody else made your first passphrase. Lock the vault and open it normally, not just to view. Then you first choose a passphrase of your own.
unlock-own-first = The passphrase that you were given
unlock-own-do = Save passphrase

recover-title = Open with your recovery sheet
recover-intro = Type the 8 groups from the sheet. Capitals do not matter.
recover-done = Your recovery sheet stays valid. Are you an administrator? Then we make a new sheet after that. Once you have checked that one, this sheet is void.
recover-new = New passphrase
recover-do = Open the vault
recover-do-as = Open the vault as { $name }
recover-who = Choose who you are.
recover-for = This passphrase is for { $name }.
recover-hidden = Names are not shown here. With the sheet the first administrator of the vault gets a new passphrase.

idle-title = Are you still there?
idle-body = { $n ->
    [one] The vault locks in 1 second.
   *[other] The vault locks in { $n } seconds.
}
idle-stay = I am still here
idle-kept = Your input is kept.
idle-lost = Your input is not kept. Save it first.
idle-lock = Lock now

recover-stays = Your recovery sheet stays valid. Put it back in its safe place.

# Whoever is at the keyboard types their own passphrase once more.
again-own = Your own passphrase
again-hint = We ask this again, since you may have been away for a moment.

# A vault of an earlier day than this computer remembers.
older-title = This vault is not as it was last time
older-title-forked = There is another version of this vault
older-title-unproven = There is an unknown file beside this vault
older-rows = { $rows ->
    [one] 1 line is missing from the log that was seen on this computer before.
   *[other] { $rows } lines are missing from the log that were seen on this computer before.
}
older-until = This vault is up to date until { $until }. Somebody worked in it on this computer after that.
older-forked = The other version holds other or later work. That may not be in this one.
older-unproven = It may be of other work, but we cannot check whether it is real. It is kept. It may hold people who were erased. Erase nothing now.
older-why = This is normal if one of you restored a backup. It also happens when two computers work in the same folder.
older-why-unproven = That happens when two computers work in the same folder. Somebody else may also have put it there.
older-unknown = Does nobody know of it?
older-unknown-wait = Then do not open the vault yet.
older-unknown-seek = Look for the newest vault on the other computer, the USB stick or in the cloud.
older-unknown-own = Your own version is in { $place }.
older-unknown-who = Find out who can reach the folder.
older-not-found = Can you not find the newest vault?
older-from-unknown = Does nobody know where the file comes from?
older-other = Not now: choose another vault
older-other-hint = Nothing changes in this vault.
older-open = I want to go on with this vault: open it all the same
older-open-hint = You go on from this state. What you then have to do again is listed above.
older-open-hint-forked = You go on from this version. What you may then have to do again is listed above.
older-open-hint-unproven = You open the vault as it is here. We do not open the unknown file.
older-then = If you go on with this vault
older-then-lost = What happened after this state is not in it.
older-then-lost-forked = What happened in the other version may not be in this one.
older-then-again = Do it again: { -rights }. Look in your mail and papers for who asked for something.
older-then-again-forked = Look in your mail and papers for who asked for something. Is it not here? Do it again: { -rights }.
older-then-users = Users, passphrases and the recovery sheet are those of that day again.
older-then-users-forked = Users, passphrases and the recovery sheet may be different here.
older-then-access = Did somebody lose access after it? Stop that access again.
older-then-access-forked = Did somebody lose access in the other version? Stop it here too.
older-then-log = If you change anything, the opening is noted in the log.

# What was found at the unlock.
told-label = Seen when opening
told-read = I have read this
told-attempts = { $count ->
    [one] A wrong passphrase or a wrong recovery sheet was entered once. That was on { $last }.
   *[other] { $count } times a wrong passphrase or a wrong recovery sheet was entered. The last time was on { $last }.
}
told-attempts-do = Was it you, or another user? Then you need not do anything. Does nobody know of it? Find out who can reach the folder, and choose a new passphrase in Admin. Could a stranger reach it? { breach-do-note } { breach-today } { breach-known }
told-attempts-typing = Was it you? Then you need not do anything. Was it not you? Find out who can reach this computer, and choose a new passphrase in Admin. Could a stranger reach it? { breach-do-note } { breach-today } { breach-known }
told-older = You are working with the vault of { $until }.
told-older-do = What happened after it is not in it. { older-then-again } { older-then-users } { older-then-access }
told-go-proofs = Go to Erasure proofs
told-header = One of the two files with the lock of the vault was damaged or gone.
told-header-do = The other file is good. We repair this one from it as soon as possible. Does this happen more often? Have the disk or the USB stick checked.
told-users = { $count ->
    [one] Somebody changed 1 user outside Ledenkluis.
   *[other] Somebody changed { $count } users outside Ledenkluis.
}
told-users-do = We put the users back as an administrator had recorded them. Ask an administrator to check under Users that everything is right. { breach-do-note } { breach-today } { breach-known }
told-clock = The date of this computer does not seem right.
told-clock-dates = According to this computer it is { $today }. The last date that we are sure of is { $last }.
told-clock-do = Until you say that the date is right, we count no retention periods. Legal deadlines keep running. Is it wrong? Set the clock right and open the vault again.
told-clock-looking = We count no retention periods now. Legal deadlines keep running. Whoever opens the vault to change it can say that the date is right.
told-clock-right = The date is right
told-clock-done = We count again with the date of today.
told-clock-uncounted = Terms were not counted

# At the door, when something is not as it should be.
unlock-still = No change. Tried at { $time }.
unlock-internal = Something went wrong. Your data has not changed. Code { $code }.
unlock-internal-sheet = Something went wrong. Did you choose a new passphrase? Then try the new one first. Code { $code }.
unlock-again = You can try again now.
unlock-missing = We cannot find the vault at { $path }.
unlock-missing-stick = Is the USB stick not plugged in? Plug it in and try again.
unlock-missing-moved = Is the vault somewhere else now? Open that folder.
unlock-missing-lost = Is the stick or the vault lost? That is a data breach, even though the vault is locked.
unlock-breach = Is this a data breach?
unlock-technical = Technical details
unlock-place = Place: { $place }
unlock-file = File: { $file }
unlock-code = Code: { $code }
unlock-look = We cannot write to this disk. You can still view the vault.
unlock-broken-differ = The parts of the vault do not belong together. One of them is from another day, or damaged.
unlock-broken-lock-older = The lock of the vault is older than the data. Perhaps a cloud service or somebody else put back an old file.
unlock-broken-data-older = The data is older than the lock of the vault. Perhaps a cloud service or somebody else put back an old file.
unlock-broken-data-missing = A part of the vault is missing: the data.
unlock-broken-lock = The lock of the vault is damaged.
unlock-broken-data = The data of the vault is damaged.
unlock-broken-replaced = The data holds pieces from another day. A cloud service or an old copy may be the cause. Or somebody wrote outside Ledenkluis.
unlock-unchanged = We have changed nothing.
unlock-steps = How to go on
unlock-step-cloud = Is the vault in a cloud folder? Wait until everything is up to date and try again.
unlock-step-backup = Still not right? Put your newest backup in a new folder, the whole vault and no single file. Open that folder. Leave this one as it is.
unlock-step-keep = No backup? Leave the folder as it is and ask the administrator for help. Pass on the technical details only, never the vault itself.
unlock-breach-when = Is something lost, or did a stranger do this?
start-pass-again-empty = Type the passphrase again.
recover-all = Type the 8 groups from the sheet.
told-undone = When the vault opened, we could not finish something.
told-undone-disk = The disk is full. Free up space and open the vault again.
told-undone-do = Lock the vault and open it again. Does this message keep coming? Ask for help and give this code: { $code }.
told-go-users = Go to Users
told-go-log = Go to Log
told-more = { $count ->
    [one] 1 more message
   *[other] { $count } more messages
}: { $first }

# Locking while something is typed that cannot be kept.
lock-unkept = Lock anyway?
lock-unkept-body = Your input cannot be kept now.
lock-unkept-do = Lock anyway
lock-lost = The vault locked at { $time }. What you were filling in could not be kept. Please fill it in again.

# Another passphrase, and the computers that remember the one before.
pass-forgets = Does a computer remember your passphrase? Then it forgets it. You can switch that on again afterwards.
pass-forgot = Your passphrase is changed. No computer remembers it any more. An old copy still opens with the old passphrase.
