// Who is chosen to be erased. What the core proposes starts chosen; what must wait never is, and what the core is not sure
// of only when somebody says so.
import { SvelteSet } from "svelte/reactivity";
import type { DueRow, RetentionDue } from "../../generated/types";

export class Selection {
  readonly #due: () => RetentionDue | undefined;
  /** Proposed, but somebody said not now. */
  readonly #out = new SvelteSet<string>();
  /** Not proposed, but somebody looked and said yes. */
  readonly #in = new SvelteSet<string>();

  constructor(due: () => RetentionDue | undefined) {
    this.#due = due;
  }

  get rows(): DueRow[] {
    return this.#due()?.groups.flatMap((group) => group.rows) ?? [];
  }

  /** Those that may be chosen at all. */
  get open(): DueRow[] {
    return this.rows.filter((row) => row.proposal !== "wait");
  }

  get chosen(): DueRow[] {
    return this.open.filter((row) => this.has(row));
  }

  /** Those that the core is sure of. */
  get #sure(): DueRow[] {
    return this.open.filter((row) => row.proposal !== "ask");
  }

  get all(): boolean {
    return this.chosen.length > 0 && this.#sure.every((row) => this.has(row));
  }

  /** Of those that are chosen, so many of whom the tax law keeps something: also one that had to be looked at. */
  get partly(): number {
    return this.chosen.filter((row) => row.partly).length;
  }

  has(row: DueRow): boolean {
    if (row.proposal === "wait") return false;
    return row.proposal === "ask" ? this.#in.has(row.person) : !this.#out.has(row.person);
  }

  set(row: DueRow, on: boolean): void {
    if (row.proposal === "ask") this.#put(this.#in, row, on);
    else this.#put(this.#out, row, !on);
  }

  #put(set: SvelteSet<string>, row: DueRow, on: boolean): void {
    if (on) set.add(row.person);
    else set.delete(row.person);
  }

  /** All that is proposed, or nobody. */
  setAll(on: boolean): void {
    if (on) this.#out.clear();
    else for (const row of this.open) this.set(row, false);
  }
}
