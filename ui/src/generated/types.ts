// Made by `cargo xtask gen` from the core. Not to be edited.
export type About = "nobody" | { "named": string } | "not_listed" | "erased";
export type Address = { 
/**
 * Street and number.
 */
street: string, 
/**
 * Postcode.
 */
postcode: string, 
/**
 * Town.
 */
city: string, 
/**
 * Country, empty for the association's own.
 */
country: string, };
export type Basis = "consent" | "contract" | "law" | "interest";
export type Birthday = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * As spoken to.
 */
name: string, 
/**
 * The day, this year or the next.
 */
on: Date, 
/**
 * How old he becomes, in years.
 */
age: number, };
export type ByPerson = { 
/**
 * Who.
 */
person: PersonId, };
export type ChangePassphrase = { 
/**
 * The one that holds until now.
 */
old: string, 
/**
 * The one from now on.
 */
new: string, };
export type ChangePerson = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * What the form held when it was opened: a change by somebody else meanwhile is not overwritten.
 */
seen: Timestamp | null, 
/**
 * The person as he is to be. `relations` is not looked at. `note` only with the right to write notes.
 */
to: NewPerson, };
export type ChangeUser = { 
/**
 * Whose.
 */
user: UserId, 
/**
 * What he does in the association from now on.
 */
roles: Array<Role>, 
/**
 * May he run the vault?
 */
admin: boolean, 
/**
 * The passphrase of who changes them, once more.
 */
own_passphrase: string, 
/**
 * The groups of the recovery sheet, when a role needs a key that is not at hand.
 */
recovery?: Array<string>, };
export type ChooseVault = { 
/**
 * Its folder, or the header in it.
 */
place: FileToken, };
export type Compartment = "main" | "giving" | "confidential";
export type ConsentBy = "subject" | "guardian" | "not_recorded";
export type ConsentCount = { 
/**
 * For what.
 */
purpose: PurposeId, 
/**
 * The purpose's stable name.
 */
key: string, 
/**
 * Its name in Dutch.
 */
name: string, 
/**
 * Its name in English.
 */
name_en: string, 
/**
 * The version of the words that are asked now.
 */
text_version: number | null, 
/**
 * Yes.
 */
given: number, 
/**
 * No, also those who took back a yes.
 */
refused: number, 
/**
 * A tick in an old list, without proof.
 */
unknown: number, 
/**
 * Not asked yet.
 */
open: number, };
export type ConsentEventId = string;
export type ConsentHow = "paper" | "phone" | "email" | "in_person" | "import" | "not_recorded";
export type ConsentLine = { 
/**
 * Which.
 */
id: ConsentEventId, 
/**
 * For what.
 */
purpose: PurposeId, 
/**
 * The purpose's stable name.
 */
key: string, 
/**
 * How it stood then.
 */
state: ConsentState, 
/**
 * Is a person asked for this? Else it is an objection.
 */
asks_consent: boolean, 
/**
 * The day of the choice.
 */
on: Date, 
/**
 * How the association heard of it.
 */
how: ConsentHow, 
/**
 * Who said it.
 */
by: ConsentBy, 
/**
 * What was said; only for who may record consents.
 */
remark: string | null, 
/**
 * The version of the words.
 */
text_version: number | null, 
/**
 * The exact words.
 */
text: string | null, 
/**
 * Does it undo a withdrawal? Then it restates what held before.
 */
undoes: boolean, 
/**
 * When it was recorded.
 */
recorded_at: Timestamp, 
/**
 * Who recorded it.
 */
recorded_by: string | null, };
export type ConsentRow = { 
/**
 * For what.
 */
purpose: PurposeId, 
/**
 * The purpose's stable name.
 */
key: string, 
/**
 * Its name in Dutch.
 */
name: string, 
/**
 * Its name in English.
 */
name_en: string, 
/**
 * How it stands.
 */
state: ConsentState, 
/**
 * The day of the last choice; like all that follows but the last two only for who may see more than how it stands.
 */
since: Date | null, 
/**
 * How the association heard of it.
 */
how: ConsentHow | null, 
/**
 * The version of the words.
 */
text_version: number | null, 
/**
 * Who said it.
 */
by: ConsentBy | null, 
/**
 * Is a person asked for this? Else it is an objection.
 */
asks_consent: boolean, 
/**
 * Is it what most people are asked? Then the list and the first page of a person show it, answered or not.
 */
usual: boolean, };
export type ConsentState = "given" | "refused" | "withdrawn" | "not_asked" | "unknown";
export type Date = string;
export type DateOrder = "dmy" | "mdy" | "ymd";
export type DemoRequest = { 
/**
 * 1 to 100,000.
 */
people: number, 
/**
 * Another seed gives other people.
 */
seed: number, };
export type DonationId = string;
export type DonationKind = "gift" | "contribution";
export type DonationView = { 
/**
 * Its id.
 */
id: DonationId, 
/**
 * What.
 */
kind: DonationKind, 
/**
 * When.
 */
on: Date, 
/**
 * How much, in cents.
 */
amount_cents: number, 
/**
 * Free remark.
 */
remark: string, };
export type Draft = { 
/**
 * Which form on which screen.
 */
place: string, 
/**
 * Whom it is about, where that is known.
 */
person: PersonId | null, 
/**
 * When it was kept.
 */
at: Timestamp, 
/**
 * The fields of the form.
 */
content: string, };
export type DraftByPlace = { 
/**
 * As it was kept.
 */
place: string, };
export type DueGroup = { 
/**
 * The rule.
 */
rule: string, 
/**
 * The people, by name.
 */
rows: Array<DueRow>, };
export type DueRequest = { 
/**
 * `null` for today.
 */
on: Date | null, };
export type DueRow = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The name as in lists; empty for one that the role may not see.
 */
