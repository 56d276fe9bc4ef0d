# Recording what someone agrees to, and taking it back.
consent-title = Consent
consent-intro = Per purpose you see who said yes, who said no, and who nothing yet.
consent-yes = Yes
consent-no = No
consent-open = No choice
consent-withdrawn = Withdrawn
consent-unknown = Without proof
consent-not-asked = Not asked yet
consent-unknown-hint = There was a tick in an old list. That is no proof: ask again.
consent-how-paper = On paper
consent-how-phone = By phone
consent-how-email = By e-mail
consent-how-in-person = In person
consent-how-import = From a list
consent-how-on = { $how }, { $date }
consent-record-title = Record the choice of { $name }
consent-record-purpose = What for?
consent-record-answer = What did this person say?
consent-record-yes = Yes, that is fine
consent-record-no = No, rather not
consent-record-how = How did you hear this?
consent-record-by = Who gave the answer?
consent-record-by-subject = The person
consent-record-by-guardian = Parent or guardian
consent-record-remark = What was said?
consent-record-text = This is the text that you ask (version { $version })
consent-record-weak = This is weaker proof. Ask for a signature later as well.
consent-record-free = Does someone say no? Then they simply stay a member.
consent-record-do = Record the choice
consent-recorded = The choice about { $purpose } is recorded.
consent-history = What happened
consent-history-by = recorded by { $name }
consent-history-version = text version { $version }
consent-overview-unknown = { $n } without proof
consent-overview-asked = You ask consent for this
consent-overview-other = You need not ask for this
consent-overview-other-hint = The GDPR knows more reasons than consent. For these purposes it is another one.

# In reports and on paper.
holder-consent = Consents
consent-field-purpose = Purpose
consent-field-state = Choice
consent-field-on = Date
consent-field-how = How
consent-field-by = Who answered
consent-field-version = Version of the text
consent-field-text = The text
consent-field-remark = Remark
consent-field-recorded = Recorded on
erased-consent = { $n ->
    [one] 1 consent choice
   *[other] { $n } consent choices
}
consent-record-choose = Choose yes or no.
consent-record-date = Date of the answer
consent-all = All { $n } purposes
consent-objections = Objections
consent-objections-hint = You ask nothing for this. Whoever objects no longer gets it.
consent-objected = Objects
consent-objected-not = No objection
consent-objected-yes = Objects
consent-count-yes = { $n } yes
consent-count-no = { $n } no
consent-count-open = { $n } no choice
