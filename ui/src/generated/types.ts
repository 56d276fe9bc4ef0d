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
 * Country; empty means the association's own.
 */
country: string, };
export type AfterEnd = { 
/**
 * The last day on which something is kept; `null` while something else has no end.
 */
until: Date | null, 
/**
 * How long that lasts, where there is no last day.
 */
while: KeepWhile | null, 
/**
 * Why until then.
 */
because: Said | null, 
/**
 * Is the retention period over at once?
 */
due: boolean, };
export type AfterEndRequest = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Which relation.
 */
relation: RelationId, 
/**
 * Its last day.
 */
ended_on: Date, };
export type AssociationKind = "association" | "foundation" | "other";
export type Basis = "consent" | "contract" | "law" | "interest";
export type Birthday = { 
/**
 * The person's id.
 */
person: PersonId, 
/**
 * Their display name.
 */
name: string, 
/**
 * The day, this year or the next.
 */
on: Date, 
/**
 * The age they reach.
 */
age: number, };
export type ByPerson = { 
/**
 * Who.
 */
person: PersonId, };
export type ChangePassphrase = { 
/**
 * The current passphrase.
 */
old: string, 
/**
 * The new passphrase.
 */
new: string, };
export type ChangePerson = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * `changed_at` as it was when the form was opened: a change made by somebody else since then is not overwritten.
 */
seen: Timestamp | null, 
/**
 * The person as they should become. `relations` is ignored, and so is `note` without the right to write notes.
 */
to: NewPerson, };
export type ChangeRelation = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Which.
 */
relation: RelationId, 
/**
 * The dates that the user saw.
 */
seen: RelationDates, 
/**
 * The right ones.
 */
to: RelationDates, };
export type ChangeUser = { 
/**
 * The user.
 */
user: UserId, 
/**
 * Their roles in the association from now on.
 */
roles: Array<Role>, 
/**
 * Are they an administrator?
 */
admin: boolean, 
/**
 * The passphrase of the administrator who changes them, once more.
 */
own_passphrase: string, 
/**
 * The groups of the recovery sheet, when a role needs a key that is not available.
 */
recovery?: Array<string>, };
export type ChooseVault = { 
/**
 * The vault's folder, or the header file in it.
 */
place: FileToken, };
export type ChooseVersion = { 
/**
 * One of `SetAside::places`; none for the vault whose version this is.
 */
place: string | null, };
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
 * The current version of the question.
 */
text_version: number | null, 
/**
 * Yes.
 */
given: number, 
/**
 * No, including a withdrawn yes.
 */
refused: number, 
/**
 * A tick in an imported list, without proof.
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
 * The state from then on.
 */
state: ConsentState, 
/**
 * Does this purpose ask for consent? Otherwise a person can only object to it.
 */
asks_consent: boolean, 
/**
 * The day of the choice.
 */
on: Date, 
/**
 * How the choice reached the association.
 */
how: ConsentHow, 
/**
 * Who made the choice.
 */
by: ConsentBy, 
/**
 * Free remark; only for roles that may record consents.
 */
remark: string | null, 
/**
 * The version of the question.
 */
text_version: number | null, 
/**
 * The exact words of the question.
 */
text: string | null, 
/**
 * Does it undo a withdrawal? Then it repeats the state from before.
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
 * The current state.
 */
state: ConsentState, 
/**
 * The day of the last choice. This and the next three are only for roles that may see more than the state.
 */
since: Date | null, 
/**
 * How the choice reached the association.
 */
how: ConsentHow | null, 
/**
 * The version of the question that was answered.
 */
text_version: number | null, 
/**
 * Who made the choice.
 */
by: ConsentBy | null, 
/**
 * Does this purpose ask for consent? Otherwise a person can only object to it.
 */
asks_consent: boolean, 
/**
 * Is it one of the usual questions? Then the list and the first page of a person show it, answered or not.
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
 * Gift or membership fee.
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
export type DoorLook = { 
/**
 * The language.
 */
language: Language, 
/**
 * The colours.
 */
theme: Theme, 
/**
 * Percent: 90 to 200.
 */
text_size: number, };
export type Draft = { 
/**
 * Which form on which screen.
 */
place: string, 
/**
 * Whom it is about, if known.
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
 * The place it was kept for.
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
 * The name as lists show it; empty if the role may not see the person.
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
 * The first day after the retention period; `null` if an end date is unknown or the role may not see it.
 */
since: Date | null, 
/**
 * Does tax law keep something, so that an erasure would be partial? Also set if a person must look first.
 */
partly: boolean, 
/**
 * Why the erasure must wait, if it must.
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
 * The id, for the proof.
 */
erasure: ErasureId, 
/**
 * The number.
 */
number: string, 
/**
 * The number of people erased in full.
 */
erased: number, 
/**
 * The number of people erased in part.
 */
partly: number, 
/**
 * What had to be kept.
 */
kept: Array<Stay>, 
/**
 * Files in the folder that are not part of the vault and contain a string of an erased person.
 */
strangers: number, 
/**
 * The code of what prevented the cleaning of the file. The people are erased; the next unlock tries the cleaning
 * again.
 */
problem: string | null, };
export type ErasureId = string;
export type ErasurePreview = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The name as lists show it.
 */
