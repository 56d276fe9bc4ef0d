// Going to the door of a vault that is there already.
import { vault } from "../../generated/api";
import { errorView, host } from "../../lib/host";
import { session } from "../../lib/session.svelte";
import { errorText } from "../../lib/t";

/** Has a vault chosen, or takes the place that was chosen before. Answers what is wrong with it, if something is. */
export async function chooseVault(title: string, place?: string | null): Promise<string> {
  const file = place ?? (await host().pickFile({ kind: "vault", title }))?.file;
  if (!file) return "";
  try {
    await vault.choose({ place: file });
    session.atDoor = null;
    await session.load();
    return "";
  } catch (cause) {
    const refusal = errorView(cause);
    return errorText(refusal.code, refusal.args);
  }
}