name: string, 
/**
 * Why.
 */
because: Said, 
/**
 * What the program proposes.
 */
proposal: Proposal, 
/**
 * The first day on which the term was over; `null` when an end date is unknown.
 */
since: Date | null, 
/**
 * The tax law would keep something: an erasure would be in part, also of one that must be looked at first.
 */
partly: boolean, 
/**
 * What holds it back.
 */
held_by: Said | null, };
export type Email = { 
/**
 * Its id.
 */
id: EmailId, 
/**
 * Label.
 */
label: string, 
/**
 * The address.
 */
address: string, };
export type EmailId = string;
export type EndRelation = { 
/**
 * Which.
 */
relation: RelationId, 
/**
 * The last day.
 */
ended_on: Date, };
export type ErasureDone = { 
/**
 * The erasure, for its proof.
 */
erasure: ErasureId, 
/**
 * Its number.
 */
number: string, 
/**
 * People erased whole.
 */
erased: number, 
/**
 * People erased in part.
 */
partly: number, 
/**
 * What had to stay.
 */
kept: Array<Stay>, 
/**
 * Files in the folder that are not the vault's own and name somebody who was erased.
 */
strangers: number, 
/**
 * The code of what kept the cleaning of the file from being finished. The people are erased; the cleaning is tried
 * again at the next unlock.
 */
problem: string | null, };
export type ErasureId = string;
export type ErasurePreview = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The name as in lists.
 */
name: string, 
/**
 * What the program proposes; `null` while nothing is over.
 */
proposal: Proposal | null, 
/**
 * What goes; like what counts on only for a role that sees more than what stays for the tax law.
 */
goes: Array<Said>, 
/**
 * What stays.
 */
stays: Array<Stay>, 
/**
 * What counts on without a name.
 */