name: string, 
/**
 * What the program proposes; `null` while nothing is over, or if the role may not see it.
 */
proposal: Proposal | null, 
/**
 * What is erased; like `counts`, empty for a role that may see only what tax law keeps.
 */
goes: Array<Said>, 
/**
 * What stays.
 */
stays: Array<Stay>, 
/**
 * What stays in the anonymous counts.
 */
counts: Array<Said>, };
export type ErasureProof = { 
/**
 * The erasure.
 */
erasure: ErasureId, 
/**
 * Where to write the proof.
 */
target: Target, };
export type ErasureRow = { 
/**
 * The id.
 */
id: ErasureId, 
/**
 * The number.
 */
number: string, 
/**
 * When it was done.
 */
at: Timestamp, 
/**
 * The user who did it.
 */
by: string | null, 
/**
 * The number of people, in full and in part.
 */
persons: number, 
/**
 * The number of people erased in part.
 */
partly: number, 
/**
 * The file has not been cleaned and checked yet.
 */
pending: boolean, 
/**
 * The file was searched for what was erased, after the cleaning.
 */
searched: boolean, 
/**
 * Strings of those people that were still in the vault at the last search.
 */
residue: number, };
export type ErrorView = { 
/**
 * The stable code.
 */
code: string, 
/**
 * How the UI presents it.
 */
kind: Kind, 
/**
 * Arguments for the sentence.
 */
args: { [key in string]: string }, 
/**
 * Errors of single fields.
 */
fields: Array<FieldView>, 
/**
 * The number of the cause in the log; only for `broken`.
 */
incident: string | null, };
export type FieldView = { 
/**
 * The field's name as in the request.
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
 * How the person came into the vault.
 */
source: PersonSource, };
export type ImportChecked = { 
/**
 * Rows that would add a person.
 */
new: number, 
/**
 * Rows that would complete a known person.
 */
complete: number, 
/**
 * Rows with nothing new about a known person.
 */
same: number, 
/**
 * Rows that would be skipped.
 */
skip: number, 
/**
 * Answers of no to a purpose; each would be stored as a refusal.
 */
refusals: number, 
/**
 * What would not be imported.
 */
problems: Array<ImportProblem>, 
/**
 * The first rows as they would be stored.
 */
samples: Array<ImportSample>, };
export type ImportColumn = { 
/**
 * The heading; empty where there is none.
 */
heading: string, 
/**
 * What the values are; `null` if unknown.
 */
meaning: Meaning | null, 
/**
 * From 0 (no evidence) to 1.
 */
certainty: number, 
/**
 * Why the column must not be imported: `bsn`. The user cannot override this.
 */
blocked: string | null, 
/**
 * The kind of protected data that the column seems to hold: `health`, `religion` … Not imported unless the user
 * chooses.
 */
sensitive: string | null, };
export type ImportDone = { 
/**
 * The id, which undoing needs.
 */
import_id: ImportId, 
/**
 * Rows that added a person.
 */
new: number, 
/**
 * Rows that completed a known person.
 */
updated: number, 
/**
 * Rows with nothing new about a known person.
 */
same: number, 
/**
 * Rows that were skipped.
 */
skipped: number, 
/**
 * What was not imported.
 */
problems: Array<ImportProblem>, };
export type ImportFact = { 
/**
 * What the value means.
 */
meaning: Meaning, 
/**
 * The value. For an answer to a purpose, the resulting state: `unknown` or `refused`.
 */
value: string, };
export type ImportId = string;
export type ImportInspectRequest = { 
/**
 * The chosen file.
 */
file: FileToken, 
/**
 * One sheet, from 1; without it, all sheets.
 */
sheet: number | null, };
export type ImportOpen = { 
/**
 * The chosen file.
 */
file: FileToken, 
/**
 * A sheet, from 1; without it, the first sheet that holds a list.
 */
sheet: number | null, 
/**
 * The row with headings that the user chose, 0 for none; without it, the most likely row.
 */
header_row: number | null, };
export type ImportPreview = { 
/**
 * The sheets to choose from.
 */
sheets: Array<ImportSheetChoice>, 
/**
 * The number of records in the chosen sheet.
 */
rows: number, 
/**
 * The first rows of the chosen sheet.
 */
top: Array<ImportTopRow>, 
/**
 * The columns of the chosen sheet.
 */
columns: Array<ImportPreviewColumn>, 
/**
 * Every meaning that a column can be given.
 */
meanings: Array<Meaning>, 
/**
 * The request to start from.
 */
request: ImportRequest, 
/**
 * When the same file was last imported.
 */
earlier: Timestamp | null, };
export type ImportPreviewColumn = { 
/**
 * Some of the values; none if the column must not be imported.
 */
samples: Array<string>, 
/**
 * The heading; empty where there is none.
 */
heading: string, 
/**
 * What the values are; `null` if unknown.
 */
meaning: Meaning | null, 
/**
 * From 0 (no evidence) to 1.
 */
certainty: number, 
/**
 * Why the column must not be imported: `bsn`. The user cannot override this.
 */
blocked: string | null, 
/**
 * The kind of protected data that the column seems to hold: `health`, `religion` … Not imported unless the user
 * chooses.
 */
sensitive: string | null, };
export type ImportProblem = { 
/**
 * The row number, from 1.
 */
row: number, 
/**
 * The column, from 0; `null` if the problem concerns the whole row.
 */
column: number | null, 
/**
 * What is wrong: `field.email`, `field.date`, `import.ragged_row` …
 */
code: string, };
export type ImportProblems = { 
/**
 * The file to write.
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
 * The row with headings, from 1; `null` if there is none.
 */
header_row: number | null, 
/**
 * The meaning of each column; a column with `null` is not imported.
 */
columns: Array<Meaning | null>, 
/**
 * The relation of people whose row does not give one.
 */
relation: RelationKind, 
/**
 * How dates are written.
 */
date_order: DateOrder, };
export type ImportRow = { 
/**
 * The id.
 */
id: ImportId, 
/**
 * When it ran.
 */
at: Timestamp, 
/**
 * The name of the user who ran it; `null` if the program did.
 */
by: string | null, 
/**
 * The file name.
 */
file_name: string, 
/**
 * Rows that added a person.
 */
new: number, 
/**
 * Rows that completed a person.
 */
updated: number, 
/**
 * When it was undone.
 */
undone_at: Timestamp | null, 
/**
 * The last moment at which it can be undone; `null` if it no longer can.
 */
undo_until: Timestamp | null, };
export type ImportSample = { 
/**
 * The row number, from 1.
 */
row: number, 
/**
 * The values.
 */
facts: Array<ImportFact>, };
export type ImportSheet = { 
/**
 * The name; empty for a text file.
 */
name: string, 
/**
 * Hidden in the program that made the file.
 */
hidden: boolean, 
/**
 * The row with headings, from 1; `null` if there is none.
 */
header_row: number | null, 
/**
 * The number of records: rows with content below the headings.
 */
rows: number, 
/**
 * The columns.
 */
columns: Array<ImportColumn>, 
/**
 * The first records as shown. Values of forbidden columns are masked.
 */
first_rows: Array<Array<string>>, };
export type ImportSheetChoice = { 
/**
 * The name; empty for a text file.
 */
name: string, 
/**
 * Hidden in the program that made the file.
 */
hidden: boolean, 
/**
 * The number of records.
 */
rows: number, };
export type ImportTopRow = { 
/**
 * The row number, from 1.
 */
number: number, 
/**
 * The cells as shown.
 */
cells: Array<string>, };
export type ImportUndo = { 
/**
 * The import.
 */
import: ImportId, };
export type ImportUndone = { 
/**
 * People who were removed.
 */
removed: number, 
/**
 * People who are as they were before the import.
 */
restored: number, 
/**
 * People who changed after the import and were left alone.
 */
kept: number, };
export type ImportWarning = { 
/**
 * `import.ragged_row`: more or fewer fields than headings. `import.lost_characters`: some text could not be
 * decoded. `import.left_out_row`: a total, a note or repeated headings, not a record.
 * `import.formula_without_value`: a formula that no program has calculated, so its result is not in the file.
 */
code: string, 
/**
 * The row number, from 1.
 */
row: number | null, 
/**
 * The sheet, from 1.
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
since: Timestamp, 
/**
 * Only the note says so: it came here from that computer, in a synchronised folder or on a stick. Nobody holds the
 * lock on this computer.
 */
elsewhere: boolean, };
export type Inspection = { 
/**
 * `xlsx`, `xls`, `ods` or `csv`.
 */
format: string, 
/**
 * The sheets in file order; a text file has one.
 */
sheets: Array<ImportSheet>, 
/**
 * What to check before importing.
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
 * The rule, if one applies.
 */
rule: string | null, 
/**
 * How binding the rule is.
 */
status: RuleStatus | null, 
/**
 * First day, if known.
 */
from: Date | null, 
/**
 * The last day, if there is one.
 */
until: Date | null, 
/**
 * How long it lasts, where it has no last day.
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
 * Why; the access report of the person shows it.
 */
reason: string, };
export type KeepWhile = "relation" | "consent" | "unknown";
export type KeptUntil = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The last day; `null` while something has no end, or `doubted`, or when nothing keeps this person.
 */
