// Where we are. The place is in the fragment of the address, so that a link is an ordinary link and back is the browser's own.
// What a screen keeps for coming back (scroll, filter) lies in memory and is wiped on lock.
type Guard = () => boolean;

class Router {
  /** Such as '/personen/0192…/overzicht'. */
  path = $state("/");
  search = $state.raw(new URLSearchParams());
  /** A place somebody wants to go to while something typed would be lost. */
  leaving = $state<(() => void) | null>(null);
  /** The number of this entry in the history. */
  #entry = 0;
  #last = 0;
  #allowed = false;
  readonly #kept = new Map<string, unknown>();
  readonly #guards = new Set<Guard>();

  /** Begins to listen; once. */
  start(): void {
    history.replaceState({ entry: 0 }, "");
    addEventListener("popstate", (event) => this.#moved(event.state as { entry: number } | null));
    this.#read();
  }

  #moved(state: { entry: number } | null): void {
    const target = state?.entry ?? this.#last + 1;
    if (target === this.#entry && state) return;
    if (!this.#allowed && this.#held()) {
      const step = target - this.#entry;
      const place = location.hash;
      if (!state) history.replaceState({ entry: target }, "");
      this.#allowed = true;
      history.go(state ? -step : -1);
      this.leaving = () => (state ? history.go(step) : this.go(place));
      return;
    }
    this.#allowed = false;
    if (!state) {
      history.replaceState({ entry: target }, "");
      this.#forgetFrom(target);
    }
    this.#entry = target;
    this.#last = Math.max(target, state ? this.#last : target);
    this.#read();
  }

  #held(): boolean {
    return [...this.#guards].some((guard) => guard());
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
    if (location.hash === href) return;
    location.hash = href;
  }

  /** The same entry of the history, another place: for filters and steps. */
  replace(href: string): void {
    history.replaceState({ entry: this.#entry }, "", href);
    this.#read();
  }

  get canGoBack(): boolean {
    return this.path !== "/" && this.#entry > 0;
  }

  back(): void {
    history.back();
  }

  forward(): void {
    history.forward();
  }

  /** Goes on although something typed is lost. */
  leave(): void {
    const on = this.leaving;
    this.leaving = null;
    this.#guards.clear();
    on?.();
  }

  /** Asks before leaving while the answer is yes. The answer stops it. */
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

  /** On lock: no place, nothing kept. */
  forget(): void {
    this.#kept.clear();
    this.#guards.clear();
    this.leaving = null;
    this.replace("#/");
  }
}

export const router = new Router();
