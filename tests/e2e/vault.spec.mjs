// Setup in seven steps, unlocking, the recovery sheet, locking. Keyboard only, with axe on each screen.
import { strict as assert } from "node:assert";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { createVault, passphrase, reload } from "./pages/vault.mjs";

/** Reads the six words of the offered passphrase. */
async function offered(app) {
  await app.page.locator("ol.words li").first().waitFor();
  return (await app.page.locator("ol.words li").allTextContents()).join(" ");
}

test("seven steps lead from nothing to a vault, by keyboard", async (t) => {
  const app = await open(t);
  await app.heading("Welkom bij Ledenkluis");
  await app.accessible("start-welcome");
  await app.press("button", /Nieuwe kluis maken/);

  await app.heading("Welke vereniging is het?");
  await app.focus("association");
  const next = await app.page.getByRole("button", { name: "Verder" }).boundingBox();
  assert.ok(next.y + next.height <= 720, "the step and its buttons fit");
  await app.press("button", "Verder");
  await app.sees("Controleer dit");
  await app.sees("Vul de naam van de vereniging in.");
  await app.accessible("start-association");
  await app.type("Naam van de vereniging", "Muziekvereniging Veldrade");
  await app.keys("Enter");

  await app.heading("Wie bent u?");
  await app.focus("user_name");
  await app.accessible("start-you");
  await app.page.keyboard.type("Ria de Boer");
  await app.keys("Enter");

  await app.heading("Kies uw wachtzin");
  await app.accessible("start-passphrase");
  const words = await offered(app);
  await app.type("Typ de zes woorden over", `${words} x`);
  await app.keys("Enter");
  await app.sees("Een woord te veel: x");
  await app.type("Typ de zes woorden over", words.replace(/^\S+ \S+/, (two) => `${two.split(" ")[0]} bitterbal`));
  await app.keys("Enter");
  await app.sees("Woord 2 is anders: bitterbal");
  await app.accessible("start-passphrase-differs");
  await app.type("Typ de zes woorden over", ` ${words.toUpperCase().replaceAll(" ", "  ")} `);
  await app.press("button", "Kluis maken");

  await app.heading("Druk uw herstelblad af");
  await app.press("button", "Herstelblad afdrukken");
  await app.sees(/Typ groep \d en groep \d van het blad/);
  assert.equal((await app.viewed()).length, 1, "the sheet was opened to be printed");
  await app.type(/^Groep/, "XXXXX");
  await app.press("button", "Blad controleren");
  const wrong = app.page.locator(".summary").getByRole("link", { name: /^Groep \d klopt niet\. Kijk nog eens op het blad\.$/ });
  await wrong.waitFor();
  assert.equal(await app.page.locator(".field .error").textContent(), await wrong.textContent(), "the field says the same");
  await app.accessible("start-sheet");
  await app.press("button", "Dat doe ik later");

  await app.heading("Afspraken voor deze computer");
  await app.sees("Deze computer kan geen wachtzin onthouden.");
  await app.accessible("start-computer");
  await app.press("button", "Verder");
  await app.heading("Uw kluis is klaar");
  await app.accessible("start-done");
  await app.press("button", /Naar Vandaag/);
  await app.heading(/^Goede/);
});

test("a wrong passphrase is told and waits, the right one opens, Ctrl+L locks", async (t) => {
  const app = await open(t);
  await createVault(app);
  await app.rpc("vault_lock");
  await app.page.reload();

  await app.heading("Wie bent u?");
  await app.accessible("unlock");
  await app.type("Wachtzin van Ria", "fout fout fout fout");
  await app.keys("Enter");
  const alert = app.page.getByRole("alert");
  await alert.getByText(/Deze wachtzin klopt niet.*Wacht \d/).waitFor();
  const countdown = app.page.locator("[aria-hidden=true]").getByText(/^Wacht \d/);
  await countdown.waitFor();
  await app.focus("passphrase"); // The typed text can be corrected at once.
  await countdown.waitFor({ state: "detached" });
  await app.accessible("unlock-wrong");
  await app.type("Wachtzin van Ria", passphrase);
  await app.keys("Enter");
  await app.heading(/^Goede/);

  await app.keys("Control+L");
  await app.heading("Wie bent u?");
  assert.doesNotMatch(await app.page.content(), /Goedemorgen|Goedemiddag|Goedenavond/, "the house is gone from the page");
});

test("who forgot the passphrase opens with the recovery sheet and gets a new one", async (t) => {
  const app = await open(t);
  await createVault(app);
  const { groups } = await app.rpc("vault_recovery_text", { passphrase });
  await app.rpc("vault_lock");
  await app.page.reload();

  await app.press("link", /Wachtzin vergeten/);
  await app.heading("Open met uw herstelblad");
  await app.focus("Open met uw herstelblad");
  await app.type("Groep 1", "XXXXX");
  await app.keys("Tab");
  await app.sees("Groep 1 klopt niet.");
  await app.accessible("recover");
  for (const [index, group] of groups.entries()) await app.type(`Groep ${index + 1}`, group.toLowerCase());
  await app.press("button", "Verder");
  await app.heading("Nieuwe wachtzin");
  await app.focus("Nieuwe wachtzin");
  await app.type("Typ de zes woorden over", await offered(app));
  await app.press("button", "Kluis openen als Ria de Boer");
  await app.heading("Druk uw herstelblad af");
  await app.focus("Druk uw herstelblad af");
  await app.press("button", "Dat doe ik later");
  await app.heading(/^Goede/);
});

