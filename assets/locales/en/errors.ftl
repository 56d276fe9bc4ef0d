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
error-internal = Something went wrong. Your data has not changed. Try again.
error-database-broken = The vault gave an error. Your data has not changed. Lock the vault and open it again.
error-passphrase-none = We cannot ask for a passphrase here. Give it with --passphrase-file or --passphrase-fd.
error-passphrase-no-text = We cannot read this file with the passphrase as text. Save it as UTF-8 and try again.
error-passphrase-differs = The two passphrases differ. Try again.
error-vault-not-open = No vault is open yet. Open your vault first.
error-vault-locked = The vault is locked. Unlock it to continue.
error-vault-exists = There is already a vault in this place. Open it, or choose another folder.
error-vault-missing = We find no vault here. Is the USB stick plugged in? Otherwise choose another folder.
error-vault-data-missing = A part of the vault is missing: data.db. Restore a backup.
error-vault-wrong-passphrase = This passphrase is not right. Check capitals and spaces.
error-vault-moved = The folder of the vault is no longer in its place. Is the USB stick in? Did the folder get another name? Put it back and try again.
error-vault-data-renamed = A part of the vault is missing: data.db. The folder does hold { $names }. A cloud service may have given the file another name. Is it of this vault? Then name it data.db again.
error-vault-wrong-passphrase-older = This passphrase does not fit this vault. The vault is of an earlier day than this computer knows it. Use the passphrase of that day, or put back the newest vault.
error-vault-wait = Wait { $seconds } seconds and then try again.
error-vault-header-damaged = The lock of the vault is damaged. Restore a backup.
error-vault-damaged = The vault is damaged. We have not changed anything. Restore a backup.
error-vault-too-new = This vault was made with a newer version. Update Ledenkluis.
error-vault-in-use = The vault is already open elsewhere. Close it there, or choose View only.
error-vault-read-only = You can only view this vault now. Close it elsewhere and open it again.
error-vault-weak-passphrase = This passphrase is too easy. Use at least 4 words or 16 characters.
error-vault-recovery-group = This group is not right. Look at the sheet again.
error-vault-recovery-wrong = This recovery sheet does not fit this vault. Use the newest sheet.
error-vault-recovery-none = This vault has no recovery sheet yet. Make one in Admin.
error-vault-no-keychain = This computer has no keychain. Type your passphrase when you open the vault.
error-vault-key-missing = Your key does not fit this part of the vault. Ask the administrator.
error-vault-not-ready = The vault is not ready to look at. First open it normally, in a place where we can write.
error-vault-own-passphrase-first = Someone else chose your passphrase. First choose one of your own.
error-view-in-use = Someone else has the vault open. Viewing this is noted in the log, and that cannot be done now. Try again when the vault is closed there.
error-view-no-row = Viewing this is noted in the log, but we cannot write in this place. Put the vault in a place where you may write and open it again.
error-draft-too-many = You have too much input that is not saved yet. First save something or let it go.
error-vault-link = In the folder of the vault there is a link where a file belongs. We do not open it. Take the link away. Put back a copy of the vault of your own, if you have one.
error-user-missing = This user no longer exists. Choose another.
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
error-trail-broken = The log is no longer right. Ask for help. { breach-note }
error-demo-not-empty = There are already people in this vault. Make a new vault for the examples.
error-vault-too-old = This vault was made with a trial version of Ledenkluis that was less safe. Make a new vault and import your list again.
error-vault-halves-differ = The files of the vault do not belong together: one of them is from another day, or damaged. We changed nothing. Put back header.json, header.bak and data.db from the same day.
error-vault-header-older = The lock of the vault (header.json) is older than the data. Somebody or a cloud service put an old file back. We changed nothing. Put back the newest header.json and header.bak.
error-vault-data-older = The data (data.db) is older than the lock of the vault. Somebody or a cloud service put an old file back. We changed nothing. Put back the newest data.db.
error-vault-pages-replaced = Parts of data.db are from another day than when the vault was locked. A cloud service or an old copy may be the cause, or somebody who wrote outside Ledenkluis. We changed nothing. Close the vault everywhere and restore from the cloud the files of one computer. No cloud? Put back a copy of the vault of your own, if you have one. { breach-note }
error-vault-older-copy = There is a version of this vault that went on further or differently. That is right if somebody put back a copy. It also happens when two computers work in the same folder. Is it not right? Then do not open this one, and look for the newest folder first.
error-vault-not-followed = We cannot establish that this is your vault. Perhaps somebody put another one in its place. We opened nothing. See whether you chose the right folder, and find out who can reach the folder. { breach-note }
error-vault-roster-refused = The list of users was changed by somebody who may not do that. We opened and changed nothing. Put back a copy of the vault of your own, if you have one. Find out who can reach the folder. { breach-note }
error-vault-key-refused = The lock of the vault holds a key that does not belong to this vault. We opened and changed nothing. Put back a copy of the vault of your own, if you have one. Find out who can reach the folder. { breach-note }
error-vault-trail-cut = The log does not fit last time: lines are missing or different. A cloud service or an old copy may be the cause, or somebody who wrote outside Ledenkluis. Close the vault everywhere and restore from the cloud the files of one computer. No cloud? Put back a copy of the vault of your own, if you have one. { breach-note }
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
error-vault-second-header = One of the two files with the lock of the vault was damaged or gone. We restore it from the other one as soon as we write in the folder. Does this happen more often? Have the disk or the USB stick checked.
error-vault-headers-differ = The two files with the lock of the vault were not the same. That comes from a program that was cut short, or from two computers that write in the same folder. We restore it as soon as we write in the folder. See whether your latest work is there.
error-vault-other-copies = The folder of the vault also holds { $names }. That may be work of another computer. Keep it until you know what it is.
error-vault-copy-stays = We could not remove an old copy in the folder of the vault. Its name begins with data-before. It may hold people who were erased in the meantime. Close other programs that use the folder. We keep trying.
error-vault-renewal-waits = The vault is to get new keys, but there is too little room on the disk for that. Until then the old ones hold. Free up space and open the vault again.
error-vault-access-changed = Your access to this vault has changed in the meantime. That may have happened on another computer. Lock the vault and open it again.
error-vault-failed-attempts = { $count ->
    [one] Once a wrong passphrase or a wrong recovery sheet was entered.
   *[other] { $count } times a wrong passphrase or a wrong recovery sheet was entered.
} That was since somebody last opened this vault. Was that not you? Then find out who can reach this computer or the folder. { breach-note }
error-user-differs = Somebody changed the list of users outside Ledenkluis. We follow the signed list again. Check under Admin, Users whether all is right. { breach-note }
error-trail-unsigned = The log holds a line that the user it names did not write. Find out who can write in the vault. { breach-note }
error-trail-not-allowed = The log holds a line about something that this user may not do. It was done outside Ledenkluis. Talk to the user. { breach-note }
error-clock-doubtful = The date of this computer does not seem right. Until you say that it is, we count no terms. The terms of the law go on all the same. Check the date.

# Under everything that may be a breach (GDPR, article 33): all of them are written down, some are reported within 72 hours by the clock.
breach-note = This may be a data breach. Write down what you saw and at what time, and keep this folder. Sometimes you must report a data breach to the Dutch data protection authority (Autoriteit Persoonsgegevens) within 72 hours.
