# Who may open the vault.
users-title = Gebruikers
users-add = Gebruiker toevoegen
users-name = Naam
users-roles = Rollen
users-sees = { $name } ziet wel
users-seesnot = { $name } ziet niet
users-admin = Beheerder
users-admin-hint = Mag gebruikers en de kluis beheren.
users-first-pass = Eerste wachtzin
users-first-pass-hint = Geef deze wachtzin op papier. De gebruiker kiest daarna zelf een nieuwe.
users-remove = { $name } de toegang ontnemen
users-remove-title = { $name } de toegang ontnemen?
users-remove-body = Wij maken nieuwe sleutels. Een oude kopie van de kluis opent nog met de oude wachtzin.
users-removed = { $name } kan de kluis niet meer openen.
users-added = { $name } kan de kluis openen.
users-changed = De rollen van { $name } zijn gewijzigd.
users-you = u
users-last = Laatst ontgrendeld
users-never = Nog niet
users-remove-short = Toegang ontnemen
users-needs-sheet = Deze rol ziet iets waarvan u de sleutel niet heeft. Typ de 8 groepen van het herstelblad.
users-sheet = Maak ook een nieuw herstelblad als { $name } het oude kende.

role-secretary-hint = Beheert personen, toestemming en bewaartermijnen. Ziet geen giften.
role-treasurer-hint = Ziet personen en giften. Wijzigt geen personen.
role-viewer-hint = Ziet alleen namen, e-mail en telefoon.
role-privacy-hint = Ziet alles behalve giften. Doet verzoeken en wissen.