until: Date | null, 
/**
 * How long it lasts, where there is no last day.
 */
while: KeepWhile | null, 
/**
 * Is the last day past?
 */
over: boolean, 
/**
 * Is the answer unknown for now, because it depends on the date of this computer, which is in doubt?
 */
doubted: boolean, };
export type Kind = "invalid" | "denied" | "missing" | "refused" | "broken";
export type Language = "nl" | "en";
export type Look = { 
/**
 * The language of the screens.
 */
language?: Language, 
/**
 * The colours.
 */
theme?: Theme, 
/**
 * Percent: 90 to 200.
 */
text_size?: number, };
export type Me = { 
/**
 * The user's id.
 */
user: UserId, 
/**
 * Their name.
 */
name: string, 
/**
 * Their roles in the association.
 */
roles: Array<Role>, 
/**
 * Are they an administrator?
 */
admin: boolean, 
/**
 * All their permissions.
 */
permissions: Array<Permission>, 
/**
 * The language of the screens.
 */
language: Language, 
/**
 * The colours.
 */
theme: Theme, 
/**
 * Lock after this many minutes without input.
 */
idle_minutes: number, 
/**
 * Was the recovery sheet printed and confirmed?
 */
recovery_confirmed: boolean, 
/**
 * Did somebody else choose the passphrase? Then the user must choose another one now.
 */
must_change_passphrase: boolean, 
/**
 * What was found at the unlock, to be shown now.
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
 * The person's id.
 */
person: PersonId, 
/**
 * Their display name.
 */
name: string, 
/**
 * The day that the task is about.
 */
on: Date, };
export type NewDonation = { 
/**
 * Who paid.
 */
person: PersonId, 
/**
 * Gift or membership fee.
 */
kind: DonationKind, 
/**
 * When.
 */
on: Date, 
/**
 * How much, in cents; more than zero.
 */
amount_cents: number, 
/**
 * Free remark.
 */
remark: string, };
export type NewDraft = { 
/**
 * Which form on which screen, as the UI names it. A draft for the same place replaces the one before.
 */
place: string, 
/**
 * Whom it is about, if known.
 */
person: PersonId | null, 
/**
 * The compartment that the form writes to: the draft is sealed with its key.
 */
compartment: Compartment, 
/**
 * The fields of the form, as the UI serialised them.
 */
content: string, };
export type NewEmail = { 
/**
 * `home`, `work`, `parent` or a label of the user's own.
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
 * Country; empty means the association's own.
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
 * Free note, stored sealed; empty for none. The person has the right to read it.
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
 * `mobile`, `home`, `work`, `parent` or a label of the user's own.
 */
label: string, 
/**
 * The number, in any notation.
 */
number: string, };
export type NewRelation = { 
/**
 * The kind of relation.
 */
kind: RelationKind, 
/**
 * First day; `null` if unknown.
 */
started_on: Date | null, 
/**
 * Last day, if it has an end and the day is known.
 */
ended_on: Date | null, 
/**
 * Does it have an end? True even if the last day is unknown.
 */
ended: boolean, };
export type NewUser = { 
/**
 * The name.
 */
name: string, 
/**
 * Their roles in the association.
 */
roles: Array<Role>, 
/**
 * Are they an administrator?
 */
admin: boolean, 
/**
 * Their first passphrase.
 */
passphrase: string, 
/**
 * The passphrase of the administrator who adds them, once more.
 */
own_passphrase: string, 
/**
 * The groups of the recovery sheet, when a role needs a key that the administrator does not hold.
 */
recovery?: Array<string>, 
/**
 * The cost of one passphrase guess; as the other slots if not given.
 */
kdf?: KdfRequest, };
export type NewVault = { 
/**
 * The chosen folder; the program's own folder if none.
 */
place: FileToken | null, 
/**
 * The association's name.
 */
association: string, 
/**
 * What kind of body it is.
 */
kind: AssociationKind, 
/**
 * Where members may ask about their data.
 */
privacy_email: string, 
/**
 * Which country's rules apply.
 */
country: string, 
/**
 * The language of the screens and, unless asked otherwise, of the papers.
 */
language: Language, 
/**
 * The first user's name.
 */
user_name: string, 
/**
 * Their roles in the association.
 */
roles: Array<Role>, 
/**
 * Their passphrase.
 */
passphrase: string, 
/**
 * The cost of one guess; measured on this computer if not given.
 */
kdf: KdfRequest | null, };
export type Nothing = Record<string, never>;
export type PeopleCounts = { 
/**
 * Everyone.
 */
all: number, 
/**
 * Current members.
 */
members: number, 
/**
 * Current donors.
 */
donors: number, 
/**
 * Current volunteers.
 */
volunteers: number, 
/**
 * Former members.
 */
former: number, };
export type PeopleExport = { 
/**
 * How many people match the words.
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
 * Words to search for; typing errors are tolerated.
 */
q?: string, 
/**
 * How many rows to skip.
 */
offset?: number, 
/**
 * At most this many rows; 200 if left out.
 */
limit?: number, };
export type PeoplePage = { 
/**
 * People in this part of the list.
 */
total: number, 
/**
 * How many people match the words. May include people outside the list who were found by their whole name.
 */
matching: number, 
/**
 * How many of these, at the end, only resemble the words: a typing error away.
 */
alike: number, 
/**
 * People per part of the list.
 */
counts: PeopleCounts, 
/**
 * The rows of this page.
 */
rows: Array<PersonRow>, };
export type PeopleTab = "all" | "members" | "donors" | "volunteers" | "former";
export type Permission = "own" | "people_see" | "people_see_phone" | "people_see_payer" | "people_see_all" | "people_export" | "people_write" | "notes_see" | "notes_write" | "import_run" | "consent_see" | "consent_see_all" | "consent_write" | "retention_see_tax" | "retention_see" | "retention_run" | "report_make" | "donations_see" | "donations_write" | "settings_write" | "trail_see" | "users_manage" | "vault_manage";
export type PersonExport = { 
/**
 * The note; `null` if there is none or the role may not read it.
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
 * The name as people say it: `Anneke van den Berg`.
 */
display_name: string, 
/**
 * The name as lists show it: `Berg, Anneke van den`.
 */
sort_name: string, 
/**
 * Up to two letters for the round badge.
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
 * Relations, those without an end first.
 */
relations: Array<Relation>, 
/**
 * Where the person lives; `null` for a role that may not see it.
 */
address: Address | null, 
/**
 * What only some roles may see; `null` for the others.
 */
full: FullView | null, 
/**
 * Is there a note that this role may read? `people_note` returns the text and leaves a row in the trail.
 */
has_note: boolean, 
/**
 * Why the person is restricted; `null` if they are not.
 */
restricted: Restriction | null, 
/**
 * Last day of a fiscal restriction.
 */
restricted_until: Date | null, 
/**
 * When the row last changed; a change sends it back as `seen`.
 */
changed_at: Timestamp, };
export type PersonId = string;
export type PersonNote = { 
/**
 * The text; `null` if there is no note.
 */
text: string | null, };
export type PersonRow = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * The name as people say it.
 */
