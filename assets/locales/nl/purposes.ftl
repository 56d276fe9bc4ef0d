# Why the association keeps data.
purposes-title = Doelen
purposes-col-name = Doel
purposes-col-basis = Reden volgens de AVG
purposes-col-term = Hoelang
purposes-empty = Nog geen doelen
purposes-version = versie { $version }

basis-consent = Toestemming
basis-contract = Overeenkomst
basis-law = Wettelijke plicht
basis-interest = Gerechtvaardigd belang
basis-consent-plain = De persoon zei zelf ja.
basis-contract-plain = Het hoort bij het lidmaatschap.
basis-law-plain = De wet zegt dat het moet.
basis-interest-plain = De vereniging heeft het nodig en het schaadt niemand.