counts: Array<Said>, };
export type ErasureProof = { 
/**
 * Which.
 */
erasure: ErasureId, 
/**
 * Where to.
 */
target: Target, };
export type ErasureRow = { 
/**
 * Which.
 */
id: ErasureId, 
/**
 * Its number.
 */
number: string, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Who did it.
 */
by: string | null, 
/**
 * How many people, whole and in part.
 */
persons: number, 
/**
 * How many of them in part.
 */
partly: number, 
/**
 * The file is not cleaned and checked yet.
 */
pending: boolean, 
/**
 * The file was searched for what was erased, after the cleaning.
 */
searched: boolean, 
/**
 * Strings of those people that still stood in the vault at the last search.
 */
residue: number, };
export type ErrorView = { 
/**
 * The stable code.
 */
code: string, 
/**
 * How it looks.
 */
kind: Kind, 
/**
 * Arguments for the sentence.
 */
args: { [key in string]: string }, 
/**
 * Faults of fields.
 */
fields: Array<FieldView>, 
/**
 * The number under which the cause stands in the log; only for `broken`.
 */
incident: string | null, };
export type FieldView = { 
/**
 * The field's name as the request spells it.
 */
field: string, 
/**
 * The stable code.
 */
code: string, };
export type FileToken = string;
export type Filled = { 
/**
 * Made-up people in the vault.
 */
people: number, };
export type FullView = { 
/**
 * Date of birth.
 */
birth_date: Date | null, 
/**
 * Age today, in years.
 */
age: number | null, 
/**
 * Member number.
 */
member_number: string, 
/**
 * `entered` or `imported`.
 */
source: string, };
export type ImportChecked = { 
/**
 * People who are added.
 */
new: number, 
/**
 * People of whom something was missing.
 */
complete: number, 
/**
 * People who are known just so.
 */
same: number, 
/**
 * Rows that are left out.
 */
skip: number, 
/**
 * Times that the list says no to a purpose: each is kept as a refusal.
 */
refusals: number, 
/**
 * What is not taken over.
 */
problems: Array<ImportProblem>, 
/**
 * The first rows as they will be stored.
 */
samples: Array<ImportSample>, };
export type ImportColumn = { 
/**
 * Its heading; empty where there is none.
 */
heading: string, 
/**
 * What its values are, `null` where unsure.
 */
meaning: Meaning | null, 
/**
 * From 0 (a guess without ground) to 1.
 */
certainty: number, 
/**
 * Why it must not be taken over: `bsn`. Cannot be switched on.
 */
blocked: string | null, 
/**
 * The kind of protected data it seems to hold: `health`, `religion` … Off until someone chooses otherwise.
 */
sensitive: string | null, };
export type ImportDone = { 
/**
 * Its id, to undo it by.
 */
import_id: ImportId, 
/**
 * People who were added.
 */
new: number, 
/**
 * People who were completed.
 */
updated: number, 
/**
 * People who were known just so.
 */
same: number, 
/**
 * Rows that were left out.
 */
skipped: number, 
/**
 * What was not taken over.
 */
problems: Array<ImportProblem>, };
export type ImportFact = { 
/**
 * What.
 */
meaning: Meaning, 
/**
 * Its value; of an answer to a purpose how it will stand: `unknown` or `refused`.
 */
value: string, };
export type ImportId = string;
export type ImportInspectRequest = { 
/**
 * The chosen file.
 */
file: FileToken, 
/**
 * One sheet, counted from 1; without it all.
 */
sheet: number | null, };
export type ImportOpen = { 
/**
 * The chosen file.
 */
file: FileToken, 
/**
 * A sheet, counted from 1; without it the first that holds a list.
 */
sheet: number | null, 
/**
 * The row with headings that a person pointed at, 0 for none; without it the likeliest.
 */
header_row: number | null, };
export type ImportPreview = { 
/**
 * The sheets to choose from.
 */
sheets: Array<ImportSheetChoice>, 
/**
 * Records in the chosen sheet.
 */
rows: number, 
/**
 * The first rows of the chosen sheet.
 */
top: Array<ImportTopRow>, 
/**
 * Its columns.
 */
columns: Array<ImportPreviewColumn>, 
/**
 * Everything that a column can become.
 */
meanings: Array<Meaning>, 
/**
 * The request to begin with.
 */
request: ImportRequest, 
/**
 * When this very file was imported before.
 */
earlier: Timestamp | null, };
export type ImportPreviewColumn = { 
/**
 * Some of its values; none of a column that must not be taken over.
 */
samples: Array<string>, 
/**
 * Its heading; empty where there is none.
 */
heading: string, 
/**
 * What its values are, `null` where unsure.
 */
meaning: Meaning | null, 
/**
 * From 0 (a guess without ground) to 1.
 */
certainty: number, 
/**
 * Why it must not be taken over: `bsn`. Cannot be switched on.
 */
blocked: string | null, 
/**
 * The kind of protected data it seems to hold: `health`, `religion` … Off until someone chooses otherwise.
 */
sensitive: string | null, };
export type ImportProblem = { 
/**
 * The row, as a person counts.
 */
row: number, 
/**
 * The column, counted from 0; `null` if it is about the row.
 */
column: number | null, 
/**
 * What is wrong: `field.email`, `field.date`, `import.ragged_row` …
 */
code: string, };
export type ImportProblems = { 
/**
 * The file.
 */
target: Target, file: FileToken, sheet: number, header_row: number | null, columns: Array<Meaning | null>, relation: RelationKind, date_order: DateOrder, };
export type ImportRequest = { 
/**
 * The chosen file.
 */
file: FileToken, 
/**
 * The sheet, counted from 1.
 */
sheet: number, 
/**
 * The row with headings as a person counts, `null` where there is none.
 */
header_row: number | null, 
/**
 * What each column becomes; `null` stays behind.
 */
columns: Array<Meaning | null>, 
/**
 * What the people of the list are, where the list does not say.
 */
relation: RelationKind, 
/**
 * How its dates are written.
 */
date_order: DateOrder, };
export type ImportRow = { 
/**
 * Which.
 */
id: ImportId, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Who did it; `null` for the program itself.
 */
by: string | null, 
/**
 * The name of the file.
 */
file_name: string, 
/**
 * People who were added.
 */
new: number, 
/**
 * People who were completed.
 */
updated: number, 
/**
 * When it was undone.
 */
undone_at: Timestamp | null, 
/**
 * Until when it can be undone; `null` if it no longer can.
 */
undo_until: Timestamp | null, };
export type ImportSample = { 
/**
 * The row, as a person counts.
 */
row: number, 
/**
 * Its values.
 */
facts: Array<ImportFact>, };
export type ImportSheet = { 
/**
 * Its name; empty for a text file.
 */
name: string, 
/**
 * Hidden in the program that made it.
 */
hidden: boolean, 
/**
 * The row with headings as a person counts, `null` where there is none.
 */
header_row: number | null, 
/**
 * Records: rows with content below the headings.
 */
rows: number, 
/**
 * Its columns.
 */
columns: Array<ImportColumn>, 
/**
 * The first records as shown; forbidden columns are covered.
 */
first_rows: Array<Array<string>>, };
export type ImportSheetChoice = { 
/**
 * Its name; empty for a text file.
 */
name: string, 
/**
 * Hidden in the program that made it.
 */
hidden: boolean, 
/**
 * Records.
 */
rows: number, };
export type ImportTopRow = { 
/**
 * Its number, as a person counts.
 */
number: number, 
/**
 * Its cells as shown.
 */
cells: Array<string>, };
export type ImportUndo = { 
/**
 * The import.
 */
import: ImportId, };
export type ImportUndone = { 
/**
 * People who are gone.
 */
removed: number, 
/**
 * People who are as they were before.
 */
restored: number, 
/**
 * People who were changed since, and stay.
 */
kept: number, };
export type ImportWarning = { 
/**
 * `import.ragged_row`: more or fewer fields than headings. `import.lost_characters`: not all text could be read.
 * `import.left_out_row`: a total or a note under the list, not taken for a record. `import.formula_without_value`: a
 * formula that no program has worked out, so that what it shows is not in the file.
 */
code: string, 
/**
 * The row, as a person counts.
 */
row: number | null, 
/**
 * The sheet, counted from 1.
 */
sheet: number, };
export type InUse = { 
/**
 * The computer's name.
 */
computer: string, 
/**
 * Since when.
 */
since: Timestamp, };
export type Inspection = { 
/**
 * `xlsx`, `xls`, `ods` or `csv`.
 */
format: string, 
/**
 * Its sheets in their order; text files have one.
 */
sheets: Array<ImportSheet>, 
/**
 * What to look at before taking it over.
 */
warnings: Array<ImportWarning>, };
export type Judgement = "short" | "weak" | "good" | "strong";
export type KdfRequest = { 
/**
 * Memory in MiB.
 */
memory_mib: number, 
/**
 * Passes over it.
 */
passes: number, };
export type KeepBar = { 
/**
 * What is kept.
 */
purpose: Said, 
/**
 * The rule, if one counts.
 */
rule: string | null, 
/**
 * How hard the rule is.
 */
status: RuleStatus | null, 
/**
 * From when, if known.
 */
from: Date | null, 
/**
 * The last day, if there is one.
 */
until: Date | null, 
/**
 * What it lasts for, where it has no end.
 */
while: KeepWhile | null, 
/**
 * The sentence below the bar.
 */
sentence: Said, };
export type KeepLonger = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The last day.
 */