name: string, 
/**
 * The name as lists show it.
 */
sort_name: string, 
/**
 * Relations, those without an end first.
 */
relations: Array<Relation>, 
/**
 * Main e-mail address, empty for none.
 */
email: string, 
/**
 * Main telephone number; empty for none and for a role that may not see it.
 */
phone: string, 
/**
 * Town; empty for a role that may not see addresses.
 */
city: string, 
/**
 * Member number; empty for a role that may not see it.
 */
member_number: string, 
/**
 * Does somebody else in the lists of this role have the same name?
 */
namesake: boolean, 
/**
 * Year of birth, to tell namesakes apart; `null` for everyone else, and for a role that may not see it.
 */
birth_year: number | null, 
/**
 * Why the person is restricted; `null` if they are not.
 */
restricted: Restriction | null, 
/**
 * The usual consents: the newsletter, then photos. Empty for a role that may not see consents.
 */
consents: Array<RowConsent>, };
export type PersonSource = "entered" | "imported";
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
 * The name as people say it: `Anneke van den Berg`.
 */
display_name: string, 
/**
 * The name as lists show it: `Berg, Anneke van den`.
 */
sort_name: string, 
/**
 * Up to two letters for the round badge.
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
 * Relations, those without an end first.
 */
relations: Array<Relation>, 
/**
 * Where the person lives; `null` for a role that may not see it.
 */
