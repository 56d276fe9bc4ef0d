# Who may open the vault.
users-title = Users
users-add = Add user
users-name = Name
users-roles = Roles
users-sees = { $name } can see
users-seesnot = { $name } cannot see
users-admin = Administrator
users-admin-hint = May manage users and the vault.
users-first-pass = First passphrase
users-first-pass-hint = Give this passphrase on paper. The user then chooses a new one.
users-remove = Remove { $name }'s access
users-remove-title = Remove { $name }'s access?
users-remove-body = We make new keys. An old copy of the vault still opens with the old passphrase.
users-removed = { $name } can no longer open the vault.
users-added = { $name } can open the vault.
users-changed = The roles of { $name } are changed.
users-you = you
users-last = Last unlocked
users-never = Not yet
users-remove-short = Remove access
users-needs-sheet = This role sees something you have no key for. Type the 8 groups from the recovery sheet.
users-sheet = Also make a new recovery sheet if { $name } knew the old one.

role-secretary-hint = Manages people, consent and retention. Does not see gifts.
role-treasurer-hint = Sees people and gifts. Does not change people.
role-viewer-hint = Only sees names, e-mail and phone.
role-privacy-hint = Sees all but gifts. Handles requests and erasing.
