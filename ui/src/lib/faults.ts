// Form errors that the page can see itself, in the words of the core.
import type { Fault } from "./form.svelte";
import { inSentence } from "./format";
import { errorText } from "./t";

/** The error of one field: its name, the error code, its label. */
export function fault(name: string, code: string, label: string): Fault {
  return { name, text: errorText(code, { field: inSentence(label) }) };
}

/** Text that is not a date: the core could not even parse it. An empty date is an error only where one is needed. */
export function dateFaults(name: string, value: string, label: string, needed = false): Fault[] {
  if (value === "") return needed ? [fault(name, "field.required", label)] : [];
  return /^\d{4}-\d\d-\d\d$/.test(value) ? [] : [fault(name, "field.date", label)];
}
