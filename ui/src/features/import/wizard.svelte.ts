// The steps of an import and what was chosen so far. It lives as long as the screen; stopping keeps nothing.
import { imports } from "../../generated/api";
import type { ErrorView, ImportChecked, ImportDone, ImportPreview, ImportRequest } from "../../generated/types";
import { errorView, host, type ChosenFile } from "../../lib/host";
import { t } from "../../lib/t";

export const steps = ["file", "sheet", "columns", "problems", "check"] as const;
export type Step = (typeof steps)[number] | "run" | "done";

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
  busy = $state(false);
  /** Columns that somebody chose by hand. */
  chosen = $state.raw<readonly number[]>([]);
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Asks for a file and looks into it. */
  async choose(): Promise<void> {
    const file = await host().pickFile({ kind: "list", title: t("import-title-file") });
    if (!file) return;
    this.file = file;
    if (await this.open({ sheet: null })) this.step = "sheet";
    else this.file = undefined;
  }

  /** Reads the file: another sheet, or another row with headings. */
  async open(where: { sheet: number | null; header_row?: number | null }): Promise<boolean> {
    const file = this.file;
    if (!file || this.busy) return false;
    this.busy = true;
    this.error = undefined;
    try {
      const relation = this.request?.relation;
      this.preview = await imports.open({ file: file.file, sheet: where.sheet, header_row: where.header_row ?? null });
      this.request = relation ? { ...this.preview.request, relation } : this.preview.request;
      this.chosen = [];
      this.checked = undefined;
      return true;
    } catch (cause) {
      this.error = errorView(cause);
      return false;
    } finally {
      this.busy = false;
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
    this.busy = true;
    try {
      const checked = await imports.check(this.request);
      if (mine === this.#asked) {
        this.checked = checked;
        this.error = undefined;
      }
      return true;
    } catch (cause) {
      if (mine === this.#asked) {
        this.checked = undefined;
        this.error = errorView(cause);
      }
      return false;
    } finally {
      if (mine === this.#asked) this.busy = false;
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

  /** Back one step; nothing chosen is lost. */
  back(): void {
    const at = steps.findIndex((step) => step === this.step);
    this.error = undefined;
    this.step = steps[Math.max(0, at - 1)] ?? "file";
  }

  /** Is there anything that leaving would lose? */
  get begun(): boolean {
    return this.chosen.length > 0 && this.step !== "done" && this.step !== "run";
  }
}
