// Asking for the current user's passphrase again, and the recovery sheet with what it lacks. Keyboard only, with axe.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { createVault, enterAs, inside, newVault, othersPassphrase, passphrase, reload } from "./pages/vault.mjs";

const field = "Uw eigen wachtzin";

/** Types a wrong passphrase: the error appears beside the field, which keeps the focus, and a wait starts. */
async function refusedOnce(app) {
  await app.type(field, "fout fout fout fout");
  await app.keys("Enter");
  await app.page.getByRole("alert").getByText(/Deze wachtzin klopt niet.*Wacht \d/).waitFor();
  const countdown = app.page.locator("[aria-hidden=true]").getByText(/^Wacht \d/);
  await app.page.waitForFunction(() => document.activeElement?.getAttribute("aria-invalid") === "true");
  await countdown.waitFor({ state: "detached" });
}

async function toSettings(app) {
  await app.press("link", "Beheer");
  await app.sees("Beveiliging");
}

test("this computer remembers, and forgets everywhere, only after the passphrase", async (t) => {
  const app = await inside(t, { keychain: true });
  await toSettings(app);
  await app.press("button", "Wachtzin onthouden");
  await app.sees("Deze computer opent de kluis daarna");
  await app.accessible("remember-on");
  await app.keys("Enter");
  await app.sees("Vul uw eigen wachtzin in.");
  await refusedOnce(app);
  await app.accessible("remember-wrong");
  assert.deepEqual((await app.rpc("vault_state")).device_users, [], "nothing is remembered yet");
  await app.type(field, passphrase);
  await app.keys("Enter");
  await app.sees("Deze computer onthoudt uw wachtzin.");
  await app.focus("Niet meer onthouden");

  await app.keys("Control+l");
  await app.press("button", "Ontgrendelen met deze computer");
  await app.heading(/^Goede/);
  await toSettings(app);
  await app.press("button", "Niet meer onthouden");
  await app.sees("Daarna opent geen enkele computer deze kluis nog zonder uw wachtzin");
  await app.accessible("remember-off");
  await app.type(field, passphrase);
  await app.keys("Enter");
  await app.sees("Geen enkele computer opent deze kluis nog zonder uw wachtzin.");
  assert.deepEqual((await app.rpc("vault_state")).device_users, []);
});

test("first use asks the passphrase again only for a computer that remembers", async (t) => {
  const app = await open(t, { keychain: true });
  await app.press("button", /Nieuwe kluis maken/);
  await app.type("Naam van de vereniging", "Muziekvereniging Veldrade");
  await app.keys("Enter");
  await app.type("Uw naam", "Ria de Boer");
  await app.keys("Enter");
  await app.page.locator("ol.words li").first().waitFor();
  const words = (await app.page.locator("ol.words li").allTextContents()).join(" ");
  await app.type("Typ de zes woorden over", words);
  await app.press("button", "Kluis maken");
  await app.heading("Druk uw herstelblad af");
  assert.equal(await app.page.getByLabel(field).count(), 0, "it was chosen a moment ago");
  await app.press("button", "Herstelblad afdrukken");
  await app.page.getByRole("heading", { name: /^Typ groep/ }).waitFor();
  await app.press("button", "Dat doe ik later");
  await app.heading("Afspraken voor deze computer");
  await app.choose("checkbox", /^Onthoud mijn wachtzin/);
  await app.accessible("start-computer-remember");
  await app.type(field, words);
  await app.press("button", "Verder");
  await app.heading("Uw kluis is klaar");
  assert.equal((await app.rpc("vault_state")).device_users.length, 1);
});

test("a sheet asks the passphrase; one that would open less asks the old sheet and says what it would lack", async (t) => {
  const app = await open(t);
  await newVault(app, ["secretary", "treasurer"]);
  const { groups } = await app.rpc("vault_recovery_text", { passphrase });
  await enterAs(app, "Kees Kijker", ["viewer"], true);
  await toSettings(app);
  await app.press("button", "Nieuw herstelblad maken");
  await app.sees("Wachtzin kwijt?");
  await app.accessible("sheet-asked");
  await refusedOnce(app);
  await app.type(field, othersPassphrase);
  await app.keys("Enter");
  await app.sees(/Dit zou ontbreken: giften en betalingen en bijzonderheden/);
  await app.page.waitForFunction(() => document.activeElement?.textContent?.includes("zou minder openen"));
  await app.accessible("sheet-less");
  assert.deepEqual(await app.viewed(), [], "nothing was printed");
  for (const [index, group] of groups.entries()) await app.type(`Groep ${index + 1}`, group);
  await app.press("button", "Herstelblad afdrukken");
  await app.page.getByRole("heading", { name: /^Typ groep/ }).waitFor();
  await app.page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Typ groep"));
  assert.equal((await app.viewed()).length, 1);
  assert.equal(await app.page.getByLabel(field).count(), 0, "it is not kept on the page");
  await app.accessible("sheet-made");
});

test("what the first sheet will not open is on the screen before it is printed", async (t) => {
  const app = await open(t);
  await newVault(app, ["secretary", "treasurer"]);
  await enterAs(app, "Kees Kijker", ["viewer"], true);
  await toSettings(app);
  await app.press("button", "Nieuw herstelblad maken");
  await app.type(field, othersPassphrase);
  await app.keys("Enter");
  await app.sees(/Dit blad opent straks niet alles/);
  await app.page.waitForFunction(() => document.activeElement?.textContent?.includes("opent straks niet alles"));
  assert.deepEqual(await app.viewed(), [], "nothing was printed");
  await app.accessible("sheet-lacks");
  assert.doesNotMatch(await app.page.getByRole("button", { name: "Toch afdrukken" }).getAttribute("class"), /primary/, "it is not the advice");
  await app.press("button", "Toch afdrukken");
  await app.page.getByRole("heading", { name: /^Typ groep/ }).waitFor();
  assert.equal((await app.viewed()).length, 1);
});

test("the sheet that was used stays valid until a new one is checked, and that is said", async (t) => {
  const app = await open(t, { width: 640, height: 400 });
  await createVault(app);
  const { groups } = await app.rpc("vault_recovery_text", { passphrase });
  await app.rpc("vault_lock");
  await reload(app);
  await app.press("link", /Wachtzin vergeten/);
  for (const [index, group] of groups.entries()) await app.type(`Groep ${index + 1}`, group);
  await app.press("button", "Verder");
  await app.sees("Als u dat heeft gecontroleerd, vervalt dit blad.");
  await app.page.locator("ol.words li").first().waitFor();
  const words = (await app.page.locator("ol.words li").allTextContents()).join(" ");
  await app.type("Typ de zes woorden over", words);
  await app.press("button", "Kluis openen als Ria de Boer");
  await app.heading("Druk uw herstelblad af");
  await app.sees("Het oude blad blijft geldig tot u het nieuwe heeft gecontroleerd.");
  await app.accessible("sheet-after-recovery");
  assert.equal(await app.page.getByLabel(field).count(), 0, "it was chosen a moment ago");
  await app.press("button", "Herstelblad afdrukken");
  await app.page.getByRole("heading", { name: /^Typ groep/ }).waitFor();
});
