// A form: its input, the core's answer to it, and a guard so that no input is lost by accident.
import type { Value } from "../generated/messages";
import type { ErrorView, FieldView } from "../generated/types";
import { inSentence, time } from "./format";
import { errorView } from "./host";
import { Kept, watchTyped, type Keepable } from "./kept.svelte";
import { router } from "./router.svelte";
import { errorText, refusalText, t } from "./t";

/** One line of the error summary: the name of the field and what is wrong. */
export interface Fault {
  name: string;
  text: string;
}

/** What a part of a form needs of the whole: its own fields. */
export interface Fields<Draft> {
  draft: Draft;
  error(name: string): string;
}

interface Options<Draft, Answer> {
  initial: Draft;
  /** The labels of the fields, for error messages. */
  labels?: () => Partial<Record<string, string>>;
  /** Errors that the page sees itself; most are left to the core. */
  check?: (draft: Draft) => Fault[];
  submit: (draft: Draft) => Promise<Answer>;
  done?: (answer: Answer) => void;
  refused?: (refusal: ErrorView) => void;
  /** The fields that a refusal as a whole is about, if any: each is marked, and the summary leads there. */
  about?: (refusal: ErrorView) => Fault[] | undefined;
  /** The input may be kept in the vault until it is saved. */
  keep?: Keepable;
  /** The part of the draft that the user typed, where the page fills in the rest; the whole draft by default. */
  typed?: (draft: Draft) => unknown;
  /** Do not ask before leaving with input: for a passphrase or a search. */
  unguarded?: boolean;
  /** The field with the user's own passphrase, asked again: a wrong one is reported only there. See AskAgain. */
  again?: keyof Draft & string;
  /** Is the passphrase needed as things are? Yes by default. */
  asks?: (draft: Draft) => boolean;
}

/** The refusals that concern the passphrase asked again. */
const aboutPassphrase: readonly string[] = ["vault.wrong_passphrase", "vault.wait"];

export class Form<Draft extends object, Answer = unknown> {
  draft: Draft = $state() as Draft;
  busy = $state(false);
  /** Does leaving ask whether to keep the input? */
  readonly guarded: boolean;
  /** Increases with every failed save, so that the summary takes the focus again. */
  failures = $state(0);
  /** The refusal of the passphrase asked again. */
  asked = $state.raw<ErrorView>();
  #refusal = $state.raw<ErrorView>();
  #own = $state.raw<Fault[]>([]);
  #clean = "";
  #before: Draft;
  readonly #kept: Kept | undefined;
  readonly #options: Options<Draft, Answer>;

  constructor(options: Options<Draft, Answer>) {
    this.#options = options;
    this.draft = structuredClone(options.initial);
    this.#before = structuredClone(options.initial);
    this.#clean = this.#typed();
    this.guarded = !options.unguarded;
    if (this.guarded) $effect(() => router.guard({ held: () => this.changed && !this.busy, save: this.submit, drop: this.drop }));
    if (options.keep) this.#kept = new Kept(options.keep, () => (this.changed ? JSON.stringify(this.draft) : null));
    else if (this.guarded) $effect(() => watchTyped(() => this.changed));
  }

  /** When the draft on offer was typed: '14:32'. */
  get offer(): string | null {
    return this.#kept?.offer && !this.changed ? time(this.#kept.offer.at) : null;
  }

  /** Restores the draft on offer. */
  take = (): void => {
    const content = this.#kept?.offer?.content;
    if (!content) return;
    const typed = JSON.parse(content) as Partial<Draft>;
    for (const name of Object.keys(this.draft) as (keyof Draft)[]) {
      const value = typed[name];
      if (value !== undefined) this.draft[name] = value;
    }
  };

  /** Discards the input and any kept draft. */
  drop = (): void => {
    this.reset(this.#before);
    void this.#kept?.drop();
  };

  /** Has anything been typed since the start or the last save? */
  get changed(): boolean {
    return this.#typed() !== this.#clean;
  }

  /** The error of a field; empty when it is right. */
  error(name: string): string {
    const fault = this.#refusal?.fields.find((field) => field.field === name);
    return fault ? this.#sentence(fault) : ([...this.#own, ...this.#about].find((one) => one.name === name)?.text ?? "");
  }

  /** All errors, for the summary: those of fields, else the refusal as a whole. */
  get faults(): Fault[] {
    const refusal = this.#refusal;
    if (!refusal) return this.#own;
    if (this.#about.length > 0) return this.#about;
    if (refusal.fields.length > 0) return refusal.fields.map((field) => ({ name: field.field, text: this.#sentence(field) }));
    return [{ name: "", text: refusalText(refusal) }];
  }

  get #about(): Fault[] {
    return (this.#refusal && this.#options.about?.(this.#refusal)) ?? [];
  }

  #typed(): string {
    return JSON.stringify(this.#options.typed ? this.#options.typed(this.draft) : this.draft);
  }

  /** The code of the last refusal. */
  get refused(): string | undefined {
    return this.#refusal?.code;
  }

  #sentence(fault: FieldView): string {
    const label = this.#options.labels?.()[fault.field] ?? fault.field;
    const args: Record<string, Value> = { ...this.#refusal?.args, field: inSentence(label) };
    return errorText(fault.code, args);
  }

  /** Asks the core to save; false when that fails. */
  submit = async (): Promise<boolean> => {
    if (this.busy) return false;
    this.asked = undefined;
    this.#own = [...(this.#options.check?.(this.draft) ?? []), ...this.#unasked()];
    if (this.#own.length > 0) return this.#fail(undefined);
    this.busy = true;
    try {
      const answer = await this.#options.submit($state.snapshot(this.draft) as Draft);
      this.#refusal = undefined;
      this.#forgetPassphrase();
      this.#before = $state.snapshot(this.draft) as Draft;
      this.#clean = this.#typed();
      await this.#kept?.drop();
      this.busy = false;
      this.#options.done?.(answer);
      return true;
    } catch (cause) {
      return this.#fail(errorView(cause));
    } finally {
      this.busy = false;
    }
  };

  // An empty passphrase is not an attempt.
  #unasked(): Fault[] {
    const name = this.#options.again;
    return name && this.draft[name] === "" && (this.#options.asks?.(this.draft) ?? true)
      ? [missing(name, this.#options.labels?.()[name] ?? t("again-own"))]
      : [];
  }

  // An accepted passphrase is cleared; a refused one stays, to be corrected.
  #forgetPassphrase(): void {
    const name = this.#options.again;
    if (name) Object.assign(this.draft, { [name]: "" });
  }

  #fail(refusal: ErrorView | undefined): false {
    if (refusal && this.#options.again && aboutPassphrase.includes(refusal.code)) {
      this.#refusal = undefined;
      this.asked = refusal;
      return false;
    }
    this.#refusal = refusal;
    if (refusal) this.#options.refused?.(refusal);
    this.failures += 1;
    return false;
  }

  /** Starts over with other values. */
  reset(initial: Draft): void {
    this.draft = structuredClone(initial);
    this.#before = structuredClone(initial);
    this.#clean = this.#typed();
    this.forgive();
  }

  /** Clears the errors, for the next step of a wizard. */
  forgive(): void {
    this.#refusal = undefined;
    this.asked = undefined;
    this.#own = [];
  }
}

/** The error of an empty field, in the words of the core. */
export function missing(name: string, label: string): Fault {
  return { name, text: errorText("field.required", { field: inSentence(label) }) };
}

/** Creates a form. Call it while a component initialises. */
export function form<Draft extends object, Answer>(options: Options<Draft, Answer>): Form<Draft, Answer> {
  return new Form(options);
}
