// During work that must not be interrupted nothing above the screen leads away, also not in a version that was set aside.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test } from "vitest";
import { listeningHost } from "../../test/fake";
import { me, state } from "../../test/fake/vault";
import { goToVersion } from "../features/vault/choose";
import { setHost } from "../lib/host";
import { language } from "../lib/language.svelte";
import { router } from "../lib/router.svelte";
import { session } from "../lib/session.svelte";
import { t } from "../lib/t";
import Shell from "./Shell.svelte";

const place = "/home/ria/Ledenkluis/veldrade.kluis";

let shown: Record<string, unknown> | undefined;
let finish = () => {};
afterEach(async () => {
  finish();
  if (shown) await unmount(shown as never);
  shown = session.vault = undefined;
});

test("the way back to the vault waits until the work is done", async () => {
  language.set("nl");
  const { host, said } = listeningHost();
  setHost(host);
  session.vault = { ...state, phase: "open", me, version_of: place };
  router.replace("#/er-is-niets");
  shown = mount(Shell as never, { target: document.body });
  const done = session.unbroken(() => new Promise<void>((resolve) => (finish = resolve)));
  flushSync();
  const back = [...document.querySelectorAll("button")].find((one) => one.textContent?.trim() === t("aside-back"))!;
  expect(back.closest("[inert]")).not.toBeNull();
  await goToVersion(null);
  await session.lock();
  expect(said).not.toContain("vault_choose_version");
  expect(said).not.toContain("vault_lock");
  finish();
  await done;
  flushSync();
  expect(back.closest("[inert]")).toBeNull();
  Object.assign(state, { version_of: place });
  await goToVersion(null);
  expect(said).toContain("vault_choose_version");
});