until: Date, 
/**
 * Why; the person may read it.
 */
reason: string, };
export type KeepWhile = "relation" | "consent" | "unknown";
export type KeptUntil = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The last day; `null` while something has no end.
 */
until: Date | null, 
/**
 * It cannot be said now: it hangs on the date of this computer, which cannot be right.
 */
doubted: boolean, };
export type Kind = "invalid" | "denied" | "missing" | "refused" | "broken";
export type Language = "nl" | "en";
export type Look = { 
/**
 * `nl` or `en`.
 */
language?: string, 
/**
 * `system`, `light` or `dark`.
 */
theme?: string, 
/**
 * Percent: 90 to 200.
 */
text_size?: number, };
export type Me = { 
/**
 * Who.
 */
user: UserId, 
/**
 * The name.
 */
name: string, 
/**
 * What he does in the association.
 */
roles: Array<Role>, 
/**
 * May he run the vault?
 */
admin: boolean, 
/**
 * Every right he has.
 */
permissions: Array<Permission>, 
/**
 * `nl` or `en`.
 */
language: string, 
/**
 * `system`, `light` or `dark`.
 */
theme: string, 
/**
 * Lock after so many minutes without input.
 */
idle_minutes: number, 
/**
 * Was the recovery sheet printed and confirmed?
 */
recovery_confirmed: boolean, 
/**
 * Did somebody else choose the passphrase? Then another one is to be chosen now.
 */
must_change_passphrase: boolean, 
/**
 * What is to be told now: what was found at the unlock.
 */
told: Array<VaultFinding>, };
export type Meaning = string;
export type MemberYear = { 
/**
 * The year.
 */
year: number, 
/**
 * Memberships that began.
 */
joined: number, 
/**
 * Memberships that ended.
 */
left: number, };
export type Members = { 
/**
 * Members today.
 */
total: number, 
/**
 * The last six years, oldest first.
 */
years: Array<MemberYear>, };
export type Name = { 
/**
 * Initials: `A.B.`.
 */
initials: string, 
/**
 * Given name, as used in speech.
 */
given_name: string, 
/**
 * Prefix of the surname: `van den`.
 */
prefix: string, 
/**
 * Surname without prefix.
 */
surname: string, 
/**
 * Prefix of the partner's surname.
 */
partner_prefix: string, 
/**
 * The partner's surname without prefix.
 */
partner_surname: string, 
/**
 * Which surname is used.
 */
name_use: NameUse, };
export type NameUse = "own" | "partner" | "partner_own" | "own_partner";
export type NamedPerson = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * As spoken to.
 */
