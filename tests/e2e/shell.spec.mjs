// What every screen shares: going back and the lock, unsaved input, search, help. Keyboard only.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { newPerson, newVault, passphrase } from "./pages/vault.mjs";

async function unlock(app) {
  await app.page.getByLabel("Wachtzin van Ria").fill(passphrase);
  await app.keys("Enter");
  await app.heading(/^Goede/);
}

test("after the lock nobody goes back to what was open, by key or by the mouse's own button", async (t) => {
  const app = await open(t);
  await newVault(app);
  await newPerson(app, { given_name: "Anneke", surname: "Zuiderduin" });
  await app.keys("Control+2");
  await app.press("row", /Zuiderduin/);
  await app.heading("Anneke Zuiderduin");
  await app.keys("Control+l");
  await app.heading("Wie bent u?");
  await unlock(app);
  await app.keys("Alt+ArrowLeft");
  await app.page.evaluate(() => history.back());
  await app.keys("Control+3");
  await app.heading("Toestemming");
  await app.keys("Alt+ArrowLeft");
  await app.heading(/^Goede/);
  assert.equal(await app.page.getByText("Zuiderduin").count(), 0);
});

test("what is typed stands ready after the lock, and leaving asks every time", async (t) => {
  const app = await open(t);
  await newVault(app);
  await app.keys("Control+n");
  await app.type("Achternaam", "Zomerdijk");
  for (let time = 0; time < 2; time++) {
    await app.keys("Control+1");
    await app.sees("Wilt u uw invoer bewaren?");
    if (time === 0) await app.accessible("leave");
    await app.press("button", "Verder invullen");
  }
  await app.keys("Control+l");
  await app.heading("Wie bent u?");
  await unlock(app);
  await app.sees(/^Uw invoer van .* staat nog klaar\.$/);
  await app.press("button", "Verder invullen");
  await app.heading("Persoon toevoegen");
  await app.press("button", "Invoer terughalen");
  await app.accessible("draft");
  assert.equal(await app.page.getByLabel("Achternaam", { exact: true }).inputValue(), "Zomerdijk");
  await app.keys("Control+s");
  await app.heading("Zomerdijk");
  assert.deepEqual(await app.rpc("drafts_list"), []);
});

test("the search finds people, screens and help; help takes the focus and gives it back", async (t) => {
  const app = await open(t);
  await newVault(app);
  await newPerson(app, { given_name: "Anneke", surname: "Zuiderduin" });
  await app.keys("Control+k");
  await app.page.keyboard.type("zuider");
  await app.keys("Enter");
  await app.heading("Anneke Zuiderduin");
  await app.keys("Control+k");
  await app.page.keyboard.type("bewaar");
  await app.page.getByRole("option", { name: "Bewaartermijnen", exact: true }).waitFor();
  await app.accessible("search");
  await app.keys("Enter");
  await app.heading("Bewaartermijnen");
  await app.keys("F1");
  await app.sees("Wat zegt de wet?");
  await app.focus("Hulp");
  await app.accessible("help");
  await app.keys("Escape");
  await app.page.getByRole("heading", { name: "Hulp" }).waitFor({ state: "detached" });
  await app.page.waitForFunction(() => document.activeElement?.tagName !== "BODY");
});

test("coming back finds the row that was opened", async (t) => {
  const app = await open(t);
  await newVault(app);
  for (const surname of ["Aalders", "Bakker", "Claassen"]) await newPerson(app, { given_name: "Jo", surname });
  await app.keys("Control+2");
  await app.tabTo("row", /Aalders/);
  await app.keys("ArrowDown");
  await app.keys("Enter");
  await app.heading("Jo Bakker");
  await app.keys("Alt+ArrowLeft");
  await app.heading("Personen");
  await app.page.locator(":focus", { hasText: "Bakker" }).waitFor();
  await app.page.keyboard.type("c");
  await app.page.locator(":focus", { hasText: "Claassen" }).waitFor();
});
