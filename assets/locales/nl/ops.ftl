# What the trail calls each thing that was done, and the roles.
role-secretary = Secretaris
role-treasurer = Penningmeester
role-viewer = Meekijker
role-privacy = Privacycontact
role-admin = Beheerder
role-system = Het programma
