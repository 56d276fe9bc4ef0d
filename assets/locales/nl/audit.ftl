# Who did what.
audit-title = Logboek
audit-ok = Gecontroleerd: elke regel sluit aan op de vorige.
audit-broken = Let op: regel { $n } klopt niet meer. Bewaar deze kluis en vraag hulp.
audit-unsigned = Let op: regel { $n } is niet geschreven door de gebruiker die erbij staat. Bewaar deze kluis en vraag na wie erin kan schrijven.
audit-not-allowed = Let op: regel { $n } gaat over iets wat deze gebruiker niet mag. Het is buiten Ledenkluis om gedaan. Bewaar deze kluis en spreek de gebruiker erop aan.
audit-erased = gewist persoon
audit-check = Logboek controleren
audit-col-when = Wanneer
audit-col-who = Wie
audit-col-what = Wat
audit-col-about = Over wie
audit-col-result = Uitkomst
audit-done = gedaan
audit-denied = geweigerd
audit-empty = Het logboek is nog leeg.
