# Help beside each screen: what it is for, how it works, why, and the article; and the keys.
help-title = Help
help-steps = How it works
help-law = What does the law say?
help-keys = Keys
help-of = Help: { $topic }
help-topic-person = The page of a person
help-key-search = Find a person, screen or help
help-key-menu = Item of the menu
help-key-lock = Lock
help-key-save = Save the form
help-key-new = Add a person
help-key-edit = Change details
help-key-back = Back and forward
help-key-region = Next and previous part of the screen
help-key-size = Larger, smaller or normal text
help-key-find = Search in this list
help-key-paper = Access report of this person
help-key-undo = Undo the last change
help-key-close = Close or cancel
help-key-help = This help
help-offline = Ledenkluis needs no internet. Your list is in the folder that you chose.

help-today = Here you see what must happen now. The most important comes first.
help-today-step-1 = Start at the top, at Do now.
help-today-step-2 = Press a task. It takes you where you finish it.
help-today-step-3 = All done? Then it says here: you are up to date.
help-today-why = Look every week and you are never late. You need not remember anything.

help-people = Search part of the name, town or member number. A typing error does not matter.
help-people-step-1 = Type a few letters in the search box.
help-people-step-2 = Choose with the arrow keys and press Enter.
help-people-step-3 = A new person? Choose Add person.
help-people-why = A list in one place stays right. Loose copies grow old.
help-people-law = Record only what you need (GDPR, article 5(1)(c)).

help-person = Everything about one person is here, also how long you keep it and why.
help-person-step-1 = Choose Change to correct details.
help-person-step-2 = Under More you end a membership, make a report or erase.
help-person-step-3 = The bars show until when you keep something.
help-person-why = Every date has its reason. So you can always explain it.
help-person-law = Everyone may see what you keep, also remarks (GDPR, article 15).

help-import = Your file does not change. You see first what will happen. You can undo an import for 30 days.
help-import-step-1 = Choose your file and the right sheet.
help-import-step-2 = See whether the columns are right.
help-import-step-3 = Mend problems or skip those rows.
help-import-step-4 = Check the numbers and import.
help-import-why = First look, then write. So nothing wrong gets into the vault.
help-import-law = Leave out columns you do not need (GDPR, article 5(1)(c)).

help-consent = You record who said yes or no, when and how. No answer is not a yes.
help-consent-step-1 = Choose a purpose to see who said what.
help-consent-step-2 = Record a choice on the page of the person.
help-consent-step-3 = Does somebody withdraw? One press of the button is enough.
help-consent-why = Yes and no weigh the same. Who said nothing did not say yes.
help-consent-law = You must be able to show consent. Withdrawing is as easy as giving (GDPR, article 7).

help-retention = The GDPR asks you to keep data no longer than needed. Here you see who is due.
help-retention-step-1 = See who is due, and why.
help-retention-step-2 = Choose for each person: erase or keep longer, with a reason.
help-retention-step-3 = Check, type the words and erase.
help-retention-step-4 = Keep the proof.
help-retention-step-5 = Arrow keys go from person to person. Alt+1 to Alt+4 takes a proposal.
help-retention-why = What you no longer have cannot leak.
help-retention-law = Keep data no longer than needed (GDPR, article 5(1)(e)).

help-admin = Here you decide who may open the vault, and your recovery sheet.
help-admin-step-1 = Give everyone a passphrase and a role of their own.
help-admin-step-2 = Print the recovery sheet and keep it elsewhere.
help-admin-step-3 = The log tells who did what.
help-admin-step-4 = Make a backup every month: lock the vault, copy the whole folder and keep it elsewhere. Delete backups older than 90 days.
help-admin-why = A shared passphrase belongs to nobody. With your own you know who did what. Amounts of gifts and notes have a key of their own. The rest is hidden by the program only: so give no access to anybody you do not trust. An administrator also keeps the key of what no other role needs. With the recovery sheet an administrator gets at all that the sheet opens.
help-admin-law = You protect data as fits the risk (GDPR, article 32(1)).
