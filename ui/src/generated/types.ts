// Made by `cargo xtask gen` from the core. Not to be edited.
export type About = "nobody" | { "named": string } | "not_listed" | "erased";
export type Address = { 
/**
 * Street and number; empty if unknown.
 */
street: string, 
/**
 * Postcode; empty if unknown.
 */
postcode: string, 
/**
 * Town; empty if unknown.
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
 * How long that lasts, where there is no last day because something has no end.
 */
while: KeepWhile | null, 
/**
 * Why until then; `null` where there is no last day.
 */
because: Said | null, 
/**
 * Is the retention period over at once?
 */
due: boolean, };
export type AfterEndRequest = { 
/**
 * Whose relation it is.
 */
person: PersonId, 
/**
 * The relation, which must belong to that person.
 */
relation: RelationId, 
/**
 * Its last day, which may lie in the future.
 */
ended_on: Date, };
export type AssociationKind = "association" | "foundation" | "other";
export type Basis = "consent" | "contract" | "law" | "interest";
export type Because = "same_name" | "same_given_name" | "call_name" | "related_given_name" | "further_given_name" | "spelling_of_given_name" | "same_initials" | "same_surname" | "part_of_surname" | "spelling_of_surname" | "same_birth_date" | "swapped_birth_date" | "near_birth_date" | "same_part_of_birth_date" | "same_email" | "shared_email" | "spelling_of_email" | "same_phone" | "shared_phone" | "same_address" | "same_number" | "shared_number" | "same_since" | "identical" | "other_given_name" | "other_initials" | "other_surname" | "other_birth_date" | "other_generation" | "other_email" | "other_phone" | "other_address" | "other_number" | "other_since" | "perhaps_twins" | "several_fit" | "taken_by_other_row" | "too_little";
export type Birthday = { 
/**
 * The person's id.
 */
person: PersonId, 
/**
 * The name as people say it: `Anneke van den Berg`.
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
 * The person's id. Somebody whom the role may not see counts as missing.
 */
person: PersonId, };
export type ChangePassphrase = { 
/**
 * The current passphrase.
 */
old: string, 
/**
 * The new passphrase. One that is easily guessed is refused.
 */
new: string, };
export type ChangePerson = { 
/**
 * Whom to change.
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
 * Whose relation it is.
 */
person: PersonId, 
/**
 * The relation, which must belong to that person.
 */
relation: RelationId, 
/**
 * The dates that the user saw.
 */
seen: RelationDates, 
/**
 * The corrected dates.
 */
to: RelationDates, };
export type ChangeUser = { 
/**
 * The user to change, who may be the current one.
 */
user: UserId, 
/**
 * Their roles in the association from now on; none only for an administrator.
 */
roles: Array<Role>, 
/**
 * Are they an administrator from now on? There must always be one.
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
 * The same id in every vault.
 */
purpose: PurposeId, 
/**
 * The purpose's stable name: `newsletter_members`.
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
 * People who said yes.
 */
given: number, 
/**
 * People who said no or withdrew a yes.
 */
refused: number, 
/**
 * People with only a tick in an imported list, which proves nothing.
 */
unknown: number, 
/**
 * People who were not asked yet.
 */
open: number, };
export type ConsentEventId = string;
export type ConsentHow = "paper" | "phone" | "email" | "in_person" | "import" | "not_recorded";
export type ConsentLine = { 
/**
 * The event's own id, not that of the purpose.
 */
id: ConsentEventId, 
/**
 * The same id in every vault.
 */
purpose: PurposeId, 
/**
 * The purpose's stable name: `newsletter_members`.
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
 * The version of the question; `null` where none was put.
 */
text_version: number | null, 
/**
 * The exact words of the question, if one was put.
 */
text: string | null, 
/**
 * Does it undo a withdrawal? Then it repeats the state from before.
 */
undoes: boolean, 
/**
 * When it was recorded, which may be later than `on`.
 */
recorded_at: Timestamp, 
/**
 * The name of the user who recorded it, also if they have left.
 */
recorded_by: string | null, };
export type ConsentRow = { 
/**
 * The same id in every vault.
 */
purpose: PurposeId, 
/**
 * The purpose's stable name: `newsletter_members`.
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
 * The current state; `not_asked` if nobody has answered yet.
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
 * The version of the question that was answered; `null` also where no question was put.
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
 * Its id, to which the sealed part is bound.
 */
id: DonationId, 
/**
 * Gift or membership fee.
 */
kind: DonationKind, 
/**
 * The day it was paid.
 */
on: Date, 
/**
 * How much, in cents.
 */
amount_cents: number, 
/**
 * Free remark; empty for none.
 */
remark: string, };
export type DoorLook = { 
/**
 * The language of those screens.
 */
language: Language, 
/**
 * The colours: light, dark, or as the system has them.
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
 * When it was kept. A newer draft for the same place replaces it.
 */
at: Timestamp, 
/**
 * The fields of the form, as the UI serialised them.
 */
content: string, };
export type DraftByPlace = { 
/**
 * The place it was kept for, as the UI names it.
 */
place: string, };
export type DueGroup = { 
/**
 * The rule's id: `R01`; `none` for people whom no rule keeps.
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
 * The person's id. Each person is in one group only.
 */
person: PersonId, 
/**
 * The name as lists show it; empty if the role may not see the person.
 */
name: string, 
/**
 * Why the period is over, as a sentence.
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
 * Why the erasure must wait; `null` if it need not.
 */
held_by: Said | null, };
export type Email = { 
/**
 * Its id, until the next change of the person: that gives every address a new one.
 */
id: EmailId, 
/**
 * `home`, `work`, `parent`, a label of the user's own, or empty.
 */
label: string, 
/**
 * The address as entered, without white space around it.
 */
address: string, };
export type EmailId = string;
export type EndRelation = { 
/**
 * The relation to end; one that has not ended already.
 */
relation: RelationId, 
/**
 * The last day, which still belongs to it. It may lie in the future.
 */
ended_on: Date, };
export type ErasureDone = { 
/**
 * The id by which the proof is asked for.
 */
erasure: ErasureId, 
/**
 * The number: `2026-0003`.
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
 * What had to be kept. What is kept of several people for the same reason is there once.
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
 * The id that was asked for.
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
 * What stays; everything, for a person on hold.
 */
stays: Array<Stay>, 
/**
 * What stays in the anonymous counts.
 */
counts: Array<Said>, };
export type ErasureProof = { 
/**
 * Its id, from the list of erasures or from the erasure itself.
 */
erasure: ErasureId, 
/**
 * Where to write the proof.
 */
target: Target, };
export type ErasureRow = { 
/**
 * The id by which its proof is asked for.
 */
id: ErasureId, 
/**
 * The number: `2026-0003`.
 */
number: string, 
/**
 * When it was done.
 */
at: Timestamp, 
/**
 * The name of the user who did it, also if they have left.
 */
by: string | null, 
/**
 * The number of people, whether erased in full or in part.
 */
persons: number, 
/**
 * The number of people erased in part.
 */
partly: number, 
/**
 * True until the file has been cleaned and the check has found nothing.
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
 * The stable code: `vault.wrong_passphrase`.
 */
code: string, 
/**
 * How the UI presents it.
 */
kind: Kind, 
/**
 * Arguments for the sentence, by name; never personal data.
 */
args: { [key in string]: string }, 
/**
 * Errors of single fields; empty unless this is about input.
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
 * The stable code: `field.required`.
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
 * Date of birth; `null` if unknown.
 */
birth_date: Date | null, 
/**
 * Age today, in years; `null` without a date of birth.
 */
age: number | null, 
/**
 * Member number, as text; empty for none.
 */
member_number: string, 
/**
 * How the person came into the vault.
 */
source: PersonSource, };
export type ImportAnswer = { "same": PersonId } | { "same_row": number } | "another" | "skip";
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
 * Rows that would be left out, because a person has to decide who they are.
 */
