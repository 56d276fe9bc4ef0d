// Something that is done at the press of a button, outside a form: a refusal becomes a message.
import { errorView } from "./host";
import { notices } from "./notices.svelte";
import { errorText, t } from "./t";

/** Does it; false, and a message, when it is refused. */
export async function attempt(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (cause) {
    const error = errorView(cause);
    const incident = error.incident ? ` ${t("err-incident", { incident: error.incident })}` : "";
    notices.add(errorText(error.code, error.args) + incident, "danger");
    return false;
  }
}
