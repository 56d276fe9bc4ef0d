// Where the focus goes when the same screen shows something else: to its heading, so that it is read out.
import { tick } from "svelte";

/** Focuses the heading of what is shown now. */
export async function arrive(): Promise<void> {
  await tick();
  document.querySelector<HTMLElement>("main h1")?.focus();
}