ask: number, 
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
 * The first 20 rows that would not be skipped, as they would be stored.
 */
samples: Array<ImportSample>, 
/**
 * The rows about which a person has to decide, or decided, most doubtful first.
 */
doubts: Array<ImportDoubt>, 
/**
 * What the list says otherwise about people who are known. It stays as it is.
 */
differing: Array<ImportDiffering>, };
export type ImportColumn = { 
/**
 * The heading as the file has it; empty where there is none.
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
export type ImportDecision = { 
/**
 * The row number, from 1.
 */
row: number, 
/**
 * What was decided about it.
 */
answer: ImportAnswer, };
export type ImportDifference = { 
/**
 * The field; of an address, the whole.
 */
field: Meaning, 
/**
 * What is known, and stays; empty if nothing is. Of a status, `ended` or `runs`.
 */
old: string, 
/**
 * What the list says; empty likewise.
 */
new: string, };
export type ImportDiffering = { 
/**
 * The row number, from 1.
 */
row: number, 
/**
 * The person; `null` for somebody who is only in an earlier row of the list.
 */
person: PersonId | null, 
/**
 * The name, as people say it.
 */
name: string, 
/**
 * The fields.
 */
fields: Array<ImportDifference>, };
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
 * Rows that were left out because a person has to decide who they are.
 */
