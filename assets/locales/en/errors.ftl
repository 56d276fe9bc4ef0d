# A sentence for every code: what happened, and what to do.
error-field-required = Enter { $field }.
error-field-email = This e-mail address is not complete. It needs an @.
error-field-date = Write the date like this: 4-12-2026.
error-field-date-future = This date is in the future. Check the year.
error-field-date-order = This date is before the start date. Check both dates.
error-field-too-long = This text is too long. Make it shorter.
error-field-postcode = Write the postcode like this: 1234 AB.
error-field-phone = This phone number is not right. Write it like this: 06 12345678.
error-field-choice = Choose something from the list here.
error-field-bsn = This looks like a BSN. Associations may not keep that. Take it out.
error-field-amount = Enter an amount, like 25 or 12.50.
error-input-invalid = Not everything is filled in well. Look at the fields below.
error-request-malformed = The program sent a wrong request. Close this screen and try again.
error-command-unknown = This command does not exist in this version. Update Ledenkluis.
error-permission-denied = Your role does not allow this. Ask the administrator of the vault.
error-job-cancelled = You stopped. Nothing has changed.
error-disk-full = The disk is full. Free up space and try again.
error-disk-read-only = We cannot write to this disk. Put the vault in another place.
error-file-missing = We cannot find this file any more. Choose it again.
error-file-denied = Your computer does not let us open this file. Choose another place.
error-file-exists = There is already a file with this name. Choose another name.
error-file-token-unknown = We no longer know which file you chose. Choose it again.
error-file-in-vault = This folder is a vault. A document cannot go there. Choose another folder.
error-file-not-a-file = This is not a normal file, but a folder or a device. Choose a file.
error-file-too-large = This file is too large to read. Choose another file.
error-file-name-too-long = This file name or folder name is too long or has a forbidden character. Choose a shorter name.
error-scratch-unusable = The folder for temporary files on this computer cannot be used. Look where TMPDIR or TEMP points.
error-request-secret-in-arguments = This request holds a secret, and others can see what you type here. Give it through - or --request-fd.
error-internal = Something went wrong. See whether your last change is there. Did you choose a new passphrase? Then try the new one first.
error-database-broken = The vault reported an error. Lock the vault and open it again. Then see whether your last change is there.
error-passphrase-none = We cannot ask for a passphrase here. Give it with --passphrase-file or --passphrase-fd.
error-passphrase-no-text = We cannot read this file with the passphrase as text. Save it as UTF-8 and try again.
error-passphrase-differs = The two passphrases differ. Try again.
error-vault-not-open = No vault is open yet. Open your vault first.
error-vault-locked = The vault is locked. Unlock it to continue.
error-vault-exists = There is already a vault in this place. Open it, or choose another folder.
error-vault-missing = We find no vault here. Is the USB stick not plugged in? Plug it in, or choose another folder. { unlock-missing-lost } { breach-do-board } { breach-known }
error-vault-data-missing = A part of the vault is missing: data.db. Put your newest backup in a new folder, the whole vault and no single file. { rights-again } { unlock-breach-when } { breach-today }
error-vault-wrong-passphrase = This passphrase is not right. Check capitals and spaces.
error-vault-moved = { refused-moved-what } { unlock-missing-stick } { refused-do-back } { unlock-missing-lost } { breach-do-board } { breach-known }
error-vault-replaced = While you worked, other files came into the folder of the vault. Perhaps a cloud service or another computer did that. We left them alone. This change was not saved. Lock the vault: we then keep your version.
error-vault-data-renamed = { refused-data-renamed-what } { refused-do-same } { refused-do-copy } { refused-do-name } { refused-do-copy-gone }
error-vault-header-renamed = { refused-header-renamed-what } { refused-do-same } { refused-do-copy } { refused-do-header } { refused-do-copy-gone }
error-vault-wrong-passphrase-older = This passphrase is not right. Check capitals and spaces. This vault is also older than the one that was last open here. Try the passphrase of that time, or look for the newest vault.
error-vault-wait = { $seconds ->
    [one] Wait 1 second and then try again.
   *[other] Wait { $seconds } seconds and then try again.
}
error-vault-header-damaged = The lock of the vault is damaged. Put your newest backup in a new folder, the whole vault and no single file. { rights-again } { unlock-breach-when } { breach-today }
error-vault-damaged = The vault is damaged. We have not changed anything. Put your newest backup in a new folder, the whole vault and no single file. { rights-again } { unlock-breach-when } { breach-today }
error-vault-too-new = This vault was made with a newer version. Update Ledenkluis.
error-vault-in-use = The vault is already open elsewhere. Close it there, or choose View only.
error-vault-read-only = You can only view this vault now. Lock it and open it normally. Is it open elsewhere? Close it there first.
error-vault-weak-passphrase = This passphrase is too easy. Use at least 4 words or 16 characters.
error-vault-recovery-group = This group is not right. Look at the sheet again.
error-vault-recovery-wrong = This recovery sheet does not fit this vault. Use the newest sheet. Is this an older copy of the vault? Then the sheet of that day fits.
error-vault-recovery-none = This vault has no recovery sheet yet. Make one in Admin.
error-vault-no-keychain = This computer cannot open the vault for you. Type your passphrase.
error-vault-key-missing = You do not have the key to this part of the vault. Ask an administrator who sees it.
error-vault-not-ready = { refused-not-ready-what } { refused-do-first } { refused-do-wait }
error-vault-own-passphrase-first = Someone else chose your passphrase. First choose one of your own.
error-view-in-use = Someone else has the vault open. Viewing this is noted in the log, and that cannot be done now. Try again when the vault is closed there.
error-view-no-row = Viewing this is noted in the log, but we cannot write in this place. Put the vault in a place where you may write and open it again.
error-draft-too-many = You have too much input that is not saved yet. First save something or discard it.
error-vault-link = { refused-link-what } { refused-do-who } { refused-do-backup } { rights-again } { refused-do-old-gone } { breach-note }
error-user-missing = This user no longer exists. Choose another.
error-user-not-named = This vault has several users. Say who you are.
error-user-name-taken = There is already a user with this name. Choose another name.
error-user-last-admin = There must always be one administrator. Make someone else administrator first.
error-user-last-key = Only this user has the key to a part of the vault. First make a recovery sheet that opens everything.
error-user-not-self = You cannot do this to yourself. Ask another administrator.
error-person-missing = This person is no longer in the vault. Go back to the list.
error-person-ambiguous = We found { $count } people. Type more of the name, or the id.
error-person-changed-meanwhile = Somebody else has changed this person in the meantime. Open the person again and enter your change once more.
error-person-restricted = This person is on hold. You may only store the data.
error-relation-missing = This relation no longer exists. Open the person again.
error-relation-ended = This relation has already ended. You need not do anything.
error-purpose-missing = This purpose no longer exists. Choose another purpose.
error-consent-not-needed = You do not ask consent for this purpose. You need not record anything.
error-consent-not-given = There is no consent to withdraw. You need not do anything.
error-consent-reopen-over = This can no longer be undone. Record the choice again.
error-consent-guardian-needed = This person is under 16. A parent or guardian gives consent.
error-import-encrypted = This file has a password. Remove it in Excel.
error-import-damaged = This file is damaged. Save it again in Excel as .xlsx.
error-import-too-large = This file is too large, or holds more than a list can have. Split the list into smaller files.
error-import-unsupported = We cannot read this kind of file. Save it as .xlsx or .csv.
error-import-nothing = There is no list in this file. Choose another file.
error-import-sheet-missing = This sheet is not in the file. Choose another sheet.
error-import-missing = This import no longer exists. Look in the list of imports.
error-import-undo-too-late = This import is older than 30 days. You can no longer undo it.
error-import-undone = This import has already been undone. You need not do anything.
error-import-no-name = No column is a name. Choose which column is the surname.
error-import-blocked = This column may not come along: associations may not keep the BSN.
error-erasure-confirm = That is not the same. Type exactly what it says.
error-erasure-not-due = This person is not due yet. End the relation first, or wait until the period is over.
error-erasure-held = This data must stay for now. Nothing was erased.
error-erasure-missing = This erasure proof does not exist. Look in the list of proofs.
error-erasure-pending = The erasing is not finished yet. The secretary or the privacy contact finishes it.
error-erasure-residue = After erasing we still found remains. Keep this vault and ask for help.
error-trail-broken = The log is no longer right. Ask the administrator for help. { breach-note }
error-demo-not-empty = There are already people in this vault. Make a new vault for the examples.
error-vault-too-old = { refused-too-old-what } { refused-do-new } { rights-again } { refused-do-erase }
error-vault-halves-differ = The files of the vault do not belong together: one of them is from another day, or damaged. We changed nothing. Put your newest backup in a new folder, the whole vault and no single file. { rights-again } { unlock-breach-when } { breach-today }
error-vault-header-older = The lock of the vault (header.json) is older than the data. Perhaps a cloud service or somebody else put back an old file. We changed nothing. Put your newest backup in a new folder, the whole vault and no single file. { rights-again } { unlock-breach-when } { breach-today }
error-vault-data-older = The data (data.db) is older than the lock of the vault. Perhaps a cloud service or somebody else put back an old file. We changed nothing. Put your newest backup in a new folder, the whole vault and no single file. { rights-again } { unlock-breach-when } { breach-today }
error-vault-pages-replaced = { refused-pages-replaced-what } { refused-do-close } { refused-do-cloud } { refused-do-newest } { rights-again } { refused-do-old-gone } { breach-note }
error-vault-older-copy = There is another version of this vault, with other or later work. That is normal if one of you restored a backup. It also happens when two computers work in the same folder. Does nobody know of it? Then do not open this one. First look for the newest vault. Can you not find it? { breach-today }
error-vault-not-followed = { refused-not-followed-what } { refused-do-folder } { refused-do-who } { breach-note }
error-vault-roster-refused = { refused-roster-refused-what } { refused-do-who } { refused-do-backup } { rights-again } { refused-do-old-gone } { breach-note }
error-vault-key-refused = { refused-key-refused-what } { refused-do-who } { refused-do-backup } { rights-again } { refused-do-old-gone } { breach-note }
error-vault-trail-cut = { refused-trail-cut-what } { refused-do-close } { refused-do-cloud } { refused-do-newest } { rights-again } { refused-do-old-gone } { breach-note }
error-vault-sheet-lacks = This new recovery sheet would open less than the old one. Type the groups of the old sheet. Or have the sheet made by an administrator who may see both gifts and notes. The old sheet stays valid.
error-vault-sheet-lacks-last = This sheet does not open { $compartments ->
    [giving] gifts and payments
    [confidential] notes
   *[other] gifts, payments and notes
}, and only this user has the key to it. We changed nothing. Only the passphrase of that user still helps, or a sheet that does open this.
error-vault-parts-lost = You no longer see { $compartments ->
    [giving] gifts and payments
    [confidential] notes
   *[other] gifts, payments and notes
}: the recovery sheet does not open this. Ask an administrator who sees this to give that role again.
error-vault-second-header = One of the two files with the lock of the vault was damaged or gone. The other file is good. We repair this one from it as soon as possible. Does this happen more often? Have the disk or the USB stick checked.
error-vault-headers-differ = The two files with the lock of the vault were not the same. Perhaps the program was cut short, or two computers wrote in the same folder. We repair it as soon as possible. See whether your latest work is there. Is something missing? Stop working and look for the newest vault.
error-vault-other-copies = The folder of the vault also holds { $names }. That may be work of another computer. It may also hold people who were erased. Do you want to look inside? Copy everything to a new folder. Give the files their own names there and open that folder. { rights-again } Then erase the new folder. Erase { $names } too once you are sure nobody needs it.
error-vault-copy-stays = We could not remove an old copy in the folder of the vault. Its name begins with data-before. It may hold people who were erased in the meantime. Close other programs that use the folder. We try again when you open the vault again. Does this message keep coming? Delete that file yourself.
error-vault-renewal-waits = The vault is to get new keys, but the disk is too full. Until that works, the old keys still work. Whoever still has them may be able to read along. Free up space and open the vault again.
error-vault-access-changed = Your access to this vault has changed, perhaps on another computer. Lock the vault and open it again. Does that not work, or did you not do this yourself? Ask an administrator. Do they know nothing of it? { breach-today }
error-vault-older-opened = You are working with an older state of this vault. { told-older-do }
error-vault-fork-opened = You chose one of the two versions of this vault. The other may hold work that is missing here. Find it and enter here what is missing. Can you not find it? Look in your mail and papers for requests. Also do these again: { -rights }. Users, passphrases and the recovery sheet may differ. Did somebody lose access there? Stop it here too. Is everything taken over? Then erase the other version.
error-vault-memory-lost = This computer cannot read how the vault was last time. An older copy may go unnoticed now. See whether your latest work is in it. Is something missing? Stop working and find the newest vault.
error-vault-set-aside = { $how ->
    [kept] { unlock-set-aside } { aside-do-stranger } { aside-do-open } { aside-do-again } { aside-do-erase }
    [overwritten] { unlock-overwritten }
   *[lost] { unlock-not-kept }
}
error-vault-failed-attempts = { $count ->
    [one] A wrong passphrase or a wrong recovery sheet was entered once.
   *[other] { $count } times a wrong passphrase or a wrong recovery sheet was entered.
} That was since somebody last opened this vault to make changes. Was it you, or another user? Then you need not do anything. Does nobody know of it? Find out who can reach this computer or the folder. Choose a new passphrase in Admin. Could a stranger reach the folder? { breach-do-note } { breach-today } { breach-known }
error-user-differs = Somebody changed the list of users outside Ledenkluis. We put the users back as an administrator had recorded them. Check under Admin, Users whether all is right. { breach-note }
error-trail-unsigned = The log holds a line that the user it names did not write. Find out who can write in the vault. { breach-note }
error-trail-not-allowed = The log holds a line about something that this user may not do. It seems to have been done outside Ledenkluis. Ask the user what happened. Perhaps somebody else used that passphrase. { breach-note }
error-clock-doubtful = The date of this computer does not seem right. As long as that is so, we count no retention periods. Legal deadlines keep running. Check the date. Is it right all the same? Then say so in Ledenkluis after opening.