name: string, };
export type NewDonation = { 
/**
 * Who paid.
 */
person: PersonId, 
/**
 * What.
 */
kind: DonationKind, 
/**
 * When.
 */
on: Date, 
/**
 * How much, in cents; more than nothing.
 */
amount_cents: number, 
/**
 * Free remark.
 */
remark: string, };
export type NewDraft = { 
/**
 * Which form on which screen, as the page names it. The same place again replaces what was kept there.
 */
place: string, 
/**
 * Whom it is about, where that is known.
 */
person: PersonId | null, 
/**
 * Where the form writes to: under that key the draft is sealed.
 */
compartment: Compartment, 
/**
 * The fields of the form, as the page wrote them down.
 */
content: string, };
export type NewEmail = { 
/**
 * `home`, `work`, `parent` or the user's own word.
 */
label: string, 
/**
 * The address.
 */
address: string, };
export type NewPerson = { 
/**
 * E-mail addresses, the main one first.
 */
emails: Array<NewEmail>, 
/**
 * Telephone numbers, the main one first.
 */
phones: Array<NewPhone>, 
/**
 * Street and number.
 */
street: string, 
/**
 * Postcode.
 */
postcode: string, 
/**
 * Town.
 */
city: string, 
/**
 * Country, empty for the association's own.
 */
country: string, 
/**
 * Date of birth.
 */
birth_date: Date | null, 
/**
 * Member number.
 */
member_number: string, 
/**
 * Relations with the association.
 */
relations: Array<NewRelation>, 
/**
 * Free note; the person may read it. Sealed; empty for none.
 */
note: string, 
/**
 * Initials: `A.B.`.
 */
initials: string, 
/**
 * Given name, as used in speech.
 */
given_name: string, 
/**
 * Prefix of the surname: `van den`.
 */
prefix: string, 
/**
 * Surname without prefix.
 */
surname: string, 
/**
 * Prefix of the partner's surname.
 */
partner_prefix: string, 
/**
 * The partner's surname without prefix.
 */
partner_surname: string, 
/**
 * Which surname is used.
 */
name_use: NameUse, };
export type NewPhone = { 
/**
 * `mobile`, `home`, `work`, `parent` or the user's own word.
 */
label: string, 
/**
 * The number, any spelling.
 */
number: string, };
export type NewRelation = { 
/**
 * What.
 */
kind: RelationKind, 
/**
 * From when; `null` if nobody knows.
 */
started_on: Date | null, 
/**
 * Until when, if it ended.
 */
ended_on: Date | null, 
/**
 * It ended, also if nobody knows when.
 */
ended: boolean, };
export type NewUser = { 
/**
 * The name.
 */
name: string, 
/**
 * What he does in the association.
 */
roles: Array<Role>, 
/**
 * May he run the vault?
 */
admin: boolean, 
/**
 * His first passphrase.
 */
passphrase: string, 
/**
 * The passphrase of who adds them, once more.
 */
own_passphrase: string, 
/**
 * The groups of the recovery sheet, when a role needs a key that the adder does not hold.
 */
recovery?: Array<string>, 
/**
 * What a guess shall cost; as the other slots if not said.
 */
kdf?: KdfRequest, };
export type NewVault = { 
/**
 * A chosen folder; the program's own if none.
 */
place: FileToken | null, 
/**
 * The association's name.
 */
association: string, 
/**
 * `association`, `foundation` or `other`.
 */
kind: string, 
/**
 * Where members may ask about their data.
 */
privacy_email: string, 
/**
 * Which country's rules hold.
 */
country: string, 
/**
 * `nl` or `en`.
 */
language: string, 
/**
 * The first user's name.
 */
user_name: string, 
/**
 * What he does in the association.
 */
roles: Array<Role>, 
/**
 * His passphrase.
 */
passphrase: string, 
/**
 * What a guess shall cost; measured on this computer if not said.
 */
kdf: KdfRequest | null, };
export type Nothing = Record<string, never>;
export type PeopleCounts = { 
/**
 * Everyone.
 */
all: number, 
/**
 * Members now.
 */
members: number, 
/**
 * Donors now.
 */
donors: number, 
/**
 * Volunteers now.
 */
volunteers: number, 
/**
 * Once members, not now.
 */
former: number, };
export type PeopleExport = { 
/**
 * How many match the words.
 */
matching: number, 
/**
 * The people.
 */
people: Array<PersonExport>, };
export type PeopleFilter = { 
/**
 * The part of the list.
 */
tab?: PeopleTab, 
/**
 * Words to look for; typing errors are found.
 */
q?: string, 
/**
 * Leave out so many from the start.
 */
offset?: number, 
/**
 * At most so many; 200 if not said.
 */
limit?: number, };
export type PeoplePage = { 
/**
 * People in this part of the list.
 */
total: number, 
/**
 * Of those, the ones that match the words.
 */
matching: number, 
/**
 * People a part.
 */
counts: PeopleCounts, 
/**
 * The page.
 */
rows: Array<PersonRow>, };
export type PeopleTab = "all" | "members" | "donors" | "volunteers" | "former";
export type Permission = "own" | "people_see" | "people_see_phone" | "people_see_payer" | "people_see_all" | "people_export" | "people_write" | "notes_see" | "notes_write" | "import_run" | "consent_see" | "consent_see_all" | "consent_write" | "retention_see_tax" | "retention_see" | "retention_run" | "report_make" | "donations_see" | "donations_write" | "settings_write" | "trail_see" | "users_manage" | "vault_manage";
export type PersonExport = { 
/**
 * What the note says; `null` without the right or where there is none.
 */
note: string | null, 
/**
 * Who.
 */
id: PersonId, 
/**
 * The name in its parts.
 */
name: Name, 
/**
 * As spoken to: `Anneke van den Berg`.
 */
display_name: string, 
/**
 * As in a list: `Berg, Anneke van den`.
 */
sort_name: string, 
/**
 * Two letters.
 */
badge: string, 
/**
 * E-mail addresses.
 */
emails: Array<Email>, 
/**
 * Telephone numbers.
 */
phones: Array<Phone>, 
/**
 * Relations, running ones first.
 */
relations: Array<Relation>, 
/**
 * Where the person lives; `null` for a role that does not see it.
 */
address: Address | null, 
/**
 * What only some roles see; `null` for the others.
 */
full: FullView | null, 
/**
 * Is there a note that this role may read? What it says `people_note` answers, and who asks leaves a row.
 */
has_note: boolean, 
/**
 * Restricted, and why.
 */
restricted: Restriction | null, 
/**
 * Until when a fiscal restriction lasts.
 */
restricted_until: Date | null, 
/**
 * When the row last changed; goes back with a change.
 */
changed_at: Timestamp, };
export type PersonId = string;
export type PersonNote = { 
/**
 * The text; `null` where there is none.
 */
text: string | null, };
export type PersonRow = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * As spoken to.
 */
name: string, 
/**
 * As sorted.
 */
sort_name: string, 
/**
 * Relations, running ones first.
 */
relations: Array<Relation>, 
/**
 * Main e-mail address, empty for none.
 */
email: string, 
/**
 * Main telephone number, empty for none and for a role that does not see it.
 */
phone: string, 
/**
 * Town; empty for a role that does not see addresses.
 */
city: string, 
/**
 * Member number; empty for a role that does not see it.
 */
member_number: string, 
/**
 * Restricted, and why.
 */
restricted: Restriction | null, 
/**
 * How the person stands to what most are asked: the newsletter, then photos; empty for a role that sees no consents.
 */
consents: Array<RowConsent>, };
export type PersonView = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * The name in its parts.
 */
name: Name, 
/**
 * As spoken to: `Anneke van den Berg`.
 */
display_name: string, 
/**
 * As in a list: `Berg, Anneke van den`.
 */
sort_name: string, 
/**
 * Two letters.
 */
badge: string, 
/**
 * E-mail addresses.
 */
emails: Array<Email>, 
/**
 * Telephone numbers.
 */
phones: Array<Phone>, 
/**
 * Relations, running ones first.
 */
relations: Array<Relation>, 
/**
 * Where the person lives; `null` for a role that does not see it.
 */
address: Address | null, 
/**
 * What only some roles see; `null` for the others.
 */
full: FullView | null, 
/**
 * Is there a note that this role may read? What it says `people_note` answers, and who asks leaves a row.
 */
has_note: boolean, 
/**
 * Restricted, and why.
 */
restricted: Restriction | null, 
/**
 * Until when a fiscal restriction lasts.
 */
restricted_until: Date | null, 
/**
 * When the row last changed; goes back with a change.
 */
