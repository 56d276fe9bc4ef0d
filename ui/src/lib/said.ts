// A sentence that the core sends as an id with arguments. Dates and numbers are formatted here, in the page's language.
import type { Value } from "../generated/messages";
import type { Said } from "../generated/types";
import { longDate } from "./format";
import { say } from "./t";

/** The sentence in words. */
export function said(sentence: Said): string {
  const args: Record<string, Value> = {};
  for (const [name, arg] of Object.entries(sentence.args)) {
    if (!arg) continue;
    args[name] = arg.type === "date" ? longDate(arg.value) : arg.type === "word" ? say(arg.value) : arg.value;
  }
  return say(sentence.text_id, args);
}
