// Unsaved input is kept in the vault now and then, when the user is idle and at the lock, and offered again where it
// was typed. Never secrets: a form is kept only if it says so itself.
import { drafts } from "../generated/api";
import type { Compartment, Draft } from "../generated/types";
import { router } from "./router.svelte";

/** How a form is kept, and what it is about. */
export interface Keepable {
  /** Which form of the screen, such as 'person'. */
  name: string;
  /** Whom it is about, if known: the draft goes when that person is erased. */
  person?: string;
  /** Where the form writes to; the draft is encrypted with the same key. */
  compartment?: Compartment;
}

/** Milliseconds between two saves. Not at every keystroke, because each save adds a line to the trail. */
const often = 30_000;

let open: readonly Kept[] = [];
/** The forms that are not kept: does each have input? */
let unkept: readonly (() => boolean)[] = [];

/** Registers a form that is not kept; `held` says whether it has input. The returned function removes it. */
export function watchTyped(held: () => boolean): () => void {
  unkept = [...unkept, held];
  return () => void (unkept = unkept.filter((one) => one !== held));
}

/** Is there input that is not in the vault? */
export function anyTyped(): boolean {
  return unkept.some((held) => held()) || open.some((one) => one.held);
}

/** Is there input in a form that is not kept? */
export function anyUnkept(): boolean {
  return unkept.some((held) => held());
}

/** Keeps all input; true when all of it is safe. Never fails, so that it cannot stop a lock. */
export async function keepAll(): Promise<boolean> {
  const lost = anyUnkept();
  const kept = await Promise.all(open.map((one) => one.keep()));
  return !lost && kept.every(Boolean);
}

/** The newest draft, and the place where it was typed. */
export async function newest(): Promise<{ at: number; href: string } | null> {
  const found = await drafts.list().catch(() => [] as Draft[]);
  return found[0] ? { at: found[0].at, href: `#${found[0].place.split(" ")[0] ?? "/"}` } : null;
}

/** Keeps the input of one form. */
export class Kept {
  /** The draft that was kept before, if any. */
  offer = $state.raw<Draft | null>(null);
  readonly #place: string;
  readonly #about: Keepable;
  readonly #typed: () => string | null;
  #last = "";
  #there = false;
  #busy: Promise<void> = Promise.resolve();

  /** `typed` returns the current input; null when nothing would be lost. */
  constructor(about: Keepable, typed: () => string | null) {
    this.#about = about;
    this.#typed = typed;
    this.#place = `${router.path} ${about.name}`;
    $effect(() => {
      this.#busy = this.#look();
      open = [...open, this];
      const timer = setInterval(() => void this.keep(), often);
      return () => {
        clearInterval(timer);
        open = open.filter((one) => one !== this);
      };
    });
  }

  async #look(): Promise<void> {
    const found = await drafts.list().catch(() => [] as Draft[]);
    this.offer = found.find((draft) => draft.place === this.#place) ?? null;
    this.#there ||= this.offer !== null;
  }

  /** Is there input that is not kept yet? */
  get held(): boolean {
    const content = this.#typed();
    return content !== null && content !== this.#last;
  }

  /** Keeps the input, if it is not kept yet. Returns whether it is in the vault. */
  async keep(): Promise<boolean> {
    const content = this.#typed();
    if (content === null) return true;
    if (content !== this.#last) {
      const before = this.#last;
      this.#last = content;
      this.#busy = this.#busy.then(() => this.#send(content, before));
    }
    await this.#busy;
    return this.#last === content;
  }

  async #send(content: string, before: string): Promise<void> {
    try {
      const { person = null, compartment = "main" } = this.#about;
      await drafts.keep({ place: this.#place, person, compartment, content });
      this.#there = true;
    } catch {
      // Locked in the meantime, read-only, or a full disk: the form itself reports that when it is saved.
      this.#last = before;
    }
  }

  /** Removes the draft: it was saved or discarded. After this, nobody is offered input that they have saved. */
  async drop(): Promise<void> {
    this.#last = "";
    this.offer = null;
    await this.#busy;
    this.offer = null; // The lookup at the start may just have found it.
    if (!this.#there) return;
    this.#there = false;
    await drafts.drop({ place: this.#place }).catch(() => {});
  }
}
