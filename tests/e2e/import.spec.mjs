// Importing a list: forbidden data in the file (a BSN) stays out, and the whole import can be undone. Keyboard only.
import { strict as assert } from "node:assert";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { newVault } from "./pages/vault.mjs";

const doubtful = fileURLToPath(new URL("files/twijfel.csv", import.meta.url));
const list = fileURLToPath(new URL("files/ledenlijst.csv", import.meta.url));

test("a list comes in by keyboard, without the BSN, and goes again", async (t) => {
  const app = await open(t, { today: "2026-11-24" });
  await newVault(app);

  await app.keys("Control+2");
  await app.press("link", "Lijst importeren");
  await app.heading("Welk bestand wilt u importeren?");
  await app.accessible("file");
  await app.dialog(list);
  await app.press("button", "Bestand kiezen");

  await app.heading("Wat voor lijst is dit?");
  await app.accessible("sheet");
  await app.press("button", "Verder naar kolommen");

  await app.heading("Kloppen de kolommen?");
  await app.sees("Verenigingen mogen het BSN bijna nooit bewaren");
  await app.sees(/Zo wordt rij/);
  await app.accessible("columns");
  assert.equal(await app.page.getByText("111222333").count(), 0, "a BSN is not shown");
  assert.equal(await app.page.getByLabel("BSN wordt").count(), 0, "a BSN cannot be switched on");
  await app.press("button", "Verder naar problemen");

  await app.heading("Kijk naar de problemen");
  await app.accessible("problems");
  await app.press("button", "Verder naar dubbelen");

  await app.heading("Kennen wij deze mensen al?");
  await app.sees("Over niemand twijfelen wij");
  await app.accessible("doubts-none");
  await app.press("button", "Verder naar controle");

  await app.heading("Klopt dit?");
  await app.accessible("check");
  await app.press("button", "4 personen importeren");

  await app.heading("4 personen geïmporteerd");
  await app.sees("Ruim het oude bestand op");
  await app.accessible("done");
  const people = await app.rpc("people_list", {});
  assert.equal(people.total, 4);

  await app.press("button", "Import ongedaan maken");
  await app.heading("Deze import ongedaan maken?");
  await app.accessible("undo");
  await app.page.getByRole("dialog").getByRole("button", { name: "Import ongedaan maken" }).focus();
  await app.keys("Enter");
  await app.heading(/4 personen verdwenen/);
  assert.equal((await app.rpc("people_list", {})).total, 0);
});

test("stopping half way keeps nothing, and a file that is no list says what to do", async (t) => {
  const app = await open(t);
  await newVault(app);
  await app.page.evaluate(() => (location.hash = "#/importeren"));
  await app.heading("Welk bestand wilt u importeren?");
  await app.dialog(null);
  await app.press("button", "Bestand kiezen");
  await app.heading("Welk bestand wilt u importeren?");
  await app.dialog(fileURLToPath(new URL("files/geen-lijst.xlsx", import.meta.url)));
  await app.press("button", "Bestand kiezen");
  await app.page.locator("main [role=status]").filter({ hasText: /bestand|lijst/ }).first().waitFor();
  await app.dialog(list);
  await app.press("button", "Bestand kiezen");
  await app.heading("Wat voor lijst is dit?");
  await app.dialog(fileURLToPath(new URL("files/geen-lijst.xlsx", import.meta.url)));
  await app.page.locator("main").getByRole("button", { name: "Terug" }).press("Enter");
  await app.press("button", "Ander bestand kiezen");
  await app.page.locator("main [role=status]").filter({ hasText: /bestand|lijst/ }).first().waitFor();
  assert.equal(await app.page.getByText("ledenlijst.csv").count(), 0, "nothing is left of the file before");
  assert.equal(await app.page.getByRole("button", { name: /^Verder/ }).count(), 0);
  await app.dialog(list);
  await app.press("button", "Bestand kiezen");
  await app.heading("Wat voor lijst is dit?");
  await app.page.locator("main").getByRole("button", { name: "Terug" }).press("Enter");
  await app.heading("Welk bestand wilt u importeren?");
  await app.drop(list);
  await app.heading("Wat voor lijst is dit?");
  await app.press("link", "Stoppen");
  await app.sees("Wilt u uw invoer bewaren?");
  await app.press("button", "Niet bewaren");
  await app.heading("Personen");
  assert.equal((await app.rpc("people_list", {})).total, 0);
});

