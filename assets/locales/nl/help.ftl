# Help beside each screen: what it is for, how it works, why, and the article; and the keys.
help-title = Hulp
help-steps = Zo werkt het
help-law = Wat zegt de wet?
help-keys = Toetsen
help-of = Hulp: { $topic }
help-topic-person = De pagina van een persoon
help-key-search = Zoek een persoon, scherm of hulp
help-key-menu = Onderdeel van het menu
help-key-lock = Vergrendelen
help-key-save = Formulier opslaan
help-key-new = Persoon toevoegen
help-key-edit = Gegevens wijzigen
help-key-back = Terug en vooruit
help-key-region = Volgende en vorige deel van het scherm
help-key-size = Tekst groter, kleiner of gewoon
help-key-find = Zoeken in deze lijst
help-key-paper = Inzagerapport van deze persoon
help-key-undo = Laatste wijziging ongedaan maken
help-key-close = Sluiten of annuleren
help-key-help = Deze hulp
help-offline = Ledenkluis heeft geen internet nodig. Uw lijst staat in de map die u koos.

help-today = Hier ziet u wat er nu moet gebeuren. Het belangrijkste staat bovenaan.
help-today-step-1 = Begin bovenaan bij Nu doen.
help-today-step-2 = Druk op een taak. U komt waar u haar afmaakt.
help-today-step-3 = Is alles klaar? Dan staat hier: u bent bij.
help-today-why = Wie elke week kijkt, is nooit te laat. U hoeft niets te onthouden.

help-people = Zoek op een deel van de naam, de plaats of het lidnummer. Een typfout is niet erg.
help-people-step-1 = Typ een paar letters in het zoekvak.
help-people-step-2 = Kies met de pijltoetsen en druk op Enter.
help-people-step-3 = Een nieuwe persoon? Kies Persoon toevoegen.
help-people-why = Een lijst op één plek blijft juist. Losse kopieën raken verouderd.
help-people-law = Leg alleen vast wat u nodig heeft (AVG, artikel 5, lid 1, onder c).

help-person = Hier staat alles over één persoon, ook hoelang u het bewaart en waarom.
help-person-step-1 = Kies Wijzigen om gegevens te verbeteren.
help-person-step-2 = Onder Meer staan het einde van een lidmaatschap, inzage en wissen.
help-person-step-3 = De balken tonen tot wanneer u iets bewaart.
help-person-why = Bij elke datum staat de reden. Zo kunt u het altijd uitleggen.
help-person-law = Iedereen mag zien wat u bewaart, ook opmerkingen (AVG, artikel 15).

help-import = Uw bestand verandert niet. U ziet eerst wat er gebeurt. Importeren kunt u 30 dagen ongedaan maken.
help-import-step-1 = Kies uw bestand en het juiste werkblad.
help-import-step-2 = Kijk of de kolommen kloppen.
help-import-step-3 = Los problemen op of sla die rijen over.
help-import-step-4 = Controleer de aantallen en importeer.
help-import-why = Eerst kijken, dan pas schrijven. Zo komt er niets verkeerds in de kluis.
help-import-law = Kolommen die u niet nodig heeft, laat u weg (AVG, artikel 5, lid 1, onder c).

help-consent = U legt vast wie ja of nee zei, wanneer en hoe. Geen antwoord is geen ja.
help-consent-step-1 = Kies een doel om te zien wie wat zei.
help-consent-step-2 = Leg een keuze vast op de pagina van de persoon.
help-consent-step-3 = Trekt iemand in? Eén druk op de knop is genoeg.
help-consent-why = Ja en nee tellen even zwaar. Wie niets zei, heeft niet ja gezegd.
help-consent-law = U moet toestemming kunnen aantonen. Intrekken is net zo makkelijk als geven (AVG, artikel 7).

help-retention = De AVG vraagt om gegevens niet langer te bewaren dan nodig. Hier ziet u wie aan de beurt is.
help-retention-step-1 = Kijk wie aan de beurt is, en waarom.
help-retention-step-2 = Kies per persoon: wissen of langer bewaren, met een reden.
help-retention-step-3 = Controleer, typ de woorden en wis.
help-retention-step-4 = Bewaar het bewijs.
help-retention-step-5 = Pijltoetsen gaan van persoon naar persoon. Alt+1 tot en met Alt+4 kiest een voorstel.
help-retention-why = Wat u niet meer heeft, kan niet lekken.
help-retention-law = Bewaar niet langer dan nodig (AVG, artikel 5, lid 1, onder e).

help-admin = Hier regelt u wie de kluis mag openen, en uw herstelblad.
help-admin-step-1 = Geef ieder een eigen wachtzin en een eigen rol.
help-admin-step-2 = Druk het herstelblad af en leg het ergens anders.
help-admin-step-3 = In het logboek staat wie wat deed.
help-admin-step-4 = Maak elke maand een back-up: vergrendel de kluis, kopieer de hele map en bewaar die ergens anders. Wis back-ups ouder dan 90 dagen.
help-admin-why = Eén gedeelde wachtzin is van niemand. Met een eigen wachtzin weet u wie wat deed. Bedragen van giften en bijzonderheden hebben een eigen sleutel. De rest verbergt alleen het programma: geef dus niemand toegang die u niet vertrouwt. Een beheerder houdt ook de sleutel van wat geen andere rol nodig heeft. Met het herstelblad komt een beheerder bij alles wat dat blad opent.
help-admin-law = U beveiligt gegevens zoals dat bij het risico past (AVG, artikel 32, lid 1).
