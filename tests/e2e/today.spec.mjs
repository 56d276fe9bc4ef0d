// Vandaag, search and help: what there is to do today, and how to get there. Keyboard only.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { inside, passphrase, reload } from "./pages/vault.mjs";

/** Adds a member of the family Berg, born on this day. */
function young(app, given_name, birth_date) {
  const blank = { initials: "", prefix: "", partner_prefix: "", partner_surname: "", name_use: "own", emails: [], phones: [], street: "", postcode: "", city: "", country: "NL", member_number: "", note: "" };
  return app.rpc("people_create", { ...blank, given_name, surname: "Berg", birth_date, relations: [{ kind: "member", started_on: "2020-01-01", ended_on: null, ended: false }] });
}

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

test("who turn sixteen are one task, which leads to each of them", async (t) => {
  const app = await inside(t, { today: "2026-11-28" });
  for (const [name, born] of [["Daan", "2010-12-04"], ["Noor", "2010-12-20"]]) await young(app, name, born);
  await reload(app);
  assert.match(await app.page.getByRole("listitem").filter({ hasText: "2 leden worden 16" }).locator(".tile").textContent(), /^\s*2\s*personen$/);
  await app.sees("20 december 2026");
  await app.accessible("today-sixteen");
  await app.picture("today-sixteen");
  await app.press("link", "Noor Berg");
  await app.heading("Noor Berg");
  await app.keys("Control+1");
  await app.press("link", "2 leden worden 16");
  await app.heading("Toestemming");
});

test("of many who turn sixteen a few are named, and all of them after one key", async (t) => {
  const app = await inside(t, { today: "2026-11-28" });
  for (let n = 1; n <= 6; n += 1) await young(app, `Kind${n}`, "2010-12-04");
  await reload(app);
  await app.sees("6 leden worden 16");
  const names = app.page.locator(".each a");
  assert.equal(await names.count(), 3);
  assert.ok((await names.first().boundingBox()).height >= 28, "high enough to be hit");
  await app.press("button", "Toon alle 6");
  await names.nth(5).waitFor();
  await app.accessible("today-sixteen-many");
});

test("the recovery sheet of Vandaag is one key away: its dialog opens, and once", async (t) => {
  const app = await inside(t);
  await app.press("link", "Openen: Herstelblad afdrukken");
  await app.page.getByRole("dialog", { name: "Nieuw herstelblad maken" }).waitFor();
  await app.focus("passphrase");
  await app.accessible("today-sheet");
  await app.press("button", "Annuleren");
  await app.page.locator("dialog").waitFor({ state: "detached" });
  await app.heading("Beheer");
  await app.keys("Control+1");
  await app.heading(/^Goede/);
  await app.keys("Alt+ArrowLeft");
  await app.heading("Beheer");
  assert.equal(await app.page.locator("dialog").count(), 0, "coming back does not open it again");
});
