// A form: what was typed, what the core said about it, and a guard so that nothing typed is lost by accident.
import type { Value } from "../generated/messages";
import type { ErrorView, FieldView } from "../generated/types";
import { inSentence, time } from "./format";
import { errorView } from "./host";
import { Kept, watchTyped, type Keepable } from "./kept.svelte";
import { router } from "./router.svelte";
import { errorText, t } from "./t";

/** One line of the summary: the name of the control and what is wrong. */
export interface Fault {
  name: string;
  text: string;
}

/** What a part of a form needs of the whole: its own controls. */
export interface Fields<Draft> {
  draft: Draft;
  error(name: string): string;
}

interface Options<Draft, Answer> {
  initial: Draft;
  /** The words beside each control, for the sentences. */
  labels?: () => Partial<Record<string, string>>;
  /** Faults that the page knows itself; most are left to the core. */
  check?: (draft: Draft) => Fault[];
  submit: (draft: Draft) => Promise<Answer>;
  done?: (answer: Answer) => void;
  refused?: (refusal: ErrorView) => void;
  /** The controls that a refusal as a whole is about, where it is about some: each is marked, and the summary leads there. */
  about?: (refusal: ErrorView) => Fault[] | undefined;
  /** What is typed may be kept in the vault until it is saved. */
  keep?: Keepable;
  /** What of the draft somebody typed, where the page fills in some of it; all of it, if not said. */
  typed?: (draft: Draft) => unknown;
  /** No question when leaving with something typed: for a passphrase or a search. */
  unguarded?: boolean;
  /** The control with one's own passphrase, asked once more: a wrong one is told there and nowhere else. See AskAgain. */
  again?: keyof Draft & string;
  /** Is it asked at all, as things stand? It is, if not said. */
  asks?: (draft: Draft) => boolean;
}

/** What the core says of a passphrase that is asked once more. */
const aboutPassphrase: readonly string[] = ["vault.wrong_passphrase", "vault.wait"];

export class Form<Draft extends object, Answer = unknown> {
  draft: Draft = $state() as Draft;
  busy = $state(false);
  /** Is it asked whether to keep what was typed? */
  readonly guarded: boolean;
  /** Goes up with every failed save, so that the summary takes the focus again. */
  failures = $state(0);
  /** What was said of the passphrase that is asked once more. */
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

  /** When what stands ready from before was typed: '14:32'. */
  get offer(): string | null {
    return this.#kept?.offer && !this.changed ? time(this.#kept.offer.at) : null;
  }

  /** Takes back what stands ready. */
  take = (): void => {
    const content = this.#kept?.offer?.content;
    if (!content) return;
    const typed = JSON.parse(content) as Partial<Draft>;
    for (const name of Object.keys(this.draft) as (keyof Draft)[]) {
      const value = typed[name];
      if (value !== undefined) this.draft[name] = value;
    }
  };

  /** What was typed is not wanted, now or from before. */
  drop = (): void => {
    this.reset(this.#before);
    void this.#kept?.drop();
  };

  /** Was anything typed since the start or the last save? */
  get changed(): boolean {
    return this.#typed() !== this.#clean;
  }

  /** The sentence for a control; empty when it is right. */
  error(name: string): string {
    const fault = this.#refusal?.fields.find((field) => field.field === name);
    return fault ? this.#sentence(fault) : ([...this.#own, ...this.#about].find((one) => one.name === name)?.text ?? "");
  }

  /** Everything that is wrong, for the summary: the fields, else the refusal as a whole. */
  get faults(): Fault[] {
    const refusal = this.#refusal;
    if (!refusal) return this.#own;
    if (this.#about.length > 0) return this.#about;
    if (refusal.fields.length > 0) return refusal.fields.map((field) => ({ name: field.field, text: this.#sentence(field) }));
    const incident = refusal.incident ? ` ${t("err-incident", { incident: refusal.incident })}` : "";
    return [{ name: "", text: errorText(refusal.code, refusal.args) + incident }];
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

  /** Asks the core to save. */
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

  // Nothing was typed: that is no attempt.
  #unasked(): Fault[] {
    const name = this.#options.again;
    return name && this.draft[name] === "" && (this.#options.asks?.(this.draft) ?? true)
      ? [missing(name, this.#options.labels?.()[name] ?? t("again-own"))]
      : [];
  }

  // It has done its work; only what was refused stays, to be mended.
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

  /** Forgets what was wrong: for the next step of a wizard. */
  forgive(): void {
    this.#refusal = undefined;
    this.asked = undefined;
    this.#own = [];
  }
}

/** The fault of an empty control, as the core would say it. */
export function missing(name: string, label: string): Fault {
  return { name, text: errorText("field.required", { field: inSentence(label) }) };
}

/** Makes a form while a component is made. */
export function form<Draft extends object, Answer>(options: Options<Draft, Answer>): Form<Draft, Answer> {
  return new Form(options);
}
