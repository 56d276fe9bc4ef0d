// What is typed and not saved yet: kept in the vault now and then, when nobody is there any more and when it locks, and offered
// back where it was typed. Never what is secret: a form says itself that it may be kept.
import { drafts } from "../generated/api";
import type { Compartment, Draft } from "../generated/types";
import { router } from "./router.svelte";

/** That a form may be kept, and what it is about. */
export interface Keepable {
  /** Which form of the screen: 'person'. */
  name: string;
  /** Whom it is about, where that is known: it goes when that person is erased. */
  person?: string;
  /** Where the form writes to; the draft lies under the same key. */
  compartment?: Compartment;
}

/** Not at every key: each time is a line in the trail. */
const often = 30_000;

let open: readonly Kept[] = [];
/** The forms that keep nothing: does each hold something typed? */
let unkept: readonly (() => boolean)[] = [];

/** A form that keeps nothing says whether it holds something typed. The answer takes it away. */
export function watchTyped(held: () => boolean): () => void {
  unkept = [...unkept, held];
  return () => void (unkept = unkept.filter((one) => one !== held));
}

/** Is something typed that is not in the vault? */
export function anyTyped(): boolean {
  return unkept.some((held) => held()) || open.some((one) => one.held);
}

/** Is something typed in a form that keeps nothing? */
export function anyUnkept(): boolean {
  return unkept.some((held) => held());
}

/** Keeps everything that is typed now; true when all of it is safe. Never fails: who leaves is not stopped by it. */
export async function keepAll(): Promise<boolean> {
  const lost = anyUnkept();
  const kept = await Promise.all(open.map((one) => one.keep()));
  return !lost && kept.every(Boolean);
}

/** The newest draft, for who comes back; the place it was typed. */
export async function newest(): Promise<{ at: number; href: string } | null> {
  const found = await drafts.list().catch(() => [] as Draft[]);
  return found[0] ? { at: found[0].at, href: `#${found[0].place.split(" ")[0] ?? "/"}` } : null;
}

/** The keeping of one form. */
export class Kept {
  /** What was kept before. */
  offer = $state.raw<Draft | null>(null);
  readonly #place: string;
  readonly #about: Keepable;
  readonly #typed: () => string | null;
  #last = "";
  #there = false;
  #busy: Promise<void> = Promise.resolve();

  /** `typed` answers what is typed now; null when nothing would be lost. */
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

  /** Is something typed that is not kept yet? */
  get held(): boolean {
    const content = this.#typed();
    return content !== null && content !== this.#last;
  }

  /** Keeps what is typed, if it is not kept yet. Answers whether it is in the vault. */
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
      // Locked meanwhile, for looking only, a full disk: the form itself will say so when it is saved.
      this.#last = before;
    }
  }

  /** It was saved, or it is not wanted. When this is done it is gone: nobody is offered again what he saved. */
  async drop(): Promise<void> {
    this.#last = "";
    this.offer = null;
    await this.#busy;
    this.offer = null; // The look at the start may just have found it.
    if (!this.#there) return;
    this.#there = false;
    await drafts.drop({ place: this.#place }).catch(() => {});
  }
}
