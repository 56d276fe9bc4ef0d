# What may no longer be kept.
retention-title = Retention periods
retention-tab-due = Due now
retention-tab-rules = Rules
retention-tab-proofs = Erasure proofs
retention-person-why = Person and reason
retention-proposal = Our proposal
retention-proposal-of = Proposal for { $name }
retention-erase = Erase
retention-part = Erase in part
retention-keep = Keep longer
retention-wait = Must wait
retention-skip = Not now
retention-held-restricted = On hold
retention-group = { $n ->
    [one] { $rule } (1)
   *[other] { $rule } ({ $n })
}
retention-more = and { $n } more. They go with the whole group.
retention-label = People whose retention period is over
retention-keep-title = Keep { $name } longer
retention-keep-reason = Why is this still needed?
retention-keep-until = Keep until
retention-keep-hint = At most 1 year. After that we ask again.
retention-keep-do = Keep longer
retention-kept = { $name } stays until { $date }.
retention-what = What happens to { $name }?
retention-choose-row = Choose a person on the left to see what happens.
retention-goes = This goes
retention-stays = This must stay
retention-stays-until = Until { $date }
retention-counts = This counts without a name
retention-nothing-stays = Nothing of this person stays.
retention-backups = Do you have your own copy of the vault? This person is still in it.
retention-sum = { $n } chosen: { $list }.
retention-chosen = { $n } selected:
retention-sum-none = Nobody chosen.
retention-sum-erase = erase { $n }
retention-sum-part = erase { $n } in part
retention-notyet = Nothing changes until the next step.
retention-check = Continue to check
retention-check-none = Choose first who you want to erase.
retention-confirm-title = { $n ->
    [one] Process 1 person for good?
   *[other] Process { $n } people for good?
}
retention-confirm-body = Nobody can undo erasing, not even we.
retention-confirm-type = Type: { $words }
retention-confirm-mismatch = That is not the same. Type exactly: { $words }
retention-confirm-list = Who it is about
retention-words-erase = { $n ->
    [one] erase 1 person
   *[other] erase { $n } people
}
retention-do = { $n ->
    [one] Process 1 person
   *[other] Process { $n } people
}
retention-busy = { $n ->
    [one] Erasing 1 person
   *[other] Erasing { $n } people
}
retention-done = { $n ->
    [one] 1 person processed. The proof is ready.
   *[other] { $n } people processed. The proof is ready.
}
retention-back = To the list
retention-empty-title = Nobody is due
retention-empty-body = The next one is on { $date }.
retention-empty-none = No period is running yet.
retention-rule-what = What
retention-rule-term = How long
retention-rule-after = After
retention-rule-status = Why this long
retention-rule-source = Source
retention-rule-used = In use
retention-rule-used-by = { $n ->
    [one] for 1 person
   *[other] for { $n } people
}
retention-rule-action = What happens
retention-status-law = Law
retention-status-guidance = Guidance
retention-status-custom = Own rule
retention-status-law-hint = This period is set by law. It cannot be shorter.
retention-status-guidance-hint = The law names no period. This is what is usually reasonable.
retention-verify = Check this yourself
retention-rules-date = Rules of { $date }
