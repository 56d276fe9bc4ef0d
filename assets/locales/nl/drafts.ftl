# What somebody typed and did not save.
draft-offer = Uw invoer van { $time } staat nog klaar.
draft-take = Invoer terughalen
draft-drop = Niet bewaren
draft-open = Verder invullen
holder-drafts = Ingevuld, maar nog niet opgeslagen
draft-field-at = Ingevuld op
draft-field-input = Ingevuld
erased-draft = { $n ->
    [one] 1 formulier dat nog niet was opgeslagen
   *[other] { $n } formulieren die nog niet waren opgeslagen
}
