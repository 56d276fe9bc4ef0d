// An action outside a form, such as a button press: a refusal becomes a message.
import { notices } from "./notices.svelte";

/** Runs the action. When it is refused, shows a message and returns false. */
export async function attempt(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (cause) {
    notices.refuse(cause);
    return false;
  }
}
