// What the page itself can see to be wrong in a form, in the words that the core would use.
import type { Fault } from "./form.svelte";
import { inSentence } from "./format";
import { errorText } from "./t";

/** A fault of one control: its name, the code, the words beside it. */
export function fault(name: string, code: string, label: string): Fault {
  return { name, text: errorText(code, { field: inSentence(label) }) };
}

/** A date that is none; the core could not even read it. An empty one is wrong only where it is needed. */
export function dateFaults(name: string, value: string, label: string, needed = false): Fault[] {
  if (value === "") return needed ? [fault(name, "field.required", label)] : [];
  return /^\d{4}-\d\d-\d\d$/.test(value) ? [] : [fault(name, "field.date", label)];
}
