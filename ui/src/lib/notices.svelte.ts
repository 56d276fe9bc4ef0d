// Short messages at the bottom left: saved, undone, a file was made. They stay until closed or the next page, at least ten seconds.
// What the last of them can take back, Ctrl+Z takes back too, until something else is changed.
import type { Topic } from "../generated/types";
import type { IconName } from "../kit/icons";
import { errorView } from "./host";
import { errorText, t } from "./t";
import { copyTechnical } from "./technical";
import { onTouch } from "./touch";

export interface Notice {
  id: number;
  text: string;
  kind: "ok" | "info" | "danger";
  icon: IconName;
  /** One thing that can be done about it. */
  action?: { text: string; run: () => void };
  at: number;
}

/** What may come with a message; only a kind may be said by its word. */
interface Extra {
  kind?: Notice["kind"];
  action?: Notice["action"];
  /** Takes back what the message says: the button "undo", and Ctrl+Z. A refusal becomes a message. */
  undo?: () => Promise<unknown>;
}

const icons = { ok: "circle-check", info: "info", danger: "triangle-alert" } as const;
const shortest = 10_000;
// What a person changes. Kept input and the like are no change to come back from.
const changes: readonly Topic[] = ["Users", "Settings", "People", "Purposes", "Consent", "Donations", "Retention", "Erasure", "Import"];

class Notices {
  all = $state<Notice[]>([]);
  #next = 1;
  #undo: { notice: number; run: () => Promise<unknown> } | null = null;

  constructor() {
    onTouch(changes, () => (this.#undo = null));
  }

  add(text: string, how: Notice["kind"] | Extra = "ok"): void {
    const { kind = "ok", action, undo } = typeof how === "string" ? { kind: how } : how;
    const id = this.#next++;
    // One undo at a time, whether it is pressed or typed.
    const mine = undo && { notice: id, run: undo };
    if (mine) this.#undo = mine;
    const offered = mine ? { text: t("act-undo"), run: () => void this.#takeBack(mine) } : action;
    this.all = [...this.all.slice(-2), { id, text, kind, icon: icons[kind], action: offered, at: Date.now() }];
  }

  /** Can the last change be taken back? */
  get canUndo(): boolean {
    return this.#undo !== null;
  }

  /** Takes back the last change, if it can be. */
  async undo(): Promise<void> {
    if (this.#undo) await this.#takeBack(this.#undo);
  }

  async #takeBack(undo: { notice: number; run: () => Promise<unknown> }): Promise<void> {
    this.#undo = null;
    this.close(undo.notice);
    try {
      await undo.run();
      this.add(t("undone"));
    } catch (cause) {
      this.refuse(cause);
    }
  }

  /** Says what was refused; where the program is at fault, with what to pass on for help. */
  refuse(cause: unknown): void {
    const error = errorView(cause);
    const incident = error.incident ? ` ${t("err-incident", { incident: error.incident })}` : "";
    const action = error.kind === "broken" ? { text: t("err-copy"), run: () => void copyTechnical(error) } : undefined;
    this.add(errorText(error.code, error.args) + incident, { kind: "danger", action });
  }

  close(id: number): void {
    this.all = this.all.filter((notice) => notice.id !== id);
  }

  /** The next page: what was readable long enough goes. */
  turn(): void {
    this.all = this.all.filter((notice) => Date.now() - notice.at < shortest);
  }

  /** On lock: nothing to read, nothing to take back. */
  clear(): void {
    this.all = [];
    this.#undo = null;
  }
}

export const notices = new Notices();
