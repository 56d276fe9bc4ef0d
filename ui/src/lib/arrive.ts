// When a screen shows something else, the focus goes to its heading, so that it is announced.
import { tick } from "svelte";

/** Focuses the heading of what is shown now. */
export async function arrive(): Promise<void> {
  await tick();
  document.querySelector<HTMLElement>("main h1")?.focus();
}
