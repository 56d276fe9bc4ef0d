// Vandaag, search and help: what there is to do today, and how to get there. Keyboard only.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { inside, passphrase, reload } from "./pages/vault.mjs";

test("today, the search and the help by keys alone", async (t) => {
  const app = await inside(t, { width: 1280, height: 720 });
  await app.sees("Zo begint u");
  await app.accessible("today-first");
  await app.rpc("demo_fill", { people: 120, seed: 7 });
  await app.page.reload();
  await app.sees("Bewaartermijn voorbij");
  await app.accessible("today");
  await app.tabTo("link", "Druk uw herstelblad af");
  await app.keys("ArrowDown");
  await app.focus("Bewaartermijn voorbij");
  await app.keys("ArrowUp");
  await app.focus("Druk uw herstelblad af");
  await app.keys("ArrowDown");
  await app.keys("Enter");
  await app.heading("Bewaartermijnen");
  await app.keys("Control+1");
  await app.press("button", "Toon als tabel");
  await app.page.getByRole("table", { name: "Leden" }).waitFor();
  await app.accessible("today-table");
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

test("who only looks is not told that nothing is to be done while something is", async (t) => {
  const app = await inside(t);
  await app.rpc("vault_lock");
  await app.rpc("vault_unlock", { user: null, name: "Ria de Boer", passphrase, read_only: true });
  await reload(app);
  await app.sees("Er staan taken klaar. Die ziet u als u de kluis gewoon opent.");
  assert.equal(await app.page.getByText("U bent bij").count(), 0);
  await app.accessible("today-looking");
});
