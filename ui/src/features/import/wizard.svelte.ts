// The steps of an import and what was chosen so far. It lives as long as the screen; stopping keeps nothing.
import { imports } from "../../generated/api";
import type { ErrorView, ImportChecked, ImportDone, ImportPreview, ImportRequest } from "../../generated/types";
import { errorView, host, type ChosenFile } from "../../lib/host";
import { t } from "../../lib/t";

export const steps = ["file", "sheet", "columns", "problems", "check"] as const;
export type Step = (typeof steps)[number] | "run" | "done";

/** Which part of the file: a sheet, and the row with the names of the columns (0 for none). */
interface Place {
  sheet: number | null;
  header_row?: number | null;
}

/** So long after the last choice the file is looked through again. */
const rest = 250;

export class Wizard {
  step = $state<Step>("file");
  file = $state.raw<ChosenFile>();
  preview = $state.raw<ImportPreview>();
  request = $state.raw<ImportRequest>();
  checked = $state.raw<ImportChecked>();
  done = $state.raw<ImportDone>();
  error = $state.raw<ErrorView>();
  /** The file is being read, or looked through with the choices so far. */
  busy = $state<"reading" | "checking" | null>(null);
  /** What was just chosen and is still being read; otherwise the request says it. */
  #place = $state.raw<Place>();
  /** Columns that somebody chose by hand. */
  chosen = $state.raw<readonly number[]>([]);
  #reading: Promise<boolean> | undefined;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The sheet that is chosen, from 1. */
  get sheet(): number {
    return this.#place?.sheet ?? this.request?.sheet ?? 1;
  }

  /** The row that has the names of the columns, if one has. */
  get header(): number | null {
    return (this.#place?.header_row === undefined ? this.request?.header_row : this.#place.header_row) || null;
  }

  /** Asks for a file and looks into it. */
  async choose(): Promise<void> {
    const file = await host().pickFile({ kind: "list", title: t("import-title-file") });
    if (file) await this.take(file);
  }

  /** Looks into a file. One that cannot be read leaves nothing of the one before it. */
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

  /** Reads the file: another sheet, or another row with headings. What is chosen while one reading runs is read after it. */
  open(place: Place): Promise<boolean> {
    this.#place = place;
    // A check of what was chosen before, running or about to, says nothing any more.
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

  /** Changes a choice and looks through the file again, a moment later. */
  set(change: Partial<ImportRequest>): void {
    if (!this.request) return;
    this.request = { ...this.request, ...change };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.check(), rest);
  }

  setColumn(index: number, meaning: string | null): void {
    if (!this.request) return;
    // One column for one meaning: the earlier one gives way.
    const columns = this.request.columns.map((one, at) => (at === index ? meaning : one === meaning ? null : one));
    this.chosen = [...this.chosen, index];
    this.set({ columns });
  }

  /** Looks through the whole file with the choices so far. Nothing is written. */
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

  /** Leaving while it runs stops it: then nothing was written, as the question before leaving says. */
  stop(): void {
    if (this.step === "run") void host().jobCancel();
  }

  /** Back one step; nothing chosen is lost. */
  back(): void {
    const at = steps.findIndex((step) => step === this.step);
    this.error = undefined;
    this.step = steps[Math.max(0, at - 1)] ?? "file";
  }

  /** Is there anything that leaving would lose? */
  get begun(): boolean {
    return this.preview !== undefined && this.step !== "done";
  }
}