# Under everything that may be a breach (GDPR, article 33): all of them are written down, some are reported within 72 hours by the clock.
breach-note = { breach-may } { breach-do-note } { breach-do-board } { breach-do-leave } { breach-do-record } { breach-do-report } { breach-do-warn }
breach-may = This may be a data breach.
breach-today = This may be a data breach: tell the board today.
breach-known = Is it a breach? Always record it; sometimes report it within 72 hours.
breach-then = Then this may be a data breach.
breach-do-note = Write down what you saw, with day and time.
breach-do-board = Tell the board today.
breach-do-leave = Leave this folder as it is.
breach-do-record = The association records every data breach: facts, effects, measures. Does it not report it? Then also why.
breach-do-report = The board looks into this at once and decides on reporting. Unless a risk to people is unlikely, it reports this as soon as possible. It must reach the Dutch authority (Autoriteit Persoonsgegevens) within 72 hours, weekends and holidays included. Count from when the association knows. In doubt? Then count from when you first saw this. You may add to it later. Are you late? Report it all the same and say why.
breach-do-warn = Is the risk high? Then the board warns those people too, as soon as possible.

# A refusal at the door says what happened, and then what to do, each on its own; the error is all of it after each other.
refused-link-what = The folder of the vault holds a link or a folder where a file belongs. We do not open it.
refused-not-followed-what = We cannot establish that this is your vault. Perhaps somebody put another one in its place. We opened nothing.
refused-roster-refused-what = The list of users does not fit the vault. Perhaps somebody who may not do that changed it. Two computers in the same folder may also be the cause. We opened and changed nothing.
refused-key-refused-what = The lock of the vault holds a key that does not belong to this vault. We opened and changed nothing.
refused-trail-cut-what = The log does not fit last time: lines are missing or different. A cloud service or an old copy may be the cause, or somebody who wrote outside Ledenkluis. We changed nothing.
refused-pages-replaced-what = Parts of data.db are from another day than when the vault was locked. A cloud service or an old copy may be the cause, or somebody who wrote outside Ledenkluis. We changed nothing.
refused-data-renamed-what = A part of the vault is missing: { $file }. The folder does hold { $names }. Perhaps a cloud service gave the file another name. We changed nothing.
refused-header-renamed-what = The lock of the vault is missing. The folder does hold { $names }. Perhaps a cloud service gave the file another name. We changed nothing.
refused-moved-what = The folder of the vault is no longer in its place.
refused-not-ready-what = The vault is not ready to be viewed yet.
refused-too-old-what = This vault was made with a trial version of Ledenkluis, which was less safe.
refused-do-who = Find out who can reach the folder.
refused-do-backup = Do you have a backup? Put it in a new folder and open that one. Leave this folder as it is.
refused-do-folder = See whether you chose the right folder.
refused-do-close = Close the vault everywhere and change nothing more.
refused-do-cloud = Is the vault in a cloud? Put the files of one computer in a new folder and open that one.
refused-do-newest = Or put your newest backup in a new folder. Leave this folder as it is.
refused-do-same = See whether the file is of this vault.
refused-do-copy = Is it? Then first make a copy of the folder.
refused-do-name = Then name the file { $file } again and try again.
refused-do-copy-gone = Is everything in order? Then erase the copy you made too.
-rights = erasing, restricting, withdrawing consent, objections, corrections
rights-again = Do again what is missing: { -rights }.
refused-do-old-gone = Has the board dealt with everything? Then erase the old folder.
refused-do-header = Then name the file header.json again and try again.
refused-do-back = Was the folder renamed? Put it back and try again.
refused-do-first = First open it normally, in a place where you may write.
refused-do-wait = Is it open somewhere else? Wait until it is closed.
refused-do-new = Make a new vault and import your list again.
refused-do-erase = Has everything been moved? Then erase the old folder.
