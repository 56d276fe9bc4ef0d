// When a screen shows something else, the focus goes to its heading, so that it is announced, and
// messages that were shown long enough go, as on a new screen.
import { tick, untrack } from "svelte";
import { notices } from "./notices.svelte";

/** Focuses the heading of what is shown now. */
export async function arrive(): Promise<void> {
  // Called from effects, which must not run again for each message.
  untrack(() => notices.turn());
  await tick();
  document.querySelector<HTMLElement>("main h1")?.focus();
}
