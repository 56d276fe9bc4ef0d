// Something that is done at the press of a button, outside a form: a refusal becomes a message.
import { errorView } from "./host";
import { notices } from "./notices.svelte";
import { errorText, t } from "./t";
import { copyTechnical } from "./technical";

/** Does it; false, and a message, when it is refused. */
export async function attempt(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (cause) {
    const error = errorView(cause);
    const incident = error.incident ? ` ${t("err-incident", { incident: error.incident })}` : "";
    const copy = error.kind === "broken" ? { text: t("err-copy"), run: () => void copyTechnical(error) } : undefined;
    notices.add(errorText(error.code, error.args) + incident, { kind: "danger", action: copy });
    return false;
  }
}
