# What somebody typed and did not save.
draft-offer = Your input from { $time } is still here.
draft-take = Bring back the input
draft-drop = Discard
draft-open = Continue
holder-drafts = Filled in but not saved yet
draft-field-at = Filled in on
draft-field-input = Filled in
erased-draft = { $n ->
    [one] 1 form that had not been saved
   *[other] { $n } forms that had not been saved
}
