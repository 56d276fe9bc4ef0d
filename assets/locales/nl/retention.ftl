# What may no longer be kept.
retention-title = Bewaartermijnen
retention-tab-due = Nu aan de beurt
retention-tab-rules = Regels
retention-tab-proofs = Bewijzen van wissen
retention-person-why = Persoon en reden
retention-proposal = Ons voorstel
retention-proposal-of = Voorstel voor { $name }
retention-erase = Wissen
retention-part = Deels wissen
retention-keep = Langer bewaren
retention-wait = Moet wachten
retention-skip = Nu niet
retention-held-restricted = Op pauze
retention-group = { $n ->
    [one] { $rule } (1)
   *[other] { $rule } ({ $n })
}
retention-more = en nog { $n }. Die doen mee met de hele groep.
retention-label = Personen met een bewaartermijn die voorbij is
retention-keep-title = { $name } langer bewaren
retention-keep-reason = Waarom is dit nog nodig?
retention-keep-until = Bewaren tot
retention-keep-hint = Hoogstens 1 jaar. Daarna vragen wij het opnieuw.
retention-keep-do = Langer bewaren
retention-kept = { $name } blijft tot { $date }.
retention-what = Wat gebeurt er met { $name }?
retention-choose-row = Kies links een persoon om te zien wat er gebeurt.
retention-goes = Dit gaat weg
retention-stays = Dit moet blijven
retention-stays-until = Tot en met { $date }
retention-counts = Dit telt mee zonder naam
retention-nothing-stays = Er blijft niets van deze persoon.
retention-backups = Heeft u zelf een kopie van de kluis? Daar staat deze persoon nog in.
retention-sum = { $n } gekozen: { $list }.
retention-chosen = { $n } gekozen:
retention-sum-none = Niemand gekozen.
retention-sum-erase = { $n } wissen
retention-sum-part = { $n } deels wissen
retention-notyet = Er verandert pas iets na de volgende stap.
retention-check = Verder naar controle
retention-check-none = Kies eerst wie u wilt wissen.
retention-confirm-title = { $n ->
    [one] 1 persoon definitief verwerken?
   *[other] { $n } personen definitief verwerken?
}
retention-confirm-body = Wissen kan niemand ongedaan maken, ook wij niet.
retention-confirm-type = Typ: { $words }
retention-confirm-mismatch = Dat is niet hetzelfde. Typ precies: { $words }
retention-confirm-list = Om wie het gaat
retention-words-erase = { $n ->
    [one] wis 1 persoon
   *[other] wis { $n } personen
}
retention-do = { $n ->
    [one] 1 persoon verwerken
   *[other] { $n } personen verwerken
}
retention-busy = { $n ->
    [one] 1 persoon wissen
   *[other] { $n } personen wissen
}
retention-done = { $n ->
    [one] 1 persoon verwerkt. Het bewijs staat klaar.
   *[other] { $n } personen verwerkt. Het bewijs staat klaar.
}
retention-back = Naar de lijst
retention-empty-title = Niemand is aan de beurt
retention-empty-body = De volgende is op { $date }.
retention-empty-none = Er telt nog geen termijn af.
retention-rule-what = Wat
retention-rule-term = Hoelang
retention-rule-after = Na
retention-rule-status = Waarom zo lang
retention-rule-source = Bron
retention-rule-used = In gebruik
retention-rule-used-by = { $n ->
    [one] bij 1 persoon
   *[other] bij { $n } personen
}
retention-rule-action = Wat gebeurt er
retention-status-law = Wet
retention-status-guidance = Advies
retention-status-custom = Eigen regel
retention-status-law-hint = Deze termijn staat in de wet. Korter kan niet.
retention-status-guidance-hint = De wet noemt geen termijn. Dit is wat gewoonlijk redelijk is.
retention-verify = Controleer dit
retention-rules-date = Regels van { $date }
