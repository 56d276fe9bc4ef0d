// Other files came while the vault was open: from the vault to the version that was kept and back, and in which of the two
// she is. Keyboard only.
import { strict as assert } from "node:assert";
import { cpSync, renameSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { instead, unlock, withCopy } from "./pages/door.mjs";
import { go } from "./pages/full.mjs";
import { newPerson, passphrase, reload } from "./pages/vault.mjs";

/** At the door of a vault whose files a cloud service replaced. Returns its folder and where the own version is. */
async function replaced(app) {
  const { folder, copy } = await withCopy(app);
  await app.rpc("vault_unlock", { user: null, name: null, passphrase });
  await newPerson(app, { given_name: "Truus", surname: "Terzijde" });
  for (const name of ["header.json", "header.bak", "data.db"]) {
    cpSync(join(copy, name), join(folder, `${name}.new`));
    renameSync(join(folder, `${name}.new`), join(folder, name));
  }
  await app.rpc("vault_lock");
  const [place] = (await app.rpc("vault_state")).set_aside.places;
  await reload(app);
  return { folder, place };
}

test("from the vault to the own version and back, with the keyboard, and each says which it is", async (t) => {
  const app = await open(t);
  const { folder, place } = await replaced(app);
  await app.focus("passphrase");
  await app.press("button", `Eigen versie openen: ${place}`);
  const note = app.page.locator(".callout.warn");
  await note.getByText(/^Dit is de versie die terzijde is gezet\./).waitFor();
  await note.getByText(folder, { exact: true }).waitFor();
  await app.focus("passphrase");
  assert.equal((await app.rpc("vault_state")).place, place);
  await app.accessible("version-door");

  // At the door, back and once more.
  await app.press("button", "Terug naar de kluis");
  await note.getByText(place, { exact: true }).waitFor();
  await app.focus("passphrase");
  await app.press("button", `Eigen versie openen: ${place}`);
  await note.getByText(/^Dit is de versie/).waitFor();
  await unlock(app);
  await app.heading(/^Goede/);
  const bar = app.page.getByText(/^Dit is de versie die terzijde is gezet\. De kluis zelf hoort te staan in/).first();
  await bar.waitFor();
  await app.accessible("version-inside");
  await go(app, "/personen");
  await app.page.getByRole("row").filter({ hasText: "Terzijde, Truus" }).waitFor();
  await bar.waitFor();
  // On the narrowest window it leaves room for the screen.
  await app.page.setViewportSize({ width: 320, height: 640 });
  await app.accessible("version-narrow");
  await app.page.setViewportSize({ width: 1280, height: 720 });
  await app.press("button", "Terug naar de kluis");
  await app.heading("Wie bent u?");
  await note.getByText(place, { exact: true }).waitFor();
  const state = await app.rpc("vault_state");
  assert.deepEqual([state.phase, state.place, state.version_of], ["locked", folder, null]);
  assert.equal(await app.page.getByText("Truus").count(), 0);
});

test("where the vault is older by what came, the own version is named and a click away", async (t) => {
  const app = await open(t);
  const { place } = await replaced(app);
  await unlock(app);
  await app.heading(/^(Deze kluis is anders dan de vorige keer|Er is nog een versie)/);
  const own = app.page.locator("ol li").getByText(/^Uw eigen versie staat in/);
  await own.getByText(place, { exact: true }).waitFor();
  await app.page.locator("ol li").getByText(/^Zoek de nieuwste kluis/).waitFor();
  await app.sees(/^Vindt u de nieuwste kluis niet\?/);
  await app.accessible("older-aside");
  await app.press("button", `Eigen versie openen: ${place}`);
  await app.page.locator(".callout.warn").getByText(/^Dit is de versie/).waitFor();
  await app.focus("passphrase");
});

test("a refusal at the door names the version that was kept too", async (t) => {
  const app = await open(t);
  const { place } = await replaced(app);
  await app.page.route("**/rpc", (route) => {
    if (route.request().postDataJSON().command !== "vault_unlock") return route.fallback();
    return route.fulfill({ json: { error: { code: "vault.damaged", kind: "refused", args: {}, fields: [], incident: null } } });
  });
  await unlock(app);
  await app.heading("De kluis gaat niet open");
  await app.press("button", `Eigen versie openen: ${place}`);
  await app.heading("Wie bent u?");
  await app.focus("passphrase");
});

test("input that cannot be kept is asked about before the way back, which then is gone", async (t) => {
  const app = await open(t);
  const { folder, place } = await replaced(app);
  await app.press("button", `Eigen versie openen: ${place}`);
  await unlock(app);
  await app.heading(/^Goede/);
  await instead(app, "drafts_keep", () => ({ error: { code: "disk.full", kind: "refused", args: {}, fields: [], incident: null } }));
  await go(app, "/personen/nieuw");
  await app.type("Achternaam", "Half");
  await app.press("button", "Terug naar de kluis");
  await app.press("button", "Toch vergrendelen");
  await app.page.locator(".callout.warn").getByText(place, { exact: true }).waitFor();
  assert.equal((await app.rpc("vault_state")).place, folder, "she is where she wanted to go");
});