test("a new vault can be thought better of: back to the one that is there", async (t) => {
  const app = await open(t);
  await createVault(app);
  await app.rpc("vault_lock");
  await app.page.reload();
  await app.heading("Wie bent u?");
  await app.press("button", "Nieuwe kluis maken");
  await app.heading("Welkom bij Ledenkluis");
  await app.focus("Welkom bij Ledenkluis");
  await app.press("button", /^Nieuwe kluis maken/);
  await app.heading("Welke vereniging is het?");
  await app.keys("Alt+ArrowLeft");
  await app.heading("Welkom bij Ledenkluis");
  await app.accessible("start-with-vault");
  await app.press("button", "Terug");
  await app.heading("Wie bent u?");
  await app.focus("passphrase");
});

test("whoever wants to look around first gets an example, and its passphrase", async (t) => {
  const app = await open(t);
  await app.press("button", /^Eerst rondkijken/);
  await app.heading("De voorbeelden staan klaar");
  await app.accessible("start-demo");
  const words = await app.page.locator(".words").textContent();
  await app.press("button", "Naar Vandaag");
  await app.heading(/^Goede/);
  await app.sees("Voorbeeld: dit zijn geen echte personen.");
  assert.equal((await app.rpc("people_list")).total, 250);
  await app.keys("Control+L");
  await app.type("Wachtzin van Ria", words);
  await app.keys("Enter");
  await app.heading(/^Goede/);
});

test("where a vault is already, that is said where the place is chosen, and it can be opened", async (t) => {
  const app = await open(t);
  await createVault(app);
  await app.rpc("vault_lock");
  await app.page.reload();
  await app.press("button", "Nieuwe kluis maken");
  await app.press("button", /^Nieuwe kluis maken/);
  await app.type("Naam van de vereniging", "Muziekvereniging Veldrade");
  await app.keys("Enter");
  await app.type("Uw naam", "Henk Visser");
  await app.keys("Enter");
  await app.type("Typ de zes woorden over", await offered(app));
  await app.press("button", "Kluis maken");
  await app.heading("Welke vereniging is het?");
  await app.sees("Op deze plek staat al een kluis.");
  await app.accessible("start-exists");
  await app.dialog(join(await app.home(), "vaults", "muziekvereniging-veldrade.kluis"));
  await app.press("button", "Bestaande kluis openen");
  await app.heading("Wie bent u?");
  await app.sees("Wachtzin van Ria");
});

test("a folder in the cloud is said when it is chosen", async (t) => {
  const app = await open(t);
  const cloud = join(await app.home(), "Dropbox");
  mkdirSync(cloud);
  await app.press("button", /^Nieuwe kluis maken/);
  await app.dialog(cloud);
  await app.press("button", "Map kiezen");
  await app.sees("Dit is een map in de cloud.");
  await app.accessible("start-cloud");
});

test("who was given a passphrase chooses an own one before anything else", async (t) => {
  const app = await open(t);
  await createVault(app);
  const given = "vijf vrolijke vinken vlogen voorbij";
  await app.rpc("users_add", { name: "Henk Visser", roles: ["viewer"], admin: false, passphrase: given, own_passphrase: passphrase, kdf: { memory_mib: 64, passes: 3 } });
  await app.rpc("vault_lock");
  await app.page.reload();
  await app.page.getByRole("radio", { name: /Henk/ }).press("Space");
  await app.type("Wachtzin van Henk", given);
  await app.keys("Enter");
  await app.heading("Kies uw eigen wachtzin");
  assert.equal(await app.page.getByRole("link", { name: "Vandaag" }).count(), 0);
  await app.accessible("own-passphrase");
  assert.equal(await app.page.getByLabel("De wachtzin die u kreeg").count(), 0, "it was typed a moment ago");
  await reload(app);
  await app.type("De wachtzin die u kreeg", "fout fout fout fout");
  const own = await offered(app);
  await app.type("Typ de zes woorden over", own);
  await app.keys("Enter");
  await app.page.getByRole("alert").getByText(/Deze wachtzin klopt niet/).waitFor();
  await app.page.locator("[aria-hidden=true]").getByText(/^Wacht \d/).waitFor({ state: "detached" });
  await app.rpc("vault_lock");
  await reload(app);
  await app.page.getByRole("radio", { name: /Henk/ }).press("Space");
  await app.type("Wachtzin van Henk", given);
  await app.keys("Enter");
  await app.heading("Kies uw eigen wachtzin");
  const mine = await offered(app);
  await app.type("Typ de zes woorden over", mine);
  await app.keys("Enter");
  await app.heading(/^Goede/);
  await app.keys("Control+L");
  await app.page.getByRole("radio", { name: /Henk/, checked: true }).waitFor();
  await app.type("Wachtzin van Henk", ` ${mine[0].toUpperCase()}${mine.slice(1).replace(" ", "  ")}`);
  await app.keys("Enter");
  await app.heading(/^Goede/);
});

test("the door speaks English when asked, and fits a small window", async (t) => {
  const app = await open(t, { width: 640, height: 400 });
  await app.press("button", "English");
  await app.heading("Welcome to Ledenkluis");
  await app.accessible("start-english-small");
});
