// Going to the unlock screen of an existing vault.
import { vault } from "../../generated/api";
import { errorView, host } from "../../lib/host";
import { session } from "../../lib/session.svelte";
import { errorText } from "../../lib/t";

/** Lets the user choose a vault, or takes `place`. Resolves with what is wrong with it, or with an empty string. */
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
