// Beheer: users come and go, settings are kept, the trail says so. By keyboard only.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { open } from "./pages/application.mjs";

/** An open vault of Ria de Boer. */
async function inside(t, options) {
  const app = await open(t, options);
  await app.rpc("vault_create", {
    place: null, association: "Muziekvereniging Veldrade", kind: "association", privacy_email: "", country: "NL", language: "nl",
    user_name: "Ria de Boer", roles: ["secretary"], passphrase: "zeven zachte zeehonden zwemmen zingend", kdf: { memory_mib: 64, passes: 3 },
  });
  await app.page.reload();
  await app.heading(/^Goede/);
  return app;
}

test("a user is added with a first passphrase, changed, and loses access", async (t) => {
  const app = await inside(t);
  await app.press("link", "Beheer");
  await app.press("link", "Gebruikers");
  await app.sees("Laatst ontgrendeld");
  await app.accessible("users");

  await app.press("button", "Gebruiker toevoegen");
  await app.type("Naam", "Henk Visser");
  await app.accessible("users-add");
  await app.page.locator("ol.words li").first().waitFor();
  const words = (await app.page.locator("ol.words li").allTextContents()).join(" ");
  await app.type("Typ uw wachtzin nog een keer", words);
  await app.keys("Enter");
  await app.sees("Henk Visser kan de kluis openen.");

  await app.press("button", "Wijzigen: Henk Visser");
  await app.choose("checkbox", /Privacycontact/);
  await app.keys("Enter");
  await app.sees("De rollen van Henk Visser zijn gewijzigd.");

  await app.press("button", "Henk Visser de toegang ontnemen");
  await app.sees("Henk Visser de toegang ontnemen?");
  await app.accessible("users-remove");
  await app.page.locator("dialog").getByRole("button", { name: "Henk Visser de toegang ontnemen" }).press("Enter");
  await app.sees("Henk Visser kan de kluis niet meer openen.");
  assert.deepEqual((await app.rpc("users_list")).map((user) => user.name), ["Ria de Boer"]);

  await app.press("link", "Logboek");
  await app.sees("Gecontroleerd: er ontbreekt niets.");
  await app.accessible("audit");
});

test("settings are kept: dark, English, the name of the association", async (t) => {
  const app = await inside(t);
  await app.press("link", "Beheer");
  await app.sees("Beveiliging");
  await app.accessible("settings");
  await app.type("Naam van de vereniging", "Harmonie Veldrade");
  await app.keys("Control+s");
  await app.sees("Opgeslagen");
  await app.page.waitForFunction(() => document.title.includes("Harmonie Veldrade"));
  await app.page.getByRole("radio", { name: "Donker" }).press("Space");
  await app.page.locator("html[data-theme=dark]").waitFor();
  await app.page.getByRole("radio", { name: "English" }).press("Space");
  await app.heading("Admin");
  await app.page.reload();
  await app.heading("Admin");
  assert.equal(await app.page.locator("html").getAttribute("data-theme"), "dark");
});

test("today, the search and the help by keys alone", async (t) => {
  const app = await inside(t, { width: 1280, height: 720 });
  await app.sees("Zo begint u");
  await app.accessible("today-first");
  await app.rpc("demo_fill", { people: 120, seed: 7 });
  await app.page.reload();
  await app.accessible("today");
  await app.tabTo("link", "Druk uw herstelblad af");
  await app.keys("ArrowDown");
  await app.keys("ArrowUp");
  await app.keys("Enter");
  await app.heading("Beheer");
  await app.keys("Control+1");
  await app.keys("Control+K");
  await app.page.keyboard.type("berg");
  await app.page.getByRole("option").first().waitFor();
  await app.accessible("search");
  await app.keys("Escape");
  await app.keys("F1");
  await app.sees("Toetsen");
  await app.accessible("help");
  await app.press("link", "Beheer");
  await app.heading("Beheer");
  await app.keys("Control+1");
  await app.heading(/^Goede/);
});
