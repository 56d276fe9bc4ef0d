// An invented association to look around in: a vault of its own, marked as an example.
import { demo, vault } from "../../generated/api";
import { isErrorView } from "../../lib/host";
import { language } from "../../lib/language.svelte";
import { session } from "../../lib/session.svelte";
import { t } from "../../lib/t";

const people = 250;
/** How many examples may exist side by side. */
const most = 20;

/** Creates and opens it. Resolves with its generated passphrase. */
export async function makeDemo(): Promise<string> {
  const { words } = await vault.words({ language: language.now });
  const passphrase = words.join(" ");
  session.atDoor = "wizard";
  try {
    await create(passphrase);
    await demo.fill({ people, seed: 1 });
  } catch (cause) {
    session.atDoor = null;
    throw cause;
  } finally {
    await session.load();
  }
  return passphrase;
}

// Invented people need no key derivation that takes a second.
async function create(passphrase: string): Promise<void> {
  const about = {
    place: null,
    kind: "association" as const,
    privacy_email: "",
    country: "NL",
    language: language.now,
    roles: ["secretary" as const],
    passphrase,
    kdf: { memory_mib: 64, passes: 3 },
  };
  for (let n = 1; ; n += 1) {
    const association = n === 1 ? t("start-demo-association") : `${t("start-demo-association")} ${n}`;
    try {
      await vault.create({ ...about, association, user_name: t("start-demo-user") });
      return;
    } catch (cause) {
      if (!isErrorView(cause) || cause.code !== "vault.exists" || n === most) throw cause;
    }
  }
}
