// The keys that go back from a form or an explanation, as its button does.
import { layers } from "./layers.svelte";
import { session } from "./session.svelte";

/**
 * Is this Escape, or Alt with the left arrow, and meant for the page itself? A list or a dialog that is open has the
 * first right to Escape. That the arrow was prevented says nothing: the browser's own history is never wanted.
 */
export function meansBack(event: KeyboardEvent): boolean {
  if (session.blocked || layers.top !== undefined) return false;
  return event.key === "Escape" ? !event.defaultPrevented : event.altKey && event.key === "ArrowLeft";
}
