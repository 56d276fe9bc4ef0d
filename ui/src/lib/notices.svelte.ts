// Short messages at the bottom left: saved, undone, a file was made. They stay until closed or the next page, at least ten seconds.
import type { IconName } from "../kit/icons";

export interface Notice {
  id: number;
  text: string;
  kind: "ok" | "info" | "danger";
  icon: IconName;
  /** One thing that can be done about it. */
  action?: { text: string; run: () => void };
  at: number;
}

const icons = { ok: "circle-check", info: "info", danger: "triangle-alert" } as const;
const shortest = 10_000;

class Notices {
  all = $state<Notice[]>([]);
  #next = 1;

  add(text: string, kind: Notice["kind"] = "ok", action?: Notice["action"]): void {
    this.all = [...this.all.slice(-2), { id: this.#next++, text, kind, icon: icons[kind], action, at: Date.now() }];
  }

  close(id: number): void {
    this.all = this.all.filter((notice) => notice.id !== id);
  }

  /** The next page: what was readable long enough goes. */
  turn(): void {
    this.all = this.all.filter((notice) => Date.now() - notice.at < shortest);
  }

  clear(): void {
    this.all = [];
  }
}

export const notices = new Notices();
