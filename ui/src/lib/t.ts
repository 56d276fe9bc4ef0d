// Texts: the Fluent files in assets/locales, which the core prints from too. A missing text is visible and fails tests.
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { MessageId, Messages, Value } from "../generated/messages";
import type { ErrorView, Language } from "../generated/types";
import { language, languages } from "./language.svelte";

const sources = import.meta.glob<string>("../../../assets/locales/*/*.ftl", { query: "?raw", import: "default", eager: true });

const bundles = Object.fromEntries(languages.map((name) => [name, bundle(name)])) as Record<Language, FluentBundle>;

function bundle(name: Language): FluentBundle {
  const made = new FluentBundle(name === "nl" ? "nl-NL" : "en-GB", { useIsolating: false });
  for (const [path, source] of Object.entries(sources)) {
    if (path.includes(`/locales/${name}/`)) made.addResource(new FluentResource(source));
  }
  return made;
}

/** The id of a text without arguments. */
export type PlainId = { [Id in MessageId]: Messages[Id] extends null ? Id : never }[MessageId];

type Args<Id extends MessageId> = Messages[Id] extends null ? [] : [args: Messages[Id]];

/** A text in the language of the page. */
export function t<Id extends MessageId>(id: Id, ...args: Args<Id>): string {
  return say(id, args[0] ?? undefined);
}

/** Like `t`, for an id that is built from a code: `error-field-email`, `op-person-create`. */
export function say(id: string, args?: Record<string, Value> | null): string {
  const bundle = bundles[language.now];
  const pattern = bundle.getMessage(id)?.value;
  if (!pattern) return fault(id);
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, args ?? null, errors);
  return errors.length > 0 ? fault(`${id}: ${errors[0]?.message}`) : text;
}

/** Is there a text with this id? */
export function has(id: string): boolean {
  return bundles[language.now].hasMessage(id);
}

function fault(what: string): string {
  if (import.meta.env.MODE === "test") throw new Error(`text ${what}`);
  if (import.meta.env.DEV) console.error(`text ${what}`);
  return `[${what}]`;
}

/** The sentence for an error code, such as `field.email`. */
export function errorText(code: string, args?: Record<string, Value>): string {
  const id = `error-${code.replaceAll(/[._]/g, "-")}`;
  return has(id) ? say(id, args) : t("error-internal");
}

/** The sentence for a refusal, with the code for whoever helps where there is one. */
export function refusalText({ code, args, incident }: ErrorView): string {
  return errorText(code, args) + (incident ? ` ${t("err-incident", { incident })}` : "");
}

/** The name of an operation: 'Persoon toegevoegd' for `person.create`. */
export function opName(op: string): string {
  const id = `op-${op.replaceAll(/[._]/g, "-")}`;
  return has(id) ? say(id) : op;
}
