// Something that is done at the press of a button, outside a form: a refusal becomes a message.
import { notices } from "./notices.svelte";

/** Does it; false, and a message, when it is refused. */
export async function attempt(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (cause) {
    notices.refuse(cause);
    return false;
  }
}