changed_at: Timestamp, };
export type Phone = { 
/**
 * Its id.
 */
id: PhoneId, 
/**
 * Label.
 */
label: string, 
/**
 * E.164 where it could be read as such, else as entered.
 */
number: string, };
export type PhoneId = string;
export type Proposal = "erase" | "part" | "wait" | "ask";
export type PurposeId = string;
export type PurposeRow = { 
/**
 * Which.
 */
id: PurposeId, 
/**
 * Its stable name.
 */
key: string, 
/**
 * Its name in Dutch.
 */
name: string, 
/**
 * Its name in English.
 */
name_en: string, 
/**
 * Why it is allowed.
 */
basis: Basis, 
/**
 * A limit to mind, in English; empty for none.
 */
note: string, 
/**
 * Where that stands.
 */
source: string, 
/**
 * `C` certain, `L` likely, `V` to be verified.
 */
confidence: string, 
/**
 * The retention rule, if it has one of its own.
 */
term_rule: string | null, 
/**
 * Is a person asked for this?
 */
asks_consent: boolean, 
/**
 * Nobody is asked, but an objection holds.
 */
opt_out: boolean, 
/**
 * The version of the question that is asked now; `null` where nobody is asked.
 */
text_version: number | null, 
/**
 * The question in Dutch.
 */
text: string | null, 
/**
 * The question in English.
 */
text_en: string | null, };
export type RecordConsent = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * For what.
 */
purpose: PurposeId, 
/**
 * Yes or no.
 */
given: boolean, 
/**
 * The day of the choice.
 */
on: Date, 
/**
 * How the association heard of it.
 */
how: ConsentHow, 
/**
 * Who said it.
 */
by: ConsentBy, 
/**
 * What was said.
 */
remark: string, 
/**
 * The language of the words that were asked; the association's own if left out.
 */
language?: Language, };
export type RecoveryAsked = { 
/**
 * The two groups to type back, counted from 1.
 */
ask: [number, number], 
/**
 * Compartments that this sheet will not open, since their keys are not at hand.
 */
lacks: Array<Compartment>, };
export type RecoveryConfirm = { 
/**
 * The first one asked for.
 */
a: string, 
/**
 * The second one asked for.
 */
b: string, };
export type RecoveryGroup = { 
/**
 * Which, counted from 0.
 */
index: number, 
/**
 * What was typed.
 */
group: string, };
export type RecoveryGroupRight = { 
/**
 * Right or not.
 */
right: boolean, };
export type RecoveryRequest = { 
/**
 * One's own passphrase, once more.
 */
passphrase: string, 
/**
 * The groups of the sheet before, to take over the compartments whose keys are not at hand.
 */
groups?: Array<string>, };
export type RecoverySave = { 
/**
 * To paper or to a file.
 */
target: Target, };
export type RecoveryText = { 
/**
 * The eight groups.
 */
groups: Array<string>, 
/**
 * Compartments that this sheet does not open.
 */
lacks: Array<Compartment>, };
export type Relation = { 
/**
 * Its id.
 */
id: RelationId, 
/**
 * What.
 */
kind: RelationKind, 
/**
 * From when, if known.
 */
started_on: Date | null, 
/**
 * The last day, if that is known; it may be still to come.
 */
ended_on: Date | null, 
/**
 * Is it over today?
 */
ended: boolean, };
export type RelationId = string;
export type RelationKind = "member" | "donor" | "volunteer" | "contact";
export type Remember = { 
/**
 * On this computer, or nowhere any more.
 */
on: boolean, 
/**
 * One's own passphrase, once more.
 */
passphrase: string, };
export type RemoveUser = { 
/**
 * Who.
 */
user: UserId, };
export type ReopenConsent = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * For what.
 */
purpose: PurposeId, };
export type ReopenRelation = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Which.
 */