asked: number, 
/**
 * Rows that were skipped.
 */
skipped: number, 
/**
 * What was not imported.
 */
problems: Array<ImportProblem>, };
export type ImportDoubt = { 
/**
 * The row number, from 1.
 */
row: number, 
/**
 * The name in the row, as people say it.
 */
name: string, 
/**
 * The row as it would be stored.
 */
facts: Array<ImportFact>, 
/**
 * The person of the vault whom it may be; `null` if there is none.
 */
person: PersonId | null, 
/**
 * The earlier row that it may be the same person as; `null` if there is none.
 */
same_row: number | null, 
/**
 * The name of whom it may be.
 */
known_name: string, 
/**
 * What is known of whom it may be. Of somebody who is restricted, nothing but the name.
 */
known: Array<ImportFact>, 
/**
 * Why, strongest first; what speaks against it after what speaks for it.
 */
because: Array<Because>, 
/**
 * What a person decided; `null` if nothing yet.
 */
decided: ImportAnswer | null, };
export type ImportFact = { 
/**
 * A field, or the answer to a purpose.
 */
meaning: Meaning, 
/**
 * The value. For an answer to a purpose, the resulting state: `unknown` or `refused`. For the status, `ended`: a
 * relation that has ended on an unknown day.
 */
value: string, };
export type ImportId = string;
export type ImportInspectRequest = { 
/**
 * The token of the chosen file.
 */
file: FileToken, 
/**
 * One sheet, from 1; without it, all sheets.
 */
sheet: number | null, };
export type ImportOpen = { 
/**
 * The token of the chosen file.
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
export type ImportOutcome = "new" | "same" | "ask" | "skipped";
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
 * The first rows of the chosen sheet: twelve or more, if it has them, and at most 60.
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
 * When the same file was last imported, without the import being undone; `null` if that is not known.
 */
earlier: Timestamp | null, };
export type ImportPreviewColumn = { 
/**
 * Up to three of the values; none if the column must not be imported.
 */
samples: Array<string>, 
/**
 * The heading as the file has it; empty where there is none.
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
 * Where to write them, as delimited text.
 */
target: Target, file: FileToken, sheet: number, header_row: number | null, columns: Array<Meaning | null>, relation: RelationKind, ended: boolean, date_order: DateOrder, decisions?: Array<ImportDecision>, };
export type ImportRequest = { 
/**
 * The token of the chosen file.
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
 * Whether that relation has ended: a list of former members.
 */
ended: boolean, 
/**
 * The order of day, month and year in every date column.
 */
date_order: DateOrder, 
/**
 * What a person decided about rows, at most one decision each. The program decides about the others, and leaves out
 * those of which it is not sure.
 */
decisions?: Array<ImportDecision>, };
export type ImportRow = { 
/**
 * The id, which undoing needs.
 */
id: ImportId, 
/**
 * When it ran.
 */
at: Timestamp, 
/**
 * The name of the user who ran it, also if they have left.
 */
by: string | null, 
/**
 * The file name. Where it held the name of an erased person, only the extension is left.
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
 * When it was undone; `null` if it was not.
 */
undone_at: Timestamp | null, 
/**
 * The last moment at which it can be undone; `null` if it no longer can.
 */
undo_until: Timestamp | null, };
export type ImportRowOutcome = { 
/**
 * The row number, from 1.
 */
row: number, 
/**
 * What happens with it.
 */
decision: ImportOutcome, 
/**
 * Who it is, or may be; `null` for nobody in the vault.
 */
person: PersonId | null, 
/**
 * The earlier row that may be the same person; `null` if there is none.
 */
same_row: number | null, 
/**
 * Why, strongest first; what speaks against it after what speaks for it.
 */
because: Array<Because>, 
/**
 * What it says otherwise. The vault keeps what it has.
 */
differs: Array<ImportDifference>, };
export type ImportSample = { 
/**
 * The row number, from 1.
 */
row: number, 
/**
 * The fields that are filled, then the answers to purposes.
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
 * Every column, with its guessed meaning.
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
 * The number of records: rows with content below the headings.
 */
rows: number, };
export type ImportTopRow = { 
/**
 * The row number, from 1.
 */
number: number, 
/**
 * The cells as shown. Values of forbidden columns are masked.
 */
cells: Array<string>, };
export type ImportUndo = { 
/**
 * Its id, from the import itself or from the list of imports.
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
 * `import.mixed_dates`: a column in which day and month are in two orders; the row is that of its heading.
 */
code: string, 
/**
 * The row number, from 1; `null` for a warning about the whole file.
 */
row: number | null, 
/**
 * The sheet, from 1.
 */
sheet: number, };
export type InUse = { 
/**
 * The name of the computer that has it open.
 */
computer: string, 
/**
 * Since when it has been open there.
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
 * Passes over that memory.
 */
passes: number, };
export type KeepBar = { 
/**
 * What is kept, as a sentence.
 */
purpose: Said, 
/**
 * The rule's id: `R01`; `null` where none applies.
 */
rule: string | null, 
/**
 * How binding the rule is; `null` without one.
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
 * Whom to keep; not somebody who is kept only for tax law.
 */
person: PersonId, 
/**
 * The last day: after today, and at most twelve months ahead.
 */
until: Date, 
/**
 * Why, in at most 500 characters; the access report of the person shows it.
 */
reason: string, };
export type KeepWhile = "relation" | "consent" | "unknown";
export type KeptUntil = { 
/**
 * One of those asked for.
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
 * The colours: light, dark, or as the system has them.
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
 * All permissions, those of an administrator included.
 */
permissions: Array<Permission>, 
/**
 * The language of the screens.
 */
language: Language, 
/**
 * The colours: light, dark, or as the system has them.
 */
theme: Theme, 
/**
 * Lock after this many minutes without input: 2 to 30.
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
 * The calendar year.
 */
year: number, 
/**
 * Memberships that began in it, including those of erased people.
 */
joined: number, 
/**
 * Memberships that ended in it, including those of erased people.
 */
left: number, };
export type Members = { 
/**
 * Members today, without those who are restricted.
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
 * The name as people say it: `Anneke van den Berg`.
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
 * The day it was paid; not in the future.
 */
on: Date, 
/**
 * How much, in cents; more than zero.
 */
amount_cents: number, 
/**
 * Free remark, at most 400 characters.
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
 * The fields of the form, as the UI serialised them; at most 32,768 characters.
 */
content: string, };
export type NewEmail = { 
/**
 * `home`, `work`, `parent` or a label of the user's own.
 */
label: string, 
/**
 * The address. An entry with a blank one is dropped.
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
 * Street and number; empty if unknown.
 */
street: string, 
/**
 * Postcode; empty if unknown. A Dutch one is stored as `1234 AB`.
 */
postcode: string, 
/**
 * Town; empty if unknown.
 */
city: string, 
/**
 * Country; empty means the association's own.
 */
country: string, 
/**
 * Date of birth; `null` if unknown. Not in the future, and not before 1880.
 */
birth_date: Date | null, 
/**
 * Member number, as text; empty for none.
 */
member_number: string, 
/**
 * Relations with the association; ignored when a person is changed.
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
 * The number, in any notation. An entry with a blank one is dropped.
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
 * The name, at most 80 characters. No other user, past or present, has the same.
 */
name: string, 
/**
 * Their roles in the association; none only for an administrator.
 */
roles: Array<Role>, 
/**
 * May they manage the vault and its users? That alone shows no personal data.
 */
admin: boolean, 
/**
 * Their first passphrase, which they must replace before they can use the vault.
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
 * The association's name, at most 120 characters.
 */
association: string, 
/**
 * What kind of body it is.
 */
kind: AssociationKind, 
/**
 * The e-mail address for questions about personal data; empty for none.
 */
privacy_email: string, 
/**
 * ISO 3166-1: which country's rules apply. Only `NL`, the default, is supported.
 */
country: string, 
/**
 * The language of the screens and, unless asked otherwise, of the papers.
 */
language: Language, 
/**
 * The name of the first user, who becomes an administrator; at most 80 characters.
 */
user_name: string, 
/**
 * That user's roles in the association, at least one.
 */
roles: Array<Role>, 
/**
 * That user's passphrase. One that is easily guessed is refused.
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
 * People who were members and no longer are.
 */
former: number, };
export type PeopleDouble = { 
/**
 * The one who came into the vault first.
 */
first: PersonId, 
/**
 * That person's name, as people say it.
 */
first_name: string, 
/**
 * The other one.
 */
second: PersonId, 
/**
 * The other one's name.
 */
second_name: string, 
/**
 * Does nothing speak against it? Otherwise a person has to look closely.
 */
certain: boolean, 
/**
 * Why, strongest first; what speaks against it after what speaks for it.
 */
because: Array<Because>, };
export type PeopleExport = { 
/**
 * How many people match the words.
 */
matching: number, 
/**
 * Everyone who matches, or the page of them that the filter asks for.
 */
people: Array<PersonExport>, };
export type PeopleFilter = { 
/**
 * The part of the list; everyone if left out.
 */
tab?: PeopleTab, 
/**
 * Words to search for; typing errors are tolerated. Without words nobody is left out.
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
 * The rows of this page, by name or, after a search, best match first.
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
 * The person's id, as `people_get` takes it.
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
 * E-mail addresses, the main one first.
 */
emails: Array<Email>, 
/**
 * Telephone numbers, the main one first; empty for a role that may not see them.
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
 * Last day of a fiscal restriction; `null` without one.
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
 * The person's id, as `people_get` takes it.
 */
id: PersonId, 
/**
 * The name as people say it: `Anneke van den Berg`.
 */
name: string, 
/**
 * The name as lists show it: `Berg, Anneke van den`.
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
 * The person's id, as `people_get` takes it.
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
 * E-mail addresses, the main one first.
 */
emails: Array<Email>, 
/**
 * Telephone numbers, the main one first; empty for a role that may not see them.
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
 * Last day of a fiscal restriction; `null` without one.
 */
restricted_until: Date | null, 
/**
 * When the row last changed; a change sends it back as `seen`.
 */
changed_at: Timestamp, };
export type Phone = { 
/**
 * Its id, until the next change of the person: that gives every number a new one.
 */
id: PhoneId, 
/**
 * `mobile`, `home`, `work`, `parent`, a label of the user's own, or empty.
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
 * The same id in every vault.
 */
id: PurposeId, 
/**
 * Its stable name: `member_admin`.
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
 * Its legal basis (art. 6(1) AVG).
 */
basis: Basis, 
/**
 * A limitation to observe, in English; empty for none.
 */
note: string, 
/**
 * The articles that the basis rests on: `6(1)(c); AWR 52; BW 2:10`.
 */
source: string, 
/**
 * `C` certain, `L` likely, `V` to be verified.
 */
confidence: string, 
/**
 * The id of its own retention rule: `R01`. Without one the data is kept as long as the consent or the relation
 * lasts.
 */
term_rule: string | null, 
/**
 * Are people asked for consent?
 */
asks_consent: boolean, 
/**
 * Nobody is asked, but an objection counts (art. 21 AVG).
 */
opt_out: boolean, 
/**
 * The version of the question in use; `null` where nobody is asked.
 */
text_version: number | null, 
/**
 * The question in Dutch, with the association's name filled in; `null` where nobody is asked.
 */
text: string | null, 
/**
 * The same question in English.
 */
text_en: string | null, };
export type RecordConsent = { 
/**
 * Whose choice it is.
 */
person: PersonId, 
/**
 * A purpose that asks for consent or, for a no, one that a person can object to.
 */
purpose: PurposeId, 
/**
 * True for a yes. A no after a yes is stored as a withdrawal, and so is an objection.
 */
given: boolean, 
/**
 * The day of the choice; not in the future, and not before the person's birth.
 */
on: Date, 
/**
 * How the choice reached the association; not `import` or `not_recorded`.
 */
how: ConsentHow, 
/**
 * Who made the choice; not `not_recorded`. Below 16 only a guardian can say yes.
 */
by: ConsentBy, 
/**
 * Free remark, at most 1,000 characters.
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
 * True if the check character fits, which says nothing about this vault.
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
 * The eight groups, in order.
 */
groups: Array<string>, 
/**
 * Compartments that this sheet does not open.
 */
lacks: Array<Compartment>, };
export type Relation = { 
/**
 * The id by which it is ended, continued or changed.
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
 * Whose access to remove; not the current user.
 */
user: UserId, };
export type ReopenConsent = { 
/**
 * Whose withdrawal it was.
 */
person: PersonId, 
/**
 * The purpose whose consent was withdrawn, or that was objected to.
 */
purpose: PurposeId, };
export type ReopenRelation = { 
/**
 * Whose relation it is.
 */
person: PersonId, 
/**
 * The relation, which must belong to that person.
 */
relation: RelationId, };
export type ReportKind = "access";
export type ReportMade = { 
/**
 * The number: `2026-0001`.
 */
number: string, 
/**
 * The PDF, which also contains the JSON.
 */
pdf: Written, 
/**
 * The JSON, with the same content as the PDF.
 */
data: Written, 
/**
 * Characters that could not be printed. The PDF lists them; the JSON has them correctly.
 */
missing: string, };
export type ReportRequest = { 
/**
 * Whom it is about. The right also holds for a person whose data are restricted.
 */
person: PersonId, 
/**
 * The kind of report; `access` if left out.
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
 * The length of the retention period, in `unit`s.
 */
value: number, 
/**
 * The longest period, where the association may lengthen it.
 */
max: number | null, 
/**
 * The unit of `value` and `max`.
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
 * The rules, in the order of the pack.
 */
rules: Array<RetentionRule>, };
export type Role = "secretary" | "treasurer" | "viewer" | "privacy";
export type RowConsent = { 
/**
 * The purpose's stable name: `newsletter_members`.
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
 * At least one; somebody who is named twice counts once.
 */
persons: Array<PersonId>, 
/**
 * What the user typed to confirm: `wis 12 personen`, or for one person also the surname.
 */
confirm: string, };
export type Said = { 
/**
 * The id of the text: `retention-because-member`.
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
 * The association's name, at most 120 characters.
 */
association: string, 
/**
 * What kind of body it is.
 */
kind: AssociationKind, 
/**
 * The e-mail address for questions about personal data; empty if none is set.
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
 * The colours: light, dark, or as the system has them.
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
 * Are the people made up? Filling the vault as a demo sets this.
 */
demo: boolean, };
export type SettingsChange = { 
/**
 * The association's name, at most 120 characters and not empty.
 */
association?: string, 
/**
 * What kind of body it is.
 */
kind?: AssociationKind, 
/**
 * The e-mail address for questions about personal data; an empty one removes it.
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
 * The colours: light, dark, or as the system has them.
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
 * Given name as typed so far.
 */
given_name: string, 
/**
 * Surname as typed so far. With fewer than two characters, names are not compared.
 */
surname: string, 
/**
 * E-mail address as typed so far. Only the whole address finds somebody.
 */
email: string, };
export type StartRelation = { 
/**
 * Whose relation it is.
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
 * Which data, as a sentence.
 */
what: Said, 
/**
 * The last day; `null` if unknown.
 */
until: Date | null, 
/**
 * Why, as a sentence.
 */
why: Said, 
/**
 * The id of the rule that requires it, if one does: `R03`.
 */
rule: string | null, };
export type Strength = { 
/**
 * 0 (guessed at once) to 4.
 */
score: number, 
/**
 * May it be used? Only `good` and `strong` may.
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
 * The token of a path that the user chose.
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
 * Birthdays within a week, at most five, for roles that may see everyone.
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
 * Its position in the chain, from 1.
 */
seq: number, 
/**
 * When it was done or denied.
 */
at: Timestamp, 
/**
 * The user who did it or tried to; no row is written without one.
 */
actor: UserId | null, 
/**
 * The name of that user, also if they have left.
 */
actor_name: string | null, 
/**
 * The op's stable code; its name is the text `op-<code>`.
 */
op: string, 
/**
 * Was it done? `false` if it was denied.
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
 * Names of the changed fields, never their values.
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
 * The number of the last row checked: the first faulty one, or the last of all.
 */
rows: number, 
/**
 * The number of the first faulty row; `null` if every row is right.
 */
first_broken: number | null, 
/**
 * What is wrong with that row.
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
 * The user whose secret this computer stores.
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
 * The eight groups of the sheet, in order.
 */
groups: Array<string>, 
/**
 * The passphrase that replaces that user's.
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
 * The people. The answer has the same order.
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
 * Their roles in the association; none only for an administrator.
 */
roles: Array<Role>, 
/**
 * Are they an administrator?
 */
admin: boolean, 
/**
 * When they last unlocked the vault; `null` if they never did.
 */
unlocked_at: Timestamp | null, 
/**
 * Is it the current user?
 */
is_me: boolean, };
export type VaultFinding = { 
/**
 * The code whose text describes it: `trail.broken`.
 */
code: string, 
/**
 * Arguments for the text, by name.
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
 * Hide them? Users then type their name to unlock.
 */
hidden: boolean, };
export type VaultPhase = "none" | "locked" | "open";
export type VaultPlace = { 
/**
 * Its path, to show.
 */
path: string, 
/**
 * The cloud service that synchronises it, by name; `null` if none is recognised.
 */
cloud: string | null, };
export type VaultState = { 
/**
 * Is a vault chosen, and is it open?
 */
phase: VaultPhase, 
/**
 * The association's name; `null` if no vault is chosen or its header cannot be read.
 */
association: string | null, 
/**
 * Who may open it; empty where names are hidden, and in an open vault.
 */
users: Array<VaultUser>, 
/**
 * Must users type their name to unlock?
 */
names_hidden: boolean, 
/**
 * Seconds to wait before the next attempt; 0 for none.
 */
wait_seconds: number, 
/**
 * Users that this computer remembers; in an open vault only the current user, if remembered.
 */
device_users: Array<UserId>, 
/**
 * Is the open vault read-only?
 */
read_only: boolean, 
/**
 * Who else has it open. In an open vault, only a read-only session is told.
 */
in_use: InUse | null, 
/**
 * The current user; `null` unless the vault is open.
 */
me: Me | null, 
/**
 * Is it the demo association? Known only while the vault is open.
 */
demo: boolean, 
/**
 * Its path, as the UI may show it; `null` if no vault is chosen.
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
 * Why the chosen vault cannot be opened: its header cannot be read.
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
 * Their roles in the association, as the header has them: nothing has proven these yet.
 */
roles: Array<Role>, };
export type VaultVerdict = { 
/**
 * True if nothing was found.
 */
ok: boolean, 
/**
 * Every fault that was found; empty if there is none.
 */
findings: Array<VaultFinding>, };
export type WithdrawConsent = { 
/**
 * Whose consent it is.
 */
person: PersonId, 
/**
 * A purpose that asks for consent, or that a person can object to.
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
 * Free remark, at most 1,000 characters.
 */
remark?: string, };
export type Words = { 
/**
 * The words, in the order to type them.
 */
words: Array<string>, };
export type WordsRequest = { 
/**
 * The language of the list that they are drawn from.
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