address: Address | null, 
/**
 * What only some roles may see; `null` for the others.
 */
full: FullView | null, 
/**
 * Is there a note that this role may read? `people_note` returns the text and leaves a row in the trail.
 */
has_note: boolean, 
/**
 * Why the person is restricted; `null` if they are not.
 */
restricted: Restriction | null, 
/**
 * Last day of a fiscal restriction.
 */
restricted_until: Date | null, 
/**
 * When the row last changed; a change sends it back as `seen`.
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
 * In E.164 form where it could be parsed, otherwise as entered.
 */
number: string, };
export type PhoneId = string;
export type PlaceInList = { 
/**
 * Its number from 0; `null` when no row fits.
 */
row: number | null, };
export type PlaceRequest = { 
/**
 * The part of the list.
 */
tab: PeopleTab, 
/**
 * The words that the list was searched for; empty for all of it.
 */
q: string, 
/**
 * The first letters of the name as lists show it.
 */
letters: string, 
/**
 * Where to begin, so that the same letter again goes on to the next row.
 */
from: number, };
export type Proposal = "erase" | "part" | "wait" | "ask";
export type PurposeId = string;
export type PurposeRow = { 
/**
 * The purpose's id.
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
 * Its legal basis.
 */
basis: Basis, 
/**
 * A limitation to observe, in English; empty for none.
 */
note: string, 
/**
 * Where that is stated.
 */
source: string, 
/**
 * `C` certain, `L` likely, `V` to be verified.
 */
confidence: string, 
/**
 * Its own retention rule, if it has one.
 */
term_rule: string | null, 
/**
 * Are people asked for consent?
 */
asks_consent: boolean, 
/**
 * Nobody is asked, but an objection counts.
 */
opt_out: boolean, 
/**
 * The version of the question in use; `null` where nobody is asked.
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
 * How the choice reached the association.
 */
how: ConsentHow, 
/**
 * Who made the choice.
 */
by: ConsentBy, 
/**
 * Free remark.
 */
remark: string, 
/**
 * The language of the question; the association's own if left out.
 */
language?: Language, };
export type RecoveryAsked = { 
/**
 * The two groups to type back, counted from 1.
 */
ask: [number, number], 
/**
 * Compartments that this sheet will not open, because their keys are not available.
 */
lacks: Array<Compartment>, 
/**
 * Whether an earlier sheet opens this vault, which becomes void when this one is checked.
 */
replaces: boolean, };
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
 * Which group, counted from 0.
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
 * The user's own passphrase, once more.
 */
