# What may no longer be kept.
retention-title = Bewaartermijnen
retention-tab-due = Nu aan de beurt
retention-tab-rules = Regels
retention-tab-proofs = Bewijzen van wissen
retention-person-why = Persoon en reden
retention-name-hidden = Naam verborgen
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
retention-keep-reason-the = De reden
retention-keep-until = Bewaren tot
retention-keep-hint = Hoogstens 1 jaar. Daarna vragen wij het opnieuw.
retention-keep-do = Langer bewaren
retention-kept = { $name } blijft tot { $date }.
retention-what = Wat gebeurt er met { $name }?
retention-goes = Dit gaat weg
retention-stays = Dit moet blijven
retention-stays-until = Tot en met { $date }
retention-counts = Dit telt mee zonder naam
retention-nothing-stays = Geen wet vraagt om iets te bewaren. In het logboek blijven regels met een nummer, zonder naam van deze persoon.
retention-backups = Heeft u zelf een kopie van de kluis? Daar staat deze persoon nog in.
retention-open-person = Persoon bekijken
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

# Rules: who it is about, what the term counts from, and both in one line with the term.
retention-term-year = { $n ->
    [one] 1 jaar
   *[other] { $n } jaar
}
retention-term-month = { $n ->
    [one] 1 maand
   *[other] { $n } maanden
}
retention-rule-r01 = Oud-leden
retention-rule-r01-after = Het einde van het lidmaatschap
retention-rule-r01-line = Oud-leden: { $term } na het einde van het lidmaatschap
retention-rule-r03 = Betalingen
retention-rule-r03-after = Het einde van het boekjaar van de betaling
retention-rule-r03-line = Betalingen: { $term } na het einde van het boekjaar, door de wet
retention-rule-r07b = Giften
retention-rule-r07 = Overeenkomsten voor periodieke giften
retention-rule-r07-after = Het einde van de overeenkomst
retention-rule-r07-line = Periodieke giften: { $term } na het einde van de overeenkomst, door de wet
retention-rule-r07b-after = Het einde van het boekjaar van de gift
retention-rule-r07b-line = Giften: { $term } na het einde van het boekjaar, door de wet
retention-rule-r07c = Donateurs die niet meer geven
retention-rule-r07c-after = Het jaar van de laatste gift
retention-rule-r07c-line = Donateurs: { $term } na het jaar van de laatste gift
retention-rule-r09 = Oud-vrijwilligers
retention-rule-r09-after = Het einde van de taak
retention-rule-r09-line = Oud-vrijwilligers: { $term } na het einde van de taak
retention-rule-r12 = Lezers van de nieuwsbrief
retention-rule-r12-after = De laatste keuze over toestemming
retention-rule-r12-line = Nieuwsbrief: meteen na intrekken, of { $term } na de laatste keuze
retention-rule-r22 = Contactpersonen
retention-rule-r22-after = Het einde van het contact
retention-rule-r22-line = Contactpersonen: { $term } na het einde van het contact
retention-rule-none = Zonder relatie met de vereniging

# Why somebody is due.
retention-because-member = Lid tot { $date }
retention-because-member-paid = Lid tot { $date }, betaalde contributie
retention-because-member-gave = Lid tot { $date }, gaf aan de vereniging
retention-because-member-end-unknown = Geen lid meer, einddatum onbekend
retention-because-volunteer = Vrijwilliger tot { $date }
retention-because-volunteer-paid = Vrijwilliger tot { $date }, met betalingen
retention-because-volunteer-gave = Vrijwilliger tot { $date }, gaf aan de vereniging
retention-because-volunteer-end-unknown = Geen vrijwilliger meer, einddatum onbekend
retention-because-donor = Donateur tot { $date }
retention-because-donor-paid = Donateur tot { $date }, met betalingen
retention-because-donor-gave = Donateur tot { $date }, gaf aan de vereniging
retention-because-donor-end-unknown = Geen donateur meer, einddatum onbekend
retention-because-contact = Contact tot { $date }
retention-because-contact-paid = Contact tot { $date }, met betalingen
retention-because-contact-gave = Contact tot { $date }, gaf aan de vereniging
retention-because-contact-end-unknown = Geen contact meer, einddatum onbekend
retention-because-last-gift = Laatste gift in { $year }
retention-because-consent-withdrawn = Trok op { $date } de toestemming in
retention-because-consent-old = Gaf op { $date } toestemming, daarna niets meer gehoord
retention-because-fiscal-over = De boekhouding moest tot en met { $date } blijven
retention-because-no-relation = Geen relatie met de vereniging

