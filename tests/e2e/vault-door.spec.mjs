// Unlocking a vault that has changed: an older copy asks for a choice, other refusals are explained. Keyboard only.
import { strict as assert } from "node:assert";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { unlock, withCopy } from "./pages/door.mjs";
import { createVault, reload } from "./pages/vault.mjs";

test("a vault older than this computer remembers says what is lost, and opens only by choice", async (t) => {
  const app = await open(t, { width: 640, height: 400 });
  const { folder, copy } = await withCopy(app);
  rmSync(folder, { recursive: true });
  cpSync(copy, folder, { recursive: true });
  await reload(app);
  await unlock(app);
  await app.heading("Deze kluis is anders dan de vorige keer");
  await app.focus("Deze kluis is anders dan de vorige keer");
  await app.sees(/In het logboek ontbreken? \d+ regels? die op deze computer/);
  await app.sees(/^Deze kluis is bijgewerkt tot .* Op deze computer is er daarna nog in gewerkt/);
  const choice = await app.page.getByRole("button", { name: /^Nu niet: een andere kluis kiezen/ }).boundingBox();
  assert.ok(choice.y < 400, "there is no wall of text before the first choice");
  await app.accessible("older");
  assert.equal((await app.rpc("vault_state")).phase, "locked");

  await app.dialog(null);
  await app.press("button", /^Nu niet: een andere kluis kiezen/);
  await app.heading("Wie bent u?");
  await unlock(app);
  await app.press("button", /^Met deze kluis wil ik verder: toch openen/);
  await app.heading(/^Goede/);
  assert.equal((await app.rpc("people_list")).total, 0);
  // After the door it is still said which day this is, and where to look, until it was read.
  const told = app.page.getByRole("region", { name: "Gezien bij het openen" });
  await told.getByRole("listitem").getByText(/^U werkt met de kluis van .*\d{4}/).waitFor();
  await told.getByRole("link", { name: "Naar Gebruikers" }).waitFor();
  assert.equal(await told.getByRole("link").count(), 1, "one place to look, and the button that says it was read");
  await app.accessible("older-told");
  await app.press("button", /^Gelezen: U werkt met de kluis van/);
  await told.getByRole("link").first().waitFor({ state: "detached" });
});

test("a vault whose halves do not belong together says so in full, and goes back to the door", async (t) => {
  const app = await open(t, { width: 320, height: 640 });
  const { folder, copy } = await withCopy(app);
  cpSync(join(copy, "data.db"), join(folder, "data.db"));
  await reload(app);
  await unlock(app);
  await app.heading("De kluis gaat niet open");
  await app.focus("De kluis gaat niet open");
  await app.sees("Wij hebben niets veranderd.");
  await app.accessible("refused-narrow");
  await app.press("button", "Terug");
  await app.heading("Wie bent u?");
  await app.focus("passphrase");
});

test("the door keeps the language, the colours and the text size of the last time, and no name", async (t) => {
  const app = await open(t);
  await createVault(app);
  await app.rpc("settings_set", { language: "en", theme: "dark", text_size: 130 });
  await reload(app);
  await app.rpc("vault_lock");
  await reload(app);
  // The page keeps its own look as long as the window is there; a new start knows only what the computer keeps.
  await app.page.evaluate(() => sessionStorage.clear());
  await app.restart();
  await app.heading("Who are you?");
  assert.equal(await app.page.locator("html").getAttribute("data-theme"), "dark");
  assert.equal(await app.page.locator("html").getAttribute("lang"), "en");
  const kept = readFileSync(join(await app.home(), "vaults", "look.json"), "utf8");
  assert.deepEqual(JSON.parse(kept), { language: "en", theme: "dark", text_size: 130 });
  assert.equal(await app.page.evaluate(() => localStorage.length), 0);
});

test("where nothing is known yet the door speaks as the system does", async (t) => {
  const app = await open(t);
  await app.heading("Welkom bij Ledenkluis");
  await app.page.addInitScript(() => Object.defineProperty(navigator, "language", { get: () => "de-DE" }));
  await app.page.reload();
  await app.heading("Welcome to Ledenkluis");
});
