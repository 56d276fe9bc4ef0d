// The list of people and what goes wrong around it: letters, namesakes, dates of relations, messages that speak of what
// is over. Keyboard only, with axe.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { instead } from "./pages/door.mjs";
import { inside, newPerson } from "./pages/vault.mjs";

test("a letter leads to a surname that is far down the list", async (t) => {
  const app = await inside(t);
  for (let at = 0; at < 300; at++) await newPerson(app, { given_name: "Jo", surname: `Naam${String(at).padStart(4, "0")}` });
  await newPerson(app, { given_name: "Anneke", prefix: "van den", surname: "Berg" });
  await newPerson(app, { given_name: "Zoë", surname: "Zzomerdijk" });
  await app.keys("Control+2");
  await app.tabTo("row", /Berg, Anneke van den/);
  await app.page.keyboard.type("zz");
  await app.page.locator(":focus", { hasText: "Zzomerdijk, Zoë" }).waitFor();
  // "van den Berg" is listed under the B, so the V has nobody; the next name after it has the focus.
  await app.page.waitForTimeout(1000);
  await app.page.keyboard.type("v");
  await app.page.waitForTimeout(1000);
  await app.page.keyboard.type("b");
  await app.page.locator(":focus", { hasText: "Berg, Anneke van den" }).waitFor();
  await app.accessible("people-letter");
});

test("a list on its way shows rows to come, and a search that it searches", async (t) => {
  const app = await inside(t);
  await newPerson(app, { given_name: "Anneke", surname: "Berg" });
  let release = () => {};
  let held = new Promise((resolve) => (release = resolve));
  await app.page.route("**/rpc", async (route) => {
    if (route.request().postDataJSON().command === "people_list") await held;
    await route.fallback();
  });
  await app.keys("Control+2");
  await app.page.getByRole("status").filter({ hasText: "Bezig met laden" }).waitFor();
  assert.ok((await app.page.locator("[role=grid] .line").count()) > 5);
  assert.equal(await app.page.getByText("Geen rijen").count(), 0);
  await app.accessible("people-loading");
  release();
  await app.page.getByRole("row", { name: /Berg, Anneke/ }).waitFor();
  held = new Promise((resolve) => (release = resolve));
  await app.type(/^Zoek in/, "berg", { role: "searchbox" });
  await app.sees("Zoeken...");
  release();
  await app.sees("1 van 1 personen");
});

test("the list says whose end date is unknown, and it is filled in where it is asked for", async (t) => {
  const app = await inside(t);
  const plain = { initials: "", given_name: "Ria", prefix: "", surname: "Hendriks", partner_prefix: "", partner_surname: "", name_use: "own" };
  await app.rpc("people_create", {
    ...plain, emails: [], phones: [], street: "", postcode: "", city: "", country: "", birth_date: null, member_number: "", note: "",
    relations: [{ kind: "member", started_on: "2001-01-01", ended: true }],
  });
  await app.keys("Control+2");
  await app.page.getByRole("row", { name: /Hendriks, Ria.*einddatum onbekend/ }).waitFor();
  await app.accessible("people-unknown");
  await app.keys("Control+4");
  await app.press("link", /^Einddatum invullen: /);
  await app.heading("Ria Hendriks");
  await app.press("button", "Einddatum invullen: lidmaatschap");
  await app.sees("Datums van het lidmaatschap van Ria Hendriks");
  await app.accessible("relation-dates");
  await app.keys("Enter");
  await app.sees("Vul de laatste dag in.");
  await app.type("Laatste dag", "31-10-2020");
  await app.keys("Enter");
  await app.sees("De datums zijn gewijzigd.");
  await app.sees("vanaf 1 januari 2001 tot 31 oktober 2020");
  // The button is another one now, in the same row.
  await app.page.waitForFunction(() => document.activeElement?.ariaLabel === "Datums van het lidmaatschap wijzigen");
  await app.page.getByText("Datums van relatie gewijzigd").first().waitFor();
  await app.keys("Control+2");
  await app.page.getByRole("row", { name: /Hendriks, Ria.*voorbij/ }).waitFor();
  await app.accessible("people-over");
  await app.keys("Alt+ArrowLeft");
  await app.heading("Ria Hendriks");
  await app.keys("Control+z");
  await app.sees("Ongedaan gemaakt");
  await app.page.getByRole("button", { name: "Einddatum invullen: lidmaatschap" }).waitFor();
});

test("who is erased has no message left that offers to undo something", async (t) => {
  const app = await inside(t);
  await newPerson(app, { given_name: "Mark", surname: "Dijkstra" }, { started_on: "2001-01-01" });
  await newPerson(app, { given_name: "Dirk", surname: "Dijkema" }, { started_on: "2001-01-01" });
  await app.keys("Control+2");
  await app.tabTo("row", /Dijkema/);
  await app.page.keyboard.type("dijks");
  await app.page.locator(":focus", { hasText: "Dijkstra" }).waitFor();
  await app.keys("Enter");
  await app.heading("Mark Dijkstra");
  await app.press("button", "Lidmaatschap beëindigen");
  await app.type("Laatste dag", "31-12-2019");
  await app.keys("Enter");
  await app.sees("Het lidmaatschap is beëindigd op 31 december 2019.");
  assert.equal(await app.page.getByRole("button", { name: "Ongedaan maken" }).count(), 1);
  await app.press("button", "Meer");
  await app.keys("End");
  await app.keys("Enter");
  await app.type(/Typ de achternaam/, "dijkstra");
  await app.keys("Enter");
  await app.heading("Gewist");
  assert.equal(await app.page.getByText("Het lidmaatschap is beëindigd").count(), 0);
  assert.equal(await app.page.getByRole("button", { name: "Ongedaan maken" }).count(), 0);
  await app.press("button", "Sluiten");
  // Somebody whose name only resembles it is not opened by Enter.
  await app.heading("Personen");
  await app.keys("Control+k");
  await app.page.keyboard.type("dijkstra");
  await app.page.waitForTimeout(300);
  await app.keys("Enter");
  await app.heading("Personen");
  assert.equal(await app.page.evaluate(() => location.hash), "#/personen");
});

test("what was done last is there at once, and an empty part of the list says so", async (t) => {
  const app = await inside(t);
  const person = await newPerson(app, { given_name: "Anneke", surname: "Berg" }, { started_on: "2001-01-01" });
  await app.page.goto(`${app.bridge}#/personen/${person}`);
  await app.heading("Anneke Berg");
  await app.press("button", "Lidmaatschap beëindigen");
  await app.type("Laatste dag", "31-12-2025");
  await app.keys("Enter");
  await app.sees("Relatie beëindigd");
  await app.keys("Control+z");
  await app.sees("Einde van relatie ongedaan gemaakt");
  await app.page.goto(`${app.bridge}#/personen?sel=oud-leden`);
  await app.sees("Nog geen oud-leden");
  await app.accessible("people-none");
});

test("F6 goes round all regions", async (t) => {
  const app = await inside(t);
  const seen = [];
  for (let press = 0; press < 4; press++) {
    await app.keys("F6");
    seen.push(await app.page.evaluate(() => document.activeElement?.closest("[data-region]")?.tagName));
  }
  assert.deepEqual([...new Set(seen)].sort(), ["HEADER", "MAIN", "NAV"]);
});
