// Where we are. The place is in the fragment of the address, so that a link is an ordinary link and back is the browser's own.
// What a screen keeps for coming back (scroll, filter) lies in memory and is wiped on lock; nothing that names a person is ever
// put into the address. Behind the lock there is a floor: nobody goes back to what somebody else had open.

/** Something typed that would be lost by leaving. */
export interface Guard {
  held: () => boolean;
  /** Saves it, where it can be saved from here; false when it was refused and the person must look. */
  save?: () => Promise<boolean>;
  /** What was typed is not wanted. */
  drop?: () => void;
}

/** A place somebody wants to go to while something typed would be lost. */
export interface Leaving {
  go: () => void;
  guards: readonly Guard[];
}

interface Entry {
  entry: number;
}

class Router {
  /** Such as '/personen/0192…/overzicht'. */
  path = $state("/");
  search = $state.raw(new URLSearchParams());
  leaving = $state.raw<Leaving | null>(null);
  /** The number of this entry in the history. */
  #entry = $state(0);
  /** The first entry since the vault was opened. */
  #floor = $state(0);
  /** The next move was answered already. */
  #allowed = false;
  /** A move is being taken back. */
  #returning = false;
  /** Where somebody wants to go meanwhile. */
  #afterwards: string | null = null;
  /** Nobody goes anywhere while something runs that must not be left. */
  #closed = 0;
  /** While a form is saved for the sake of leaving, where it leads itself does not count. */
  #elsewhere = false;
  #listening = false;
  readonly #kept = new Map<string, unknown>();
  readonly #guards = new Set<Guard>();

  /** Begins to listen; once. */
  start(): void {
    const before = (history.state as Entry | null)?.entry;
    // A page that is loaded anew begins a stretch of its own.
    if (typeof before === "number") this.#push(before + 1, location.hash || "#/");
    else history.replaceState({ entry: 0 }, "");
    if (!this.#listening) addEventListener("popstate", (event) => this.#moved(event.state as Entry | null));
    this.#listening = true;
    this.#read();
  }

  #moved(state: Entry | null): void {
    // A new place takes the place of whatever lay ahead.
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

  // Back to where the form is; the answer decides whether the move is made after all.
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
    // A history that does not move says nothing.
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

  /** Goes to a place: '#/personen'. */
  go(href: string): void {
    if (this.#elsewhere || this.#closed > 0) return;
    if (this.#returning) this.#afterwards = href;
    else if (location.hash !== href) location.hash = href;
  }

  /** The same entry of the history, another place: for filters and steps. */
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

  /** Goes on although something typed is lost. */
  leave(): void {
    for (const guard of this.leaving?.guards ?? []) guard.drop?.();
    this.#goOn();
  }

  /** Saves what was typed and goes on; stays where it was refused. */
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

  /** Stays here, whatever is pressed, until the answer is called. */
  close(): () => void {
    let mine = 1;
    this.#closed += 1;
    return () => {
      this.#closed -= mine;
      mine = 0;
    };
  }

  /** Asks before leaving while it is held. The answer stops it. */
  guard(guard: Guard): () => void {
    this.#guards.add(guard);
    return () => void this.#guards.delete(guard);
  }

  /** Keeps something for when the person comes back to this entry. */
  keep(name: string, value: unknown): void {
    this.#kept.set(`${this.#entry} ${name}`, value);
  }

  kept<T>(name: string): T | undefined {
    return this.#kept.get(`${this.#entry} ${name}`) as T | undefined;
  }

  /** On lock: no place, nothing kept, and no way back to before. */
  forget(): void {
    this.#kept.clear();
    this.#guards.clear();
    this.leaving = null;
    this.#allowed = this.#returning = false;
    this.#afterwards = null;
    const untouched = this.#entry === this.#floor && this.path === "/" && location.hash.length <= 2;
    if (untouched) return;
    // A new entry also takes away whatever lay ahead.
    this.#push(this.#entry + 1, "#/");
    this.#read();
  }
}

export const router = new Router();
