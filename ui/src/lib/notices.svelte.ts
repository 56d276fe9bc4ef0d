// Short messages at the bottom left. They stay until closed or until the next screen, but at least ten seconds. Ctrl+Z
// undoes what the latest message with an undo reports, until something else is changed.
import type { Topic } from "../generated/types";
import type { IconName } from "../kit/icons";
import { errorView } from "./host";
import { refusalText, t } from "./t";
import { copyTechnical } from "./technical";
import { onTouch } from "./touch";

export interface Notice {
  id: number;
  text: string;
  kind: "ok" | "info" | "danger";
  icon: IconName;
  /** One thing that the user can do about it. */
  action?: { text: string; run: () => void };
  at: number;
}

/** The options of a message; a string alone is its kind. */
interface Extra {
  kind?: Notice["kind"];
  action?: Notice["action"];
  /** Undoes what the message reports, by its button or by Ctrl+Z. A refusal becomes a message. */
  undo?: () => Promise<unknown>;
}

const icons = { ok: "circle-check", info: "info", danger: "triangle-alert" } as const;
const shortest = 10_000;
// What a user changes. Keeping a draft and the like does not end an undo.
const changes: readonly Topic[] = ["Users", "Settings", "People", "Purposes", "Consent", "Donations", "Retention", "Erasure", "Import"];

class Notices {
  all = $state<Notice[]>([]);
  #next = 1;
  #undo: { notice: number; run: () => Promise<unknown> } | null = null;

  constructor() {
    onTouch(changes, () => this.#past());
  }

  // Something else has changed: the message stays, but no button offers what can no longer be undone.
  #past(): void {
    const late = this.#undo?.notice;
    this.#undo = null;
    if (late !== undefined) this.all = this.all.map((notice) => (notice.id === late ? { ...notice, action: undefined } : notice));
  }

  add(text: string, how: Notice["kind"] | Extra = "ok"): void {
    const { kind = "ok", action, undo } = typeof how === "string" ? { kind: how } : how;
    const id = this.#next++;
    // The button and Ctrl+Z share one undo, so that it runs only once.
    const mine = undo && { notice: id, run: undo };
    if (mine) this.#undo = mine;
    const offered = mine ? { text: t("act-undo"), run: () => void this.#takeBack(mine) } : action;
    // The same message twice says nothing more.
    const others = this.all.filter((notice) => notice.text !== text);
    this.all = [...others.slice(-2), { id, text, kind, icon: icons[kind], action: offered, at: Date.now() }];
  }

  /** Can the last change be undone? */
  get canUndo(): boolean {
    return this.#undo !== null;
  }

  /** Undoes the last change, if it can be undone. */
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

  /** Shows a refusal. If the program is at fault, it offers details to copy for whoever helps. */
  refuse(cause: unknown): void {
    const error = errorView(cause);
    const action = error.kind === "broken" ? { text: t("err-copy"), run: () => void copyTechnical(error) } : undefined;
    this.add(refusalText(error), { kind: "danger", action });
  }

  close(id: number): void {
    this.all = this.all.filter((notice) => notice.id !== id);
  }

  /** On the next screen: removes messages that were shown long enough. */
  turn(): void {
    this.all = this.all.filter((notice) => Date.now() - notice.at < shortest);
  }

  /** After an erasure: no message may still speak of somebody who was erased. Refusals name nobody. */
  erased(): void {
    this.all = this.all.filter((notice) => notice.kind === "danger");
    this.#undo = null;
  }

  /** On lock: nothing to read, nothing to undo. */
  clear(): void {
    this.all = [];
    this.#undo = null;
  }
}

export const notices = new Notices();