relation: RelationId, };
export type ReportKind = "access";
export type ReportMade = { 
/**
 * Its number.
 */
number: string, 
/**
 * The PDF; the JSON is inside it too.
 */
pdf: Written, 
/**
 * The JSON.
 */
data: Written, 
/**
 * Characters that could not be printed; the PDF says so and the JSON has them right.
 */
missing: string, };
export type ReportRequest = { 
/**
 * Whom.
 */
person: PersonId, 
/**
 * Which report.
 */
kind?: ReportKind, 
/**
 * In which language; the association's own if not said.
 */
language?: Language, 
/**
 * Where the PDF goes.
 */
pdf: Target, 
/**
 * Where the JSON goes.
 */
data: Target, };
export type Restriction = "request" | "fiscal";
export type RetentionDue = { 
/**
 * The day that was counted on.
 */
on: Date, 
/**
 * One group for each rule, the law's first.
 */
groups: Array<DueGroup>, 
/**
 * How many people in all.
 */
total: number, 
/**
 * The first day on which the next one is due, if that is known.
 */
next_on: Date | null, };
export type RetentionRule = { 
/**
 * How many people it counts for now; `null` for a role that sees only what stays for the tax law, where it is another
 * law or none.
 */
used: number | null, 
/**
 * Its stable name: `R01`. Texts: `retention-rule-r01`, `-after`.
 */
id: string, 
/**
 * How hard it is.
 */
status: RuleStatus, 
/**
 * How long.
 */
value: number, 
/**
 * At most, where the association may lengthen it.
 */
max: number | null, 
/**
 * Counted in.
 */
unit: TermUnit, 
/**
 * Counted from.
 */
start: TermStart, 
/**
 * What happens then.
 */
action: RuleAction, 
/**
 * Where that stands.
 */
source: string, 
/**
 * `C` certain, `L` likely, `V` to be verified.
 */
confidence: string, 
/**
 * Holds from.
 */
valid_from: Date, 
/**
 * The last day on which it holds, where that is known.
 */
valid_to: Date | null, 
/**
 * ISO 3166-1.
 */
jurisdiction: string, };
export type RetentionRules = { 
/**
 * The pack: `nl-2026-11`.
 */
pack: string, 
/**
 * The day on which the law was looked at.
 */
date: Date, 
/**
 * The rules.
 */
rules: Array<RetentionRule>, };
export type Role = "secretary" | "treasurer" | "viewer" | "privacy";
export type RowConsent = { 
/**
 * The purpose's stable name.
 */
purpose: string, 
/**
 * How it stands.
 */
state: ConsentState, 
/**
 * Is a person asked for this? Else it is an objection.
 */
asks_consent: boolean, };
export type RuleAction = "erase" | "restrict_then_erase";
export type RuleStatus = "law" | "guidance" | "custom";
export type RunErasure = { 
/**
 * Who.
 */
persons: Array<PersonId>, 
/**
 * `wis 12 personen`, or the surname if it is one.
 */
confirm: string, };
export type Said = { 
/**
 * Which text.
 */
text_id: string, 
/**
 * Its arguments by name.
 */
args: { [key in string]: SaidArg }, };
export type SaidArg = { "type": "date", "value": Date } | { "type": "number", "value": number } | { "type": "word", "value": string } | { "type": "text", "value": string };
export type Settings = { 
/**
 * The association's name.
 */
association: string, 
/**
 * `association`, `foundation` or `other`.
 */
kind: string, 
/**
 * Where members may ask about their data.
 */
privacy_email: string, 
/**
 * ISO 3166-1: which rule pack holds.
 */
country: string, 
/**
 * The month with which the book year ends: 1 to 12.
 */
book_year_end: number, 
/**
 * `nl` or `en`.
 */
language: string, 
/**
 * `system`, `light` or `dark`.
 */
theme: string, 
/**
 * Percent: 90 to 200.
 */
text_size: number, 
/**
 * Lock after so many minutes without input: 2 to 30.
 */
idle_minutes: number, 
/**
 * Was the recovery sheet printed and confirmed?
 */
recovery_confirmed: boolean, 
/**
 * Is this a made-up association?
 */
demo: boolean, };
export type SettingsChange = { 
/**
 * The association's name.
 */
association?: string, 
/**
 * `association`, `foundation` or `other`.
 */
kind?: string, 
/**
 * Where members may ask about their data.
 */
privacy_email?: string, 
/**
 * The month with which the book year ends: 1 to 12. For what is recorded from now on.
 */
book_year_end?: number, 
/**
 * `nl` or `en`.
 */
language?: string, 
/**
 * `system`, `light` or `dark`.
 */
theme?: string, 
/**
 * Percent: 90 to 200.
 */
text_size?: number, 
/**
 * Minutes: 2 to 30.
 */
idle_minutes?: number, };
export type Similar = { 
/**
 * At most five.
 */
people: Array<PersonRow>, };
export type SimilarRequest = { 
/**
 * Given name.
 */
given_name: string, 
/**
 * Surname.
 */
surname: string, 
/**
 * E-mail address.
 */
email: string, };
export type StartRelation = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * What.
 */
kind: RelationKind, 
/**
 * From when; `null` if nobody knows.
 */