passphrase: string, 
/**
 * The groups of the previous sheet, to take over compartments whose keys are not available.
 */
groups?: Array<string>, };
export type RecoverySave = { 
/**
 * The printer or a file.
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
 * The kind of relation.
 */
kind: RelationKind, 
/**
 * First day, if known.
 */
started_on: Date | null, 
/**
 * Last day, if known; it may lie in the future.
 */
ended_on: Date | null, 
/**
 * Is it over today?
 */
ended: boolean, };
export type RelationDates = { 
/**
 * First day; `null` if unknown.
 */
started_on: Date | null, 
/**
 * Last day, if it has an end and the day is known.
 */
ended_on: Date | null, 
/**
 * Does it have an end? True even if the last day is unknown.
 */
ended: boolean, };
export type RelationId = string;
export type RelationKind = "member" | "donor" | "volunteer" | "contact";
export type Remember = { 
/**
 * Remember on this computer; otherwise forget on every computer.
 */
on: boolean, 
/**
 * The user's own passphrase, once more.
 */
passphrase: string, };
export type RemoveUser = { 
/**
 * The user.
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
 * The number of the report.
 */
number: string, 
/**
 * The PDF, which also contains the JSON.
 */
pdf: Written, 
/**
 * The JSON.
 */
data: Written, 
/**
 * Characters that could not be printed. The PDF lists them; the JSON has them correctly.
 */
missing: string, };
export type ReportRequest = { 
/**
 * The person.
 */
person: PersonId, 
/**
 * The kind of report.
 */
kind?: ReportKind, 
/**
 * The language; the association's own by default.
 */
language?: Language, 
/**
 * Where to write the PDF.
 */
pdf: Target, 
/**
 * Where to write the JSON.
 */
data: Target, };
export type Restriction = "request" | "fiscal";
export type RetentionDue = { 
/**
 * The day this was calculated for.
 */
on: Date, 
/**
 * One group per rule, sorted by the id of the rule.
 */
groups: Array<DueGroup>, 
/**
 * How many people in all.
 */
total: number, 
/**
 * The first day on which somebody else is due, if known; `null` for a role that may see only what tax law keeps.
 */
next_on: Date | null, };
export type RetentionRule = { 
/**
 * How many people it applies to now; `null` while the date of this computer is in doubt, and, for a role that may
 * see only what tax law keeps, for every other rule.
 */
used: number | null, 
/**
 * Its stable name: `R01`. Texts: `retention-rule-r01`, also with `-after` and `-line`.
 */
id: string, 
/**
 * How binding it is.
 */
status: RuleStatus, 
/**
 * The length of the retention period.
 */
value: number, 
/**
 * The longest period, where the association may lengthen it.
 */
max: number | null, 
/**
 * The unit of the period.
 */
unit: TermUnit, 
/**
 * What the period is counted from.
 */
start: TermStart, 
/**
 * What happens when it is over.
 */
action: RuleAction, 
/**
 * The articles or documents that it rests on.
 */
source: string, 
/**
 * `C` certain, `L` likely, `V` to be verified.
 */
confidence: string, 
/**
 * The first day on which it is in force.
 */
valid_from: Date, 
/**
 * The last day on which it is in force, if known.
 */
valid_to: Date | null, 
/**
 * ISO 3166-1 country code.
 */
jurisdiction: string, };
export type RetentionRules = { 
/**
 * The pack: `nl-2026-11`.
 */
pack: string, 
/**
 * The day on which the law was last checked.
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
 * The consent state.
 */
state: ConsentState, 
/**
 * Does this purpose ask for consent? Otherwise a person can only object to it.
 */
asks_consent: boolean, };
export type RuleAction = "erase" | "restrict_then_erase";
export type RuleStatus = "law" | "guidance" | "custom";
export type RunErasure = { 
/**
 * The people.
 */
persons: Array<PersonId>, 
/**
 * What the user typed to confirm: `wis 12 personen`, or for one person also the surname.
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
export type SetAside = { 
/**
 * The folders with the versions that were open, each a whole vault, as they can be shown; none where they could not be
 * kept.
 */
places: Array<string>, 
/**
 * Was the file of this session overwritten? Then there was nothing left to keep.
 */
overwritten: boolean, };
export type Settings = { 
/**
 * The association's name.
 */
association: string, 
/**
 * What kind of body it is.
 */
kind: AssociationKind, 
/**
 * Where members may ask about their data.
 */
privacy_email: string, 
/**
 * ISO 3166-1: which rule pack applies.
 */
country: string, 
/**
 * The last month of the financial year: 1 to 12.
 */
book_year_end: number, 
/**
 * The language of the screens and, unless asked otherwise, of the papers.
 */
language: Language, 
/**
 * The colours.
 */
theme: Theme, 
/**
 * Percent: 90 to 200.
 */
text_size: number, 
/**
 * Lock after this many minutes without input: 2 to 30.
 */
idle_minutes: number, 
/**
 * Was the recovery sheet printed and confirmed?
 */
recovery_confirmed: boolean, 
/**
 * Is this the demo association?
 */
demo: boolean, };
export type SettingsChange = { 
/**
 * The association's name.
 */
association?: string, 
/**
 * What kind of body it is.
 */
kind?: AssociationKind, 
/**
 * Where members may ask about their data.
 */
privacy_email?: string, 
/**
 * The last month of the financial year: 1 to 12. Applies to what is recorded from now on.
 */
book_year_end?: number, 
/**
 * The language of the screens and, unless asked otherwise, of the papers.
 */
language?: Language, 
/**
 * The colours.
 */
theme?: Theme, 
/**
 * Percent: 90 to 200.
 */
text_size?: number, 
/**
 * Lock after this many minutes without input: 2 to 30.
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
 * The kind of relation.
 */
kind: RelationKind, 
/**
 * First day; `null` if unknown.
 */
started_on: Date | null, };
export type Stay = { 
/**
 * Which data.
 */
what: Said, 
/**
 * The last day; `null` if unknown.
 */
until: Date | null, 
/**
 * Why.
 */
why: Said, 
/**
 * The rule that requires it, if there is one.
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
 * The token of the file.
 */
file: FileToken, } | { "to": "print" };
export type TermStart = "membership_end" | "task_end" | "year_end" | "last_gift" | "last_choice" | "last_contact" | "agreement_end";
export type TermUnit = "year" | "month";
export type Theme = "system" | "light" | "dark";
export type Timestamp = number;
export type TodayItem = { 
/**
 * Its kind: names the texts `today-item-<kind>` and `today-item-<kind>-body`; the UI knows where it leads.
 */
kind: string, 
/**
 * The number to show; 0 for none.
 */
count: number, 
/**
 * Whom it is about, if those are few: the first by day.
 */
persons: Array<NamedPerson>, 
/**
 * Arguments of the texts; days as `YYYY-MM-DD`.
 */
args: { [key in string]: string }, };
export type TodayOverview = { 
/**
 * Tasks for now, most urgent first.
 */
now: Array<TodayItem>, 
/**
 * Tasks for this month.
 */
month: Array<TodayItem>, 
/**
 * Members, and how many joined and left; zero for a role that may not see all people.
 */
members: Members, 
/**
 * The answers per purpose, for purposes that people were asked about.
 */
consent: Array<ConsentCount>, 
/**
 * Birthdays within a week, for roles that may see everyone.
 */
birthdays: Array<Birthday>, 
/**
 * True if there are no people yet; only for roles that see everyone.
 */
empty: boolean, };
export type Topic = "Vault" | "Users" | "Settings" | "People" | "Purposes" | "Consent" | "Donations" | "Drafts" | "Retention" | "Erasure" | "Import" | "Disclosure" | "Trail";
export type TrailFault = "broken" | "unsigned" | "not_allowed";
export type TrailLine = { 
/**
 * Its position in the chain.
 */
seq: number, 
/**
 * When.
 */
at: Timestamp, 
/**
 * The user; `null` for the program itself.
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
 * The id of the person or thing it is about.
 */
subject: string | null, 
/**
 * How many rows or people it affected.
 */
count: number, 
/**
 * Names of changed fields.
 */
fields: Array<string>, 
/**
 * Whom it is about; only filled in the whole trail.
 */
about: About, };
export type TrailOfPerson = { 
/**
 * The person that the rows are about.
 */
person: PersonId, 
/**
 * At most this many rows; 200 if left out.
 */
limit: number | null, };
export type TrailRequest = { 
/**
 * At most this many; 200 if not given.
 */
limit: number | null, 
/**
 * Only what this user did or tried.
 */
actor: UserId | null, 
/**
 * Leave out what the program did for its own sake, such as keeping unsaved input; what was denied stays.
 */
no_technical: boolean, };
export type TrailVerdict = { 
/**
 * Does every row follow from the one before, and is it signed by the user it names?
 */
ok: boolean, 
/**
 * Rows checked.
 */
rows: number, 
/**
 * The first faulty row.
 */
first_broken: number | null, 
/**
 * What is wrong with it.
 */
fault: TrailFault | null, };
export type Unlock = { 
/**
 * The user; may be left out if there is only one, or if `name` is given.
 */
user: UserId | null, 
/**
 * The name as typed, where names are hidden.
 */
name: string | null, 
/**
 * The passphrase as typed.
 */
passphrase: string, 
/**
 * Open read-only, which also works while the vault is open elsewhere.
 */
read_only: boolean, 
/**
 * Does the user confirm that this vault, older than what this computer remembers, is the right one?
 */
older_is_right: boolean, 
/**
 * Does the user confirm that the date of this computer is right?
 */
clock_is_right: boolean, 
/**
 * Does the user confirm that no other computer has the vault open, although that computer's note says so?
 */
is_closed_elsewhere: boolean, };
export type UnlockDevice = { 
/**
 * The user to unlock for.
 */
user: UserId, 
/**
 * Whether the user confirmed that this vault may be older than the version this computer remembers.
 */
older_is_right: boolean, 
/**
 * Whether the user confirmed that no other computer has the vault open, although that computer's note says so.
 */
is_closed_elsewhere: boolean, };
export type UnlockRecovery = { 
/**
 * The user whose passphrase is replaced; the first administrator if not given.
 */
user: UserId | null, 
/**
 * The eight groups.
 */
groups: Array<string>, 
/**
 * Their new passphrase.
 */
new_passphrase: string, 
/**
 * Does the user confirm that this vault, older than what this computer remembers, is the right one?
 */
older_is_right: boolean, 
/**
 * Does the user confirm that no other computer has the vault open, although that computer's note says so?
 */
is_closed_elsewhere: boolean, };
export type UntilRequest = { 
/**
 * Who.
 */
persons: Array<PersonId>, };
export type UserId = string;
export type UserRow = { 
/**
 * The user's id.
 */
id: UserId, 
/**
 * Their name.
 */
name: string, 
/**
 * Their roles in the association.
 */
roles: Array<Role>, 
/**
 * Are they an administrator?
 */
admin: boolean, 
/**
 * When they last unlocked the vault.
 */
unlocked_at: Timestamp | null, 
/**
 * Is it the current user?
 */
is_me: boolean, };
export type VaultFinding = { 
/**
 * The code whose text describes it.
 */
code: string, 
/**
 * Arguments for the text.
 */
args: { [key in string]: string }, };
export type VaultId = string;
export type VaultMade = { 
/**
 * The vault's id.
 */
vault_id: VaultId, 
/**
 * Its first user.
 */
user_id: UserId, };
export type VaultNames = { 
/**
 * Hide them?
 */
hidden: boolean, };
export type VaultPhase = "none" | "locked" | "open";
export type VaultPlace = { 
/**
 * Where it is.
 */
path: string, 
/**
 * The cloud service that synchronises it, by name.
 */
cloud: string | null, };
export type VaultState = { 
/**
 * Is a vault chosen, and is it open?
 */
phase: VaultPhase, 
/**
 * The association's name.
 */
association: string | null, 
/**
 * Who may open it; empty where names are hidden, and in an open vault.
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
 * Users that this computer remembers; in an open vault only the current user, if remembered.
 */
device_users: Array<UserId>, 
/**
 * Opened read-only?
 */
read_only: boolean, 
/**
 * Who has it open elsewhere.
 */
in_use: InUse | null, 
/**
 * The current user.
 */
me: Me | null, 
/**
 * Is it the demo association?
 */
demo: boolean, 
/**
 * Its path, as the UI may show it.
 */
place: string | null, 
/**
 * The cloud service that synchronises that path, by name.
 */
cloud: string | null, 
/**
 * Does this computer have a keychain that could remember a user?
 */
keychain: boolean, 
/**
 * Why it cannot be opened.
 */
problem: ErrorView | null, 
/**
 * At a lock on this computer the folder held other files than those that were open.
 */
set_aside: SetAside | null, 
/**
 * The path of the vault whose version this is, if it was set aside on this computer.
 */
version_of: string | null, 
/**
 * How the page looked when a vault was last open here, if this computer knows.
 */
look: DoorLook | null, };
export type VaultUser = { 
/**
 * The user's id.
 */
id: UserId, 
/**
 * Their name.
 */
name: string, 
/**
 * Their roles in the association.
 */
roles: Array<Role>, };
export type VaultVerdict = { 
/**
 * True if nothing was found.
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
 * How the choice reached the association; stored as not recorded if left out.
 */
how?: ConsentHow, 
/**
 * Who made the choice; stored as not recorded if left out.
 */
by?: ConsentBy, 
/**
 * Free remark.
 */
remark?: string, };
export type Words = { 
/**
 * The words, in the order to type them.
 */
words: Array<string>, };
export type WordsRequest = { 
/**
 * Of these words.
 */
language: Language, };
export type Written = { 
/**
 * The number of pages; 0 for a file without pages.
 */
pages: number, 
/**
 * The size in bytes.
 */
bytes: number, 
/**
 * SHA-256 of the bytes, in hex.
 */
sha256: string, 
/**
 * The path to show to the user.
 */
path: string, 
/**
 * The token with which the shell opens it in the system's viewer.
 */
open: FileToken, };
