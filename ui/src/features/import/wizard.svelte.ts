// The steps of an import and the choices so far. It lives as long as the screen; stopping keeps nothing.
import { imports } from "../../generated/api";
import type { ErrorView, ImportAnswer, ImportChecked, ImportDone, ImportDoubt, ImportPreview, ImportRequest } from "../../generated/types";
import { errorView, host, type ChosenFile } from "../../lib/host";
import { t } from "../../lib/t";

export const steps = ["file", "sheet", "columns", "problems", "doubts", "check"] as const;
export type Step = (typeof steps)[number] | "run" | "done";

/** Which part of the file to read: a sheet, and the row with the column names (0 for none). */
interface Place {
  sheet: number | null;
  header_row?: number | null;
}

/** What a user decides about a row in doubt. */
export type Choice = "same" | "another" | "skip";

/** How many milliseconds after the last choice the file is checked again. */
const rest = 250;

export class Wizard {
  step = $state<Step>("file");
  file = $state.raw<ChosenFile>();
  preview = $state.raw<ImportPreview>();
  request = $state.raw<ImportRequest>();
  checked = $state.raw<ImportChecked>();
  done = $state.raw<ImportDone>();
  error = $state.raw<ErrorView>();
  /** The file is being read, or checked with the choices so far. */
  busy = $state<"reading" | "checking" | null>(null);
  /** The choice that is still being read; otherwise the request has it. */
  #place = $state.raw<Place>();
  /** The columns whose meaning the user chose. */
  chosen = $state.raw<readonly number[]>([]);
  #reading: Promise<boolean> | undefined;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The chosen sheet, from 1. */
  get sheet(): number {
    return this.#place?.sheet ?? this.request?.sheet ?? 1;
  }

  /** The row with the column names, if there is one. */
  get header(): number | null {
    return (this.#place?.header_row === undefined ? this.request?.header_row : this.#place.header_row) || null;
  }

  /** Asks for a file and reads it. */
  async choose(): Promise<void> {
    const file = await host().pickFile({ kind: "list", title: t("import-title-file") });
    if (file) await this.take(file);
  }

  /** Reads a file. If it cannot be read, nothing of the earlier file remains. */
  async take(file: ChosenFile): Promise<void> {
    clearTimeout(this.#timer);
    this.preview = this.request = this.checked = this.error = undefined;
    this.chosen = [];
    this.step = "file";
    this.file = file;
    const read = await this.open({ sheet: null });
    if (this.file !== file) return;
    if (read) this.step = "sheet";
    else this.file = undefined;
  }

  /** Reads another sheet or header row. A choice made during a reading is read after it. */
  open(place: Place): Promise<boolean> {
    this.#place = place;
    // A check of the earlier choice, running or scheduled, is obsolete.
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#reading ??= this.#readOn().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #readOn(): Promise<boolean> {
    this.busy = "reading";
    for (;;) {
      const [file, place] = [this.file, this.#place];
      const read = file && place ? await this.#read(file, place) : false;
      if (this.file === file && this.#place === place) {
        this.#place = undefined;
        this.busy = null;
        return read;
      }
    }
  }

  async #read(file: ChosenFile, place: Place): Promise<boolean> {
    this.error = undefined;
    try {
      const preview = await imports.open({ file: file.file, sheet: place.sheet, header_row: place.header_row ?? null });
      if (this.file !== file) return false;
      clearTimeout(this.#timer);
      this.#asked += 1;
      const relation = this.request?.relation;
      this.preview = preview;
      this.request = relation ? { ...preview.request, relation } : preview.request;
      this.chosen = [];
      this.checked = undefined;
      return true;
    } catch (cause) {
      if (this.file === file) this.error = errorView(cause);
      return false;
    }
  }

  /** Changes a choice and checks the file again a moment later. */
  set(change: Partial<ImportRequest>): void {
    if (!this.request) return;
    // What was decided was about the rows as they were read then.
    const other = ["columns", "date_order", "relation", "ended"].some((choice) => choice in change);
    this.request = { ...this.request, ...(other && { decisions: [] }), ...change };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.check(), rest);
  }

  setColumn(index: number, meaning: string | null): void {
    if (!this.request) return;
    // One column per meaning: the earlier one gives way. Only a refusal can be under several headings.
    const gives = meaning !== null && !meaning.startsWith("refusal_");
    const columns = this.request.columns.map((one, at) => (at === index ? meaning : gives && one === meaning ? null : one));
    this.chosen = [...this.chosen, index];
    this.set({ columns });
  }

  /** What was decided about a row, if anything. */
  choice(doubt: ImportDoubt): Choice | null {
    const answer = this.request?.decisions?.find((one) => one.row === doubt.row)?.answer;
    return answer === undefined ? null : typeof answer === "string" ? answer : "same";
  }

  /** The rows in doubt about which nothing was decided yet. */
  get undecided(): ImportDoubt[] {
    return (this.checked?.doubts ?? []).filter((doubt) => this.choice(doubt) === null);
  }

  /** Decides about rows in doubt: one of them, or all that are still open. */
  decide(doubts: readonly ImportDoubt[], choice: Choice): void {
    const rows = doubts.map((doubt) => doubt.row);
    const others = (this.request?.decisions ?? []).filter((one) => !rows.includes(one.row));
    this.set({ decisions: [...others, ...doubts.map((doubt) => ({ row: doubt.row, answer: answer(doubt, choice) }))] });
  }

  /** Checks the whole file with the choices so far. Writes nothing. */
  async check(): Promise<boolean> {
    if (!this.request) return false;
    clearTimeout(this.#timer);
    const mine = ++this.#asked;
    this.busy = "checking";
    try {
      const checked = await imports.check(this.request);
      if (mine !== this.#asked) return false;
      this.checked = checked;
      this.error = undefined;
      return true;
    } catch (cause) {
      if (mine === this.#asked) {
        this.checked = undefined;
        this.error = errorView(cause);
      }
      return false;
    } finally {
      if (mine === this.#asked) this.busy = null;
    }
  }

  async toColumns(): Promise<void> {
    this.step = "columns";
    await this.check();
  }

  async toProblems(): Promise<void> {
    if (await this.check()) this.step = "problems";
  }

  /** The numbers of the last step are those of the last choice. */
  async toCheck(): Promise<void> {
    if (await this.check()) this.step = "check";
  }

  async run(): Promise<void> {
    if (!this.request) return;
    this.step = "run";
    this.error = undefined;
    try {
      this.done = await imports.run(this.request);
      this.step = "done";
    } catch (cause) {
      this.error = errorView(cause);
      this.step = "check";
    }
  }

  /** Leaving during the import cancels it; nothing is written then, as the question before leaving says. */
  stop(): void {
    if (this.step === "run") void host().jobCancel();
  }

  /** One step back; no choice is lost. */
  back(): void {
    const at = steps.findIndex((step) => step === this.step);
    this.error = undefined;
    this.step = steps[Math.max(0, at - 1)] ?? "file";
  }

  /** Would leaving lose anything? */
  get begun(): boolean {
    return this.preview !== undefined && this.step !== "done";
  }
}

function answer(doubt: ImportDoubt, choice: Choice): ImportAnswer {
  if (choice !== "same") return choice;
  return doubt.person === null ? { same_row: doubt.same_row ?? 0 } : { same: doubt.person };
}
