// Shared by the unlock tests: a vault, changed answers of the core, and the groups of a recovery sheet.
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { open } from "./application.mjs";
import { createVault, newPerson, passphrase, reload } from "./vault.mjs";

export async function vaultFolder(app) {
  const vaults = join(await app.home(), "vaults");
  return join(vaults, readdirSync(vaults).find((name) => name.endsWith(".kluis")));
}

/** A locked vault with one person, and beside it a copy from before that person was added. */
export async function withCopy(app) {
  await createVault(app);
  await app.rpc("vault_lock");
  const folder = await vaultFolder(app);
  const copy = join(await app.home(), "copy");
  cpSync(folder, copy, { recursive: true });
  await app.rpc("vault_unlock", { user: null, name: null, passphrase });
  await newPerson(app, { given_name: "Anneke", surname: "Zuiderduin" });
  await app.rpc("vault_lock");
  return { folder, copy };
}

/** Types the passphrase on the unlock screen and presses Enter. */
export async function unlock(app) {
  await app.type("Wachtzin van Ria", passphrase);
  await app.keys("Enter");
}

export async function offered(app) {
  await app.page.locator("ol.words li").first().waitFor();
  return (await app.page.locator("ol.words li").allTextContents()).join(" ");
}

/** A locked vault, at the unlock screen. */
export async function atTheDoor(t, options) {
  const app = await open(t, options);
  await createVault(app);
  await app.rpc("vault_lock");
  await reload(app);
  return app;
}

/** The passphrase that Henk was given. */
export const given = "vijf vrolijke vinken vlogen voorbij";

/** Ria and Henk at the door. Returns the groups of the recovery sheet. */
export async function withTwo(app) {
  await createVault(app);
  await app.rpc("users_add", { name: "Henk Smit", roles: ["viewer"], admin: false, passphrase: given, own_passphrase: passphrase, kdf: { memory_mib: 64, passes: 3 } });
  const { groups } = await app.rpc("vault_recovery_text", { passphrase });
  await app.rpc("vault_lock");
  await reload(app);
  return groups;
}

/** Changes the answer of a command on its way to the page: for states that a test cannot produce. */
export async function instead(app, command, answer) {
  await app.page.route("**/rpc", async (route) => {
    if (route.request().postDataJSON().command !== command) return route.fallback();
    const real = await route.fetch();
    return route.fulfill({ json: answer(await real.json(), route.request().postDataJSON().request) });
  });
}

export const groupsOnScreen = (app) => app.page.locator("[name^='groups.']").evaluateAll((inputs) => inputs.map((input) => input.value));
export const summary = (app) => app.page.locator(".summary");
export const summaryFocused = (app) => app.page.waitForFunction(() => document.activeElement?.classList.contains("summary"));

export async function fillGroups(app, groups) {
  for (const [index, group] of groups.entries()) await app.type(`Groep ${index + 1}`, group);
}