test("earlier imports are listed, and one can be taken back there", async (t) => {
  const app = await open(t, { today: "2026-11-24" });
  await newVault(app);
  await app.page.evaluate(() => (location.hash = "#/beheer/importen"));
  await app.heading("Beheer");
  await app.sees("U heeft nog niets geïmporteerd.");
  await app.accessible("imports-none");
  await app.page.evaluate(() => (location.hash = "#/importeren"));
  await app.dialog(list);
  await app.press("button", "Bestand kiezen");
  await app.press("button", "Verder naar kolommen");
  await app.press("button", "Verder naar problemen");
  await app.press("button", "Verder naar dubbelen");
  await app.press("button", "Verder naar controle");
  await app.press("button", "4 personen importeren");
  await app.heading("4 personen geïmporteerd");

  await app.press("link", "Beheer");
  await app.press("link", "Importen");
  await app.sees("ledenlijst.csv");
  await app.accessible("imports");
  await app.press("button", "Import ongedaan maken");
  await app.page.getByRole("dialog").getByRole("button", { name: "Import ongedaan maken" }).press("Enter");
  await app.sees("Ongedaan gemaakt op 24 november 2026");
  assert.equal((await app.rpc("people_list", {})).total, 0);
});

test("reading that takes long shows a bar and can be stopped, also before it is known how much there is", async (t) => {
  const app = await open(t);
  await newVault(app);
  let go = () => {};
  const slow = (command) =>
    app.page.route("**/rpc", async (route) => {
      if (JSON.parse(route.request().postData()).command !== command) return route.fallback();
      await new Promise((resolve) => (go = resolve));
      await route.continue().catch(() => {});
    });
  let stopped = 0;
  await app.page.route("**/job/cancel", (route) => {
    stopped += 1;
    return route.continue();
  });
  const bar = app.page.getByRole("progressbar");
  const stop = app.page.locator("main").getByRole("button", { name: "Annuleren" });
  await app.page.evaluate(() => (location.hash = "#/importeren"));
  await app.heading("Welk bestand wilt u importeren?");
  await slow("import_open");
  await app.dialog(list);
  await app.press("button", "Bestand kiezen");
  await bar.waitFor();
  await stop.press("Enter");
  await app.page.waitForTimeout(100);
  assert.equal(stopped, 1);
  go();
  await app.heading("Wat voor lijst is dit?");
  await slow("import_check");
  await app.press("button", "Verder naar kolommen");
  await bar.waitFor();
  await stop.waitFor();
  go();
  await bar.waitFor({ state: "detached" });
  await app.press("button", "Verder naar problemen");
  await bar.waitFor();
  await stop.waitFor();
  go();
  await app.press("button", "Verder naar dubbelen");
  await app.press("button", "Verder naar controle");
  await bar.waitFor();
  go();
  await slow("import_run");
  await app.press("button", "4 personen importeren");
  await bar.waitFor();
  await stop.waitFor();
  go();
  await app.heading("4 personen geïmporteerd");
});

test("where the program is not sure a person decides, by keyboard, and the answer is carried out", async (t) => {
  const app = await open(t, { today: "2026-11-24" });
  await newVault(app);
  const sanne = await app.rpc("people_create", { given_name: "Sanne", surname: "Vries", birth_date: "1985-11-04", city: "Veldrade" });
  await app.page.evaluate(() => (location.hash = "#/importeren"));
  await app.dialog(doubtful);
  await app.press("button", "Bestand kiezen");
  await app.press("button", "Verder naar kolommen");
  await app.press("button", "Verder naar problemen");
  await app.press("button", "Verder naar dubbelen");
  await app.heading("Kennen wij deze mensen al?");
  await app.sees("Rij 2: Sanne Jansen");
  await app.sees(/geboortedatum met dag en maand omgedraaid/i);
  await app.sees("Nog één keuze open.");
  await app.accessible("doubts");
  await app.page.getByRole("radio", { name: /Dezelfde persoon/ }).focus();
  await app.keys("Space");
  await app.sees("U hebt overal gekozen.");
  await app.press("button", "Verder naar controle");
  await app.heading("Klopt dit?");
  await app.sees("De kluis blijft zoals hij is.");
  await app.accessible("check-differing");
  await app.press("button", "2 personen importeren");
  await app.heading("2 personen geïmporteerd");
  assert.equal((await app.rpc("people_list", {})).total, 2);
  const view = await app.rpc("people_get", { person: sanne });
  assert.deepEqual([view.name.surname, view.emails.map((one) => one.address)], ["Vries", ["s.jansen@voorbeeld.nl"]]);
});