started_on: Date | null, };
export type Stay = { 
/**
 * What.
 */
what: Said, 
/**
 * The last day; `null` if nobody knows.
 */
until: Date | null, 
/**
 * Why.
 */
why: Said, 
/**
 * The rule, if it is one.
 */
rule: string | null, };
export type Strength = { 
/**
 * 0 (guessed at once) to 4.
 */
score: number, 
/**
 * May it be used?
 */
acceptable: boolean, 
/**
 * Why, or why not.
 */
reason: Judgement, };
export type StrengthRequest = { 
/**
 * What was typed.
 */
passphrase: string, };
export type Target = { "to": "file", 
/**
 * The chosen file.
 */
file: FileToken, } | { "to": "print" };
export type TermStart = "membership_end" | "task_end" | "year_end" | "last_gift" | "last_choice" | "last_contact" | "agreement_end";
export type TermUnit = "year" | "month";
export type Timestamp = number;
export type TodayItem = { 
/**
 * Which: the texts `today-item-<kind>` and `today-item-<kind>-body`; the page knows where it leads.
 */
kind: string, 
/**
 * The number in the tile; 0 for none.
 */
count: number, 
/**
 * Whom it is about, where it is about few.
 */
persons: Array<NamedPerson>, 
/**
 * Arguments of the texts; days as `YYYY-MM-DD`.
 */
args: { [key in string]: string }, };
export type TodayOverview = { 
/**
 * To do now, worst first.
 */
now: Array<TodayItem>, 
/**
 * To do this month.
 */
month: Array<TodayItem>, 
/**
 * Members, and how many came and went; none for who may not see all of them.
 */
members: Members, 
/**
 * How many said what, for the purposes that people were asked about.
 */
consent: Array<ConsentCount>, 
/**
 * Birthdays within a week, for who may see dates of birth.
 */
birthdays: Array<Birthday>, 
/**
 * Nobody is in the vault yet, as far as a role may know that sees everyone.
 */
empty: boolean, };
export type Topic = "Vault" | "Users" | "Settings" | "People" | "Purposes" | "Consent" | "Donations" | "Drafts" | "Retention" | "Erasure" | "Import" | "Disclosure" | "Trail";
export type TrailFault = "broken" | "unsigned" | "not_allowed";
export type TrailLine = { 
/**
 * Place in the chain.
 */
seq: number, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Who; `null` for the program itself.
 */
actor: UserId | null, 
/**
 * The name of that user.
 */
actor_name: string | null, 
/**
 * The op's stable code; its name is the text `op-<code>`.
 */
op: string, 
/**
 * Was it allowed?
 */
done: boolean, 
/**
 * About whom or what.
 */
subject: string | null, 
/**
 * How many rows or people.
 */
count: number, 
/**
 * Names of changed fields.
 */
fields: Array<string>, 
/**
 * Whom it is about; only in the whole trail.
 */
about: About, };
export type TrailOfPerson = { 
/**
 * About whom.
 */
person: PersonId, 
/**
 * At most this many; 200 if not said.
 */
limit: number | null, };
export type TrailRequest = { 
/**
 * At most this many; 200 if not said.
 */
limit: number | null, };
export type TrailVerdict = { 
/**
 * Does every row follow from the one before, and was it signed by whom it names?
 */
ok: boolean, 
/**
 * Rows looked at.
 */
rows: number, 
/**
 * The first row that is not as it was written.
 */
first_broken: number | null, 
/**
 * What is wrong with it.
 */
fault: TrailFault | null, };
export type Unlock = { 
/**
 * Who; may be left out with one user, or with a name.
 */
user: UserId | null, 
/**
 * The name, where names are hidden.
 */
name: string | null, 
/**
 * What was typed.
 */
passphrase: string, 
/**
 * Open for looking only, also when the vault is open elsewhere.
 */
read_only: boolean, 
/**
 * Did a person say that it is right that this vault is of an earlier day than this computer remembers?
 */
older_is_right: boolean, 
/**
 * Did a person say that the date of this computer is right?
 */
clock_is_right: boolean, };
export type UnlockDevice = { 
/**
 * Who.
 */
user: UserId, 
/**
 * Did a person say that it is right that this vault is of an earlier day than this computer remembers?
 */
older_is_right: boolean, };
export type UnlockRecovery = { 
/**
 * Whose passphrase is set anew; the first administrator's if not said.
 */
user: UserId | null, 
/**
 * The eight groups.
 */
groups: Array<string>, 
/**
 * The passphrase from now on.
 */
new_passphrase: string, 
/**
 * Did a person say that it is right that this vault is of an earlier day than this computer remembers?
 */
older_is_right: boolean, };
export type UntilRequest = { 
/**
 * Who.
 */
persons: Array<PersonId>, };
export type UserId = string;
export type UserRow = { 
/**
 * Who.
 */
id: UserId, 
/**
 * The name.
 */
name: string, 
/**
 * What he does in the association.
 */
roles: Array<Role>, 
/**
 * May he run the vault?
 */
admin: boolean, 
/**
 * Last unlocked.
 */
unlocked_at: Timestamp | null, 
/**
 * Is it the person at the keyboard?
 */
is_me: boolean, };
export type VaultFinding = { 
/**
 * The code whose sentence tells it.
 */
code: string, 
/**
 * Arguments for the sentence.
 */
args: { [key in string]: string }, };
export type VaultId = string;
export type VaultMade = { 
/**
 * Which vault.
 */
vault_id: VaultId, 
/**
 * Its first user.
 */
user_id: UserId, };
export type VaultNames = { 
/**
 * Shall they be hidden?
 */
hidden: boolean, };
export type VaultPhase = "none" | "locked" | "open";
export type VaultPlace = { 
/**
 * Where it is.
 */
path: string, 
/**
 * The cloud service that keeps it in step, by its name.
 */
cloud: string | null, };
export type VaultState = { 
/**
 * Where the application stands.
 */
phase: VaultPhase, 
/**
 * The association's name.
 */
association: string | null, 
/**
 * Who may open it; empty where names are hidden, and once somebody is inside.
 */
users: Array<VaultUser>, 
/**
 * Must the name be typed?
 */
names_hidden: boolean, 
/**
 * Seconds to wait before the next attempt.
 */
wait_seconds: number, 
/**
 * Users that this computer remembers; once somebody is inside, only whether it is they.
 */
device_users: Array<UserId>, 
/**
 * Opened for looking only?
 */
read_only: boolean, 
/**
 * Who has it open elsewhere.
 */
in_use: InUse | null, 
/**
 * Who is at the keyboard.
 */
me: Me | null, 
/**
 * Is it a made-up association?
 */
demo: boolean, 
/**
 * Where it is, as the screen may show it.
 */
place: string | null, 
/**
 * The cloud service that keeps that place in step, by its name.
 */
cloud: string | null, 
/**
 * Has this computer a keychain that could remember somebody?
 */
keychain: boolean, 
/**
 * Why it cannot be opened, as the code of an error.
 */
problem: string | null, };
export type VaultUser = { 
/**
 * Who.
 */
id: UserId, 
/**
 * The name.
 */
name: string, 
/**
 * What he does in the association.
 */
roles: Array<Role>, };
export type VaultVerdict = { 
/**
 * Nothing found?
 */
ok: boolean, 
/**
 * What was found.
 */
findings: Array<VaultFinding>, };
export type WithdrawConsent = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * For what.
 */
purpose: PurposeId, 
/**
 * How the association heard of it; left out it is kept as not recorded.
 */
how?: ConsentHow, 
/**
 * Who said it; left out it is kept as not recorded.
 */
by?: ConsentBy, 
/**
 * What was said.
 */
remark?: string, };
export type Words = { 
/**
 * The words, in the order to type them.
 */
words: Array<string>, };
export type WordsRequest = { 
/**
 * `nl` or `en`; anything else is Dutch.
 */
language: string, };
export type Written = { 
/**
 * Pages, where it has pages.
 */
pages: number, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * SHA-256 of the bytes, in hex.
 */
sha256: string, 
/**
 * Where it is, as the screen may show it.
 */
path: string, 
/**
 * What the shell opens with the system's viewer.
 */
open: FileToken, };
