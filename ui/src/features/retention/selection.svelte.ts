// Who is selected for erasure. What the core proposes starts selected, what must wait never is, and what the core is
// unsure of is selected only by the user.
import { SvelteSet } from "svelte/reactivity";
import type { DueRow, RetentionDue } from "../../generated/types";

export class Selection {
  readonly #due: () => RetentionDue | undefined;
  /** Proposed, but deselected by the user. */
  readonly #out = new SvelteSet<string>();
  /** Not proposed, but selected by the user. */
  readonly #in = new SvelteSet<string>();

  constructor(due: () => RetentionDue | undefined) {
    this.#due = due;
  }

  get rows(): DueRow[] {
    return this.#due()?.groups.flatMap((group) => group.rows) ?? [];
  }

  /** The rows that can be selected at all. */
  get open(): DueRow[] {
    return this.rows.filter((row) => row.proposal !== "wait");
  }

  get chosen(): DueRow[] {
    return this.open.filter((row) => this.has(row));
  }

  /** The rows that the core is sure of. */
  get #sure(): DueRow[] {
    return this.open.filter((row) => row.proposal !== "ask");
  }

  get all(): boolean {
    return this.chosen.length > 0 && this.#sure.every((row) => this.has(row));
  }

  /** How many of the selected people are erased in part because of tax law, unsure cases included. */
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

  /** Selects everything that is proposed, or nobody. */
  setAll(on: boolean): void {
    if (on) this.#out.clear();
    else for (const row of this.open) this.set(row, false);
  }
}
