// Going to the unlock screen of an existing vault, or of a version of it that was set aside.
import { vault } from "../../generated/api";
import { attempt } from "../../lib/attempt";
import { errorView, host } from "../../lib/host";
import { session } from "../../lib/session.svelte";
import { refusalText } from "../../lib/t";

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
    return refusalText(errorView(cause));
  }
}

/**
 * Goes to a version that was set aside, by its place in the list of them, or with `null` back to the vault. Locks what is
 * open. During work that must not be interrupted it does nothing.
 */
export async function goToVersion(place: string | null): Promise<void> {
  if (session.blocked) return;
  const go = () => vault.chooseVersion({ place });
  if (session.vault?.phase === "open") await attempt(() => session.lock(go));
  else if (await attempt(go)) await session.load();
}