# What must stay, and what counts on.
retention-stays-payments = Naam, adres en betalingen
retention-stays-gifts = Naam, adres en giften
retention-stays-all = Alle gegevens
retention-stays-why-tax = Dit moet blijven van de belastingwet. Het staat alleen nog in de lijst van de penningmeester.
retention-counts-member = 1 lid erbij in { $from }, 1 eraf in { $to }
retention-counts-member-joined = 1 lid erbij in { $from }
retention-counts-member-left = 1 lid eraf in { $to }
retention-counts-donor = 1 donateur erbij in { $from }, 1 eraf in { $to }
retention-counts-donor-joined = 1 donateur erbij in { $from }
retention-counts-donor-left = 1 donateur eraf in { $to }
retention-counts-volunteer = 1 vrijwilliger erbij in { $from }, 1 eraf in { $to }
retention-counts-volunteer-joined = 1 vrijwilliger erbij in { $from }
retention-counts-volunteer-left = 1 vrijwilliger eraf in { $to }
retention-counts-contact = 1 contact erbij in { $from }, 1 eraf in { $to }
retention-counts-contact-joined = 1 contact erbij in { $from }
retention-counts-contact-left = 1 contact eraf in { $to }

# How long what is kept.
retention-keeps-member = Lidgegevens
retention-keeps-volunteer = Vrijwilligersgegevens
retention-keeps-donor = Donateursgegevens
retention-keeps-contact = Contactgegevens
retention-keeps-longer = Langer bewaard
retention-keeps-books = Boekhouding
retention-bar-member-running-year = Zolang deze persoon lid is, en { $n ->
    [one] 1 jaar
   *[other] { $n } jaar
} daarna.
retention-bar-member-ended-year = { $n ->
    [one] 1 jaar
   *[other] { $n } jaar
} na het einde van het lidmaatschap: tot en met { $until }.
retention-bar-volunteer-running-year = Zolang deze persoon vrijwilliger is, en { $n ->
    [one] 1 jaar
   *[other] { $n } jaar
} daarna.
retention-bar-volunteer-ended-year = { $n ->
    [one] 1 jaar
   *[other] { $n } jaar
} na het einde van de taak: tot en met { $until }.
retention-bar-donor-running-year = Zolang deze persoon geeft, en { $n ->
    [one] 1 jaar
   *[other] { $n } jaar
} na het jaar van de laatste gift.
retention-bar-donor-ended-year = { $n ->
    [one] 1 jaar
   *[other] { $n } jaar
} na het jaar van de laatste gift: tot en met { $until }.
retention-bar-donor-stopped-year = { $n ->
    [one] 1 jaar
   *[other] { $n } jaar
} na het jaar waarin dit eindigde: tot en met { $until }.
retention-bar-contact-running-month = Zolang er contact is, en { $n } maanden daarna.
retention-bar-contact-ended-month = { $n } maanden na het einde van het contact: tot en met { $until }.
retention-bar-end-unknown = Wanneer dit eindigde, weet niemand. Kijk of u het nog nodig heeft.
retention-bar-books = Betalingen van { $year } bewaren we tot en met { $until }.
retention-bar-consent = Tot deze persoon de toestemming intrekt.
retention-bar-consent-month = Tot deze persoon de toestemming intrekt, of tot { $n } maanden na de laatste keuze.
retention-bar-longer = Besloten om langer te bewaren: tot en met { $until }.

# Why until then, below a last day.
retention-reason-member-ended-year = Dat is { $n ->
    [one] 1 jaar
   *[other] { $n } jaar
} na het einde van het lidmaatschap.
retention-reason-volunteer-ended-year = Dat is { $n ->
    [one] 1 jaar
   *[other] { $n } jaar
} na het einde van de taak.
retention-reason-donor-ended-year = Dat is { $n ->
    [one] 1 jaar
   *[other] { $n } jaar
} na het jaar van de laatste gift.
retention-reason-donor-stopped-year = Dat is { $n ->
    [one] 1 jaar
   *[other] { $n } jaar
} na het jaar waarin dit eindigde.
retention-reason-contact-ended-month = Dat is { $n } maanden na het einde van het contact.
retention-reason-books = Zo lang moeten betalingen van { $year } bewaard blijven.
retention-reason-longer = Tot dan is besloten om langer te bewaren.
retention-reason-consent = Dan is er al lang niets meer gehoord over de toestemming.

# In reports and on paper.
holder-retention = Langer bewaard
retention-field-until = Bewaren tot
retention-field-reason = Reden
retention-field-decided = Besloten op
erased-keep-longer = Besluit om langer te bewaren
retention-ask = Kijk eerst
retention-nobody-now = Er staat nu niemand in deze lijst.
told-clock-counts = Ook wie lid is en de aantallen kloppen nu misschien niet.
