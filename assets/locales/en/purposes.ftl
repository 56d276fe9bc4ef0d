# Why the association keeps data.
purposes-title = Purposes
purposes-col-name = Purpose
purposes-col-basis = Reason in the GDPR
purposes-col-term = How long
purposes-empty = No purposes yet
purposes-version = version { $version }

basis-consent = Consent
basis-contract = Agreement
basis-law = Legal duty
basis-interest = Legitimate interest
basis-consent-plain = The person said yes.
basis-contract-plain = It is part of the membership.
basis-law-plain = The law says it must.
basis-interest-plain = The association needs it and it harms nobody.
