// Erasing people past their retention period: view, choose, type the words, and the proof. Keyboard only.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { enterAs, newPerson, newVault, reload } from "./pages/vault.mjs";

const today = "2026-11-24";
/** A membership whose retention period is over on `today`. */
const past = { started_on: "2009-01-01", ended_on: "2024-10-31" };

test("who is past the term is erased after the words are typed, and the proof is there", async (t) => {
  const app = await open(t, { today });
  await newVault(app);
  await newPerson(app, { given_name: "Greet", surname: "Aalbers" }, past);
  await newPerson(app, { given_name: "Corrie", surname: "Nijland" }, past);
  await newPerson(app, { given_name: "Tom", surname: "Hendriks" }, { started_on: "2019-01-01", ended_on: null });
  await reload(app);

  await app.keys("Control+4");
  await app.heading("Bewaartermijnen");
  await app.sees("Lid tot 31 oktober 2024");
  await app.sees("Wat gebeurt er met Greet Aalbers?");
  await app.accessible("due");
  await app.choose("checkbox", "Kies Aalbers, Greet");
  await app.keys("ArrowDown");
  await app.sees("Wat gebeurt er met Corrie Nijland?");
  await app.press("button", "Verder naar controle");

  await app.heading("1 persoon definitief verwerken?");
  await app.accessible("confirm");
  await app.type(/^Typ/, "wis iedereen");
  await app.press("button", "1 persoon verwerken");
  await app.sees("Typ precies");
  await app.accessible("wrong words");
  await app.type(/^Typ/, "wis 1 persoon");
  await app.keys("Enter");

  await app.heading(/1 persoon verwerkt/);
  await app.accessible("done");
  await app.press("button", /Openen om af te drukken/);
  await app.sees("Wij wissen dit tijdelijke bestand");
  assert.equal((await app.viewed()).length, 1);

  const left = await app.rpc("people_list", {});
  assert.deepEqual(left.rows.map((row) => row.sort_name), ["Aalbers, Greet", "Hendriks, Tom"]);
  await app.press("button", "Naar de lijst");
  await app.press("link", "Bewijzen van wissen");
  await app.page.getByRole("table", { name: "Bewijzen van wissen" }).waitFor();
  await app.accessible("proofs");
});

/** Three former members who are due. */
async function three(app) {
  for (const [given_name, surname] of [["Greet", "Aalbers"], ["Pieter", "Mulder"], ["Corrie", "Nijland"]]) {
    await newPerson(app, { given_name, surname }, past);
  }
}

test("the arrows go from person to person, and Alt with a digit takes a proposal", async (t) => {
  const app = await open(t, { today });
  await newVault(app);
  await three(app);
  await reload(app);
  await app.keys("Control+4");
  await app.tabTo("button", "Aalbers, Greet");
  await app.keys("ArrowDown");
  await app.sees("Wat gebeurt er met Pieter Mulder?");
  await app.keys("Alt+3");
  await app.sees("2 gekozen:");
  await app.keys("Alt+1");
  await app.sees("3 gekozen:");
  await app.keys("Alt+2");
  await app.heading("Pieter Mulder langer bewaren");
  await app.keys("Escape");
  await app.sees("3 gekozen:");
  await app.keys("Alt+2");
  await app.type("Bewaren tot", "1-6-2027");
  await app.type(/Waarom/, "Staat in de jubileumlijst");
  await app.press("button", "Langer bewaren");
  await app.sees("2 gekozen:");
  await app.focus("Nijland, Corrie");
});

test("who may look but not erase walks along everybody too", async (t) => {
  const app = await open(t, { today });
  await newVault(app);
  await three(app);
  await enterAs(app, "Henk Visser", ["treasurer"]);
  // The treasurer does not see due people who have no payments.
  await app.page.evaluate(() => (location.hash = "#/bewaartermijnen"));
  await app.heading("Bewaartermijnen");
  assert.equal(await app.page.getByText("Aalbers").count(), 0);
  for (const row of (await app.rpc("people_list")).rows) await app.rpc("donations_record", { person: row.id, kind: "contribution", on: "2024-02-01", amount_cents: 5000, remark: "" });
  await reload(app);
  assert.equal(await app.page.getByRole("link", { name: "Bewijzen" }).count(), 0);
  await app.tabTo("button", "Aalbers, Greet");
  await app.keys("ArrowDown");
  await app.keys("ArrowDown");
  await app.sees("Wat gebeurt er met Corrie Nijland?");
  await app.keys("ArrowUp");
  await app.sees("Wat gebeurt er met Pieter Mulder?");
  await app.accessible("due-treasurer");
  assert.equal(await app.page.getByRole("button", { name: "Verder naar controle" }).count(), 0);
});

test("keeping somebody longer asks for a reason, and takes the person off the list", async (t) => {
  const app = await open(t, { today });
  await newVault(app);
  await newPerson(app, { given_name: "Greet", surname: "Aalbers" }, past);
  await reload(app);
  await app.keys("Control+4");
  const choice = await app.tabTo("combobox", "Voorstel voor Aalbers, Greet");
  await choice.selectOption({ label: "Langer bewaren" });
  await app.heading("Greet Aalbers langer bewaren");
  await app.accessible("keep");
  await app.type("Bewaren tot", "1-6-2027");
  await app.press("button", "Langer bewaren");
  await app.page.getByRole("alert").waitFor();
  await app.type(/Waarom/, "Staat in de jubileumlijst");
  await app.press("button", "Langer bewaren");
  await app.heading("Niemand is aan de beurt");
  await app.press("button", "Ongedaan maken");
  await app.sees("Lid tot 31 oktober 2024");
});

test("the rules say what the law asks and what is advice", async (t) => {
  const app = await open(t, { today });
  await newVault(app);
  await app.page.evaluate(() => (location.hash = "#/bewaartermijnen/regels"));
  await app.sees("Oud-leden");
  await app.accessible("rules");
});
