// Where the user is. The place is in the fragment of the address, so that a link is an ordinary link and back is the
// browser's own. What a screen keeps for coming back (scroll, filter) is in memory and wiped on lock; nothing that
// names a person ever goes into the address. After a lock nobody can go back to what somebody else had open.

/** Input that leaving would lose. */
export interface Guard {
  held: () => boolean;
  /** Saves it, where that is possible from here; false when it was refused and the user must look at it. */
  save?: () => Promise<boolean>;
  /** Discards the input. */
  drop?: () => void;
}

/** A move that waits for the user's answer, because it would lose input. */
export interface Leaving {
  go: () => void;
  guards: readonly Guard[];
}

interface Entry {
  entry: number;
}

class Router {
  /** Such as '/personen/0192…/geschiedenis'. */
  path = $state("/");
  search = $state.raw(new URLSearchParams());
  leaving = $state.raw<Leaving | null>(null);
  /** The number of the current entry in the history. */
  #entry = $state(0);
  /** The first entry since the vault was opened; nobody goes back beyond it. */
  #floor = $state(0);
  /** The next move is confirmed already. */
  #allowed = false;
  /** A move is being reverted. */
  #returning = false;
  /** Where the user wants to go once that is done. */
  #afterwards: string | null = null;
  /** Above 0 while something runs that must not be left. */
  #closed = 0;
  /** While a form is saved in order to leave, its own navigation is ignored. */
  #elsewhere = false;
  #listening = false;
  readonly #kept = new Map<string, unknown>();
  readonly #guards = new Set<Guard>();

  /** Starts listening. */
  start(): void {
    const before = (history.state as Entry | null)?.entry;
    // A page that is reloaded starts a new stretch of the history.
    if (typeof before === "number") this.#push(before + 1, location.hash || "#/");
    else history.replaceState({ entry: 0 }, "");
    if (!this.#listening) addEventListener("popstate", (event) => this.#moved(event.state as Entry | null));
    this.#listening = true;
    this.#read();
  }

  #moved(state: Entry | null): void {
    // A new entry replaces whatever was ahead.
    const target = state?.entry ?? this.#entry + 1;
    if (this.#returning || (target === this.#entry && state)) {
      this.#returned();
      return;
    }
    if (target < this.#floor) {
      this.#return(this.#entry - target);
      return;
    }
    const guards = this.#allowed ? [] : this.#held();
    this.#allowed = false;
    if (this.#closed > 0 || guards.length > 0) {
      this.#ask(target, state, guards);
      return;
    }
    if (!state) {
      history.replaceState({ entry: target }, "");
      this.#forgetFrom(target);
    }
    this.#entry = target;
    this.#read();
  }

  // Goes back to the form; the user's answer decides whether the move happens after all.
  #ask(target: number, state: Entry | null, guards: readonly Guard[]): void {
    const step = target - this.#entry;
    const place = location.hash;
    if (!state) history.replaceState({ entry: target }, "");
    this.#return(state ? -step : -1);
    if (this.#closed === 0) this.leaving = { guards, go: () => (state ? history.go(step) : this.go(place)) };
  }

  #return(step: number): void {
    this.#returning = true;
    history.go(step);
    // A history that does not move sends no event.
    setTimeout(() => this.#returned(), 300);
  }

  #returned(): void {
    const on = this.#afterwards;
    this.#returning = false;
    this.#afterwards = null;
    if (on !== null) this.go(on);
  }

  #push(entry: number, href: string): void {
    history.pushState({ entry }, "", href);
    this.#entry = this.#floor = entry;
  }

  #held(): Guard[] {
    return [...this.#guards].filter((guard) => guard.held());
  }

  #read(): void {
    const [path = "", search = ""] = location.hash.slice(1).split("?");
    this.path = path || "/";
    this.search = new URLSearchParams(search);
  }

  #forgetFrom(entry: number): void {
    for (const key of [...this.#kept.keys()]) {
      if (Number(key.split(" ")[0]) >= entry) this.#kept.delete(key);
    }
  }

  /** Goes to a place, such as '#/personen'. */
  go(href: string): void {
    if (this.#elsewhere || this.#closed > 0) return;
    if (this.#returning) this.#afterwards = href;
    else if (location.hash !== href) location.hash = href;
  }

  /** Changes the place within the same history entry: for filters and steps. */
  replace(href: string): void {
    if (this.#elsewhere) return;
    history.replaceState({ entry: this.#entry }, "", href);
    this.#read();
  }

  get canGoBack(): boolean {
    return this.#entry > this.#floor;
  }

  back(): void {
    if (this.canGoBack && this.#closed === 0) history.back();
  }

  forward(): void {
    history.forward();
  }

  /** Leaves although input is lost. */
  leave(): void {
    for (const guard of this.leaving?.guards ?? []) guard.drop?.();
    this.#goOn();
  }

  /** Saves the input and leaves; stays when it is refused. */
  async saveAndLeave(): Promise<void> {
    const guards = this.leaving?.guards ?? [];
    this.#elsewhere = true;
    try {
      for (const guard of guards) {
        if (await guard.save?.()) continue;
        this.leaving = null;
        return;
      }
    } finally {
      this.#elsewhere = false;
    }
    this.#goOn();
  }

  #goOn(): void {
    const on = this.leaving?.go;
    this.leaving = null;
    this.#allowed = on !== undefined;
    on?.();
  }

  /** Blocks all navigation until the returned function is called. */
  close(): () => void {
    let mine = 1;
    this.#closed += 1;
    return () => {
      this.#closed -= mine;
      mine = 0;
    };
  }

  /** Asks before leaving while `held` returns true. The returned function stops it. */
  guard(guard: Guard): () => void {
    this.#guards.add(guard);
    return () => void this.#guards.delete(guard);
  }

  /** Keeps something for when the user comes back to this entry. */
  keep(name: string, value: unknown): void {
    this.#kept.set(`${this.#entry} ${name}`, value);
  }

  kept<T>(name: string): T | undefined {
    return this.#kept.get(`${this.#entry} ${name}`) as T | undefined;
  }

  /** On lock: no place, nothing kept, and no way back. */
  forget(): void {
    this.#kept.clear();
    this.#guards.clear();
    this.leaving = null;
    this.#allowed = this.#returning = false;
    this.#afterwards = null;
    const untouched = this.#entry === this.#floor && this.path === "/" && location.hash.length <= 2;
    if (untouched) return;
    // A new entry also removes whatever was ahead.
    this.#push(this.#entry + 1, "#/");
    this.#read();
  }
}

export const router = new Router();
