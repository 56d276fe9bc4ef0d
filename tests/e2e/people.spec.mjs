// People, the person page and consent: find, add, change, record, report and erase. Keyboard only, with axe.
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { enterAs, inside } from "./pages/vault.mjs";

/** Adds a person who has been a member since 2011. */
function anneke(app) {
  return app.rpc("people_create", {
    given_name: "Anneke", prefix: "van den", surname: "Berg", emails: [{ label: "home", address: "anneke@voorbeeld.nl" }], phones: [{ label: "mobile", number: "06 12345678" }],
    street: "Molenpad 12", postcode: "9999 ZV", city: "Veldrade", birth_date: "1961-11-23", member_number: "0147",
    relations: [{ kind: "member", started_on: "2011-09-01" }],
  });
}

test("somebody is added, found with a typing error, changed, and leaves", async (t) => {
  const app = await inside(t);
  await app.press("link", "Personen");
  await app.sees("Hier komen uw leden");
  await app.accessible("people-empty");

  await app.keys("Control+n");
  await app.heading("Persoon toevoegen");
  await app.accessible("person-new");
  await app.press("button", "Opslaan");
  await app.sees("Controleer dit");
  await app.sees("Vul de achternaam in.");
  await app.accessible("person-new-fault");
  await app.keys("Escape");
  await app.heading("Personen");
  await app.keys("Control+n");
  await app.type(/^Voornaam/, "Anneke");
  await app.keys("Escape");
  await app.sees("Wilt u uw invoer bewaren?");
  await app.press("button", "Verder invullen");
  assert.equal(await app.page.locator("[name=given_name]").inputValue(), "Anneke", "Escape asks before input is lost");
  await app.type(/^Tussenvoegsel \(/, "van den");
  await app.type("Achternaam", "Berg");
  await app.type(/^E-mailadres/, "anneke@voorbeeld.nl");
  await app.type(/^Geboortedatum/, "23-11-61");
  await app.keys("Control+s");
  await app.heading("Anneke van den Berg");
  await app.sees("Anneke van den Berg is toegevoegd.");
  await app.sees("23 november 1961");
  await app.accessible("person");

  await app.press("link", "Personen");
  await app.type(/^Zoek in/, "aneke", { role: "searchbox" });
  await app.sees("1 van 1 personen");
  await app.accessible("people");
  await app.tabTo("row", /Berg, Anneke van den/);
  await app.keys("Enter");
  await app.heading("Anneke van den Berg");

  await app.keys("F2");
  await app.heading("Anneke van den Berg wijzigen");
  await app.press("button", "Nog een e-mailadres");
  await app.page.keyboard.type("berg@voorbeeld.nl");
  await app.press("button", "E-mailadres 1 weghalen");
  await app.focus("berg@voorbeeld.nl"); // The line that moves up gets the focus.
  await app.type(/^Woonplaats/, "Veldrade");
  await app.accessible("person-change");
  await app.keys("Control+s");
  const town = app.page.locator("dd", { hasText: "Veldrade" });
  await town.waitFor();
  await app.keys("Control+z");
  await town.waitFor({ state: "detached" });

  await app.press("button", "Lidmaatschap beëindigen");
  await app.sees("Lidmaatschap van Anneke van den Berg beëindigen?");
  await app.sees(/^Anneke van den Berg blijft bewaard tot en met .*\. Dat is 1 jaar na het einde van het lidmaatschap\.$/);
  await app.accessible("person-end");
  await app.tabTo("textbox", "Laatste dag");
  await app.keys("Control+a");
  await app.page.keyboard.type("31-12-2020");
  await app.sees("Anneke van den Berg is dan meteen aan de beurt om te wissen.");
  await app.type("Laatste dag", "31-12-2025");
  await app.keys("Enter");
  await app.sees("Het lidmaatschap is beëindigd op 31 december 2025.");
  await app.sees("Oud-lid");
  await app.press("button", "Ongedaan maken");
  await app.press("button", "Lidmaatschap beëindigen");
  await app.type("Laatste dag", "31-12-2025");
  await app.keys("Enter");
  await app.sees("Oud-lid");

  await app.press("link", "Geschiedenis");
  await app.sees("Relatie beëindigd");
  await app.accessible("person-history");
});

/** Waits until the control with this accessible name has the focus. */
const focusedOn = (app, name) =>
  app.page.waitForFunction((wanted) => new RegExp(wanted).test(document.activeElement?.ariaLabel ?? ""), name.source);

test("a choice is recorded with nothing chosen beforehand, and withdrawn in one press", async (t) => {
  const app = await inside(t);
  const person = await anneke(app);
  await app.page.goto(`${app.bridge}#/personen/${person}/toestemming`);
  await app.press("button", /^Keuze over Herkenbare foto.s op de website/);
  await app.sees("Keuze van Anneke van den Berg vastleggen");
  assert.equal(await app.page.locator("input[name=answer]:checked").count(), 0);
  await app.page.locator("dialog").getByRole("button", { name: "Keuze vastleggen" }).press("Enter");
  await app.sees("Kies ja of nee.");
  await app.accessible("consent-record");
  await app.choose("radio", "Ja, dat is goed");
  await app.keys("Enter");
  await app.sees(/is vastgelegd/);
  await focusedOn(app, /^Toestemming voor Herkenbare foto.s op de website intrekken$/);
  await app.accessible("person-consent");
  await app.press("button", /^Toestemming voor Herkenbare foto.s op de website intrekken$/);
  await app.sees(/is ingetrokken/);
  // The focus stays on this purpose, whose button now records.
  await focusedOn(app, /^Keuze over Herkenbare foto.s op de website/);
  const state = async (key) => (await app.rpc("consent_of", { person })).find((row) => row.key === key);
  assert.equal((await state("photos_portrait")).state, "withdrawn");
  await app.sees("Niet vastgelegd");
  await app.press("button", "Ongedaan maken");
  await app.page.getByRole("button", { name: /^Toestemming voor .*website intrekken$/ }).waitFor();
  assert.equal((await state("photos_portrait")).state, "given");

  await app.sees("Hiervoor vraagt u niets.");
  await app.press("button", "Keuze over Fondsenwerving per post vastleggen");
  await app.tabTo("radio", "Geen bezwaar");
  await app.keys("ArrowDown");
  await app.keys("Enter");
  await app.sees("Keuze over Fondsenwerving per post is vastgelegd.");
  assert.match((await state("fundraising_post")).state, /refused|withdrawn/);
  await app.accessible("person-objection");

  await app.press("link", "Toestemming");
  await app.sees("Hiervoor vraagt u toestemming");
  await app.accessible("consent");
});

test("the report is kept or opened to print, and afterwards the person is erased", async (t) => {
  const app = await inside(t);
  const person = await anneke(app);
  const home = await app.home();
  await app.page.goto(`${app.bridge}#/personen/${person}`);
  await app.heading("Anneke van den Berg");
  await app.keys("Control+p");
  await app.sees("Inzagerapport van Anneke van den Berg maken");
  await app.accessible("report");
  await app.dialog(join(home, "rapport.pdf"));
  await app.dialog(join(home, "rapport.json"));
  await app.press("button", "Bewaren (PDF en JSON)");
  await app.sees(/Het rapport is klaar/);
  await app.sees(/Deze bestanden staan buiten de kluis: .* en /);
  assert.equal(readFileSync(join(home, "rapport.pdf"), "latin1").slice(0, 5), "%PDF-");
  assert.match(readFileSync(join(home, "rapport.json"), "utf8"), /anneke@voorbeeld\.nl/);
  await app.keys("Control+p");
  await app.press("button", "Openen om af te drukken");
  await app.sees("Wij wissen dit tijdelijke bestand als u vergrendelt.");
  assert.equal((await app.viewed()).length, 1);

  await app.press("button", "Meer");
  await app.keys("End");
  await app.keys("Enter");
  await app.sees("Dit gaat weg");
  await app.accessible("erase");
  // A current member is not due for erasure: the core refuses and says what to do first.
  await app.type(/Typ de achternaam/, "Berg");
  await app.keys("Enter");
  await app.sees(/nog niet aan de beurt/);
  await app.press("button", "Niet wissen");
  const [member] = (await app.rpc("people_get", { person })).relations;
  await app.rpc("people_end_relation", { relation: member.id, ended_on: "2020-10-31" });
  await app.page.reload();
  await app.heading("Anneke van den Berg");
  await app.press("button", "Meer");
  await app.keys("End");
  await app.keys("Enter");
  await app.sees("Dit gaat weg");
  await app.type(/Typ de achternaam/, "Bergen");
  await app.keys("Enter");
  await app.sees("Dat is niet hetzelfde.");
  await app.type(/Typ de achternaam/, "berg");
  await app.keys("Enter");
  await app.heading("Gewist");
  await app.accessible("erased");
  await app.press("button", "Sluiten");
  await app.sees("Hier komen uw leden");
  assert.equal((await app.rpc("people_list")).counts.all, 0);
});

test("a note is read when somebody asks for it, and the log says who did", async (t) => {
  const app = await inside(t);
  const plain = { initials: "", given_name: "Anneke", prefix: "", surname: "Berg", partner_prefix: "", partner_surname: "", name_use: "own" };
  const person = await app.rpc("people_create", {
    ...plain, emails: [], phones: [], street: "", postcode: "", city: "", country: "", birth_date: null, member_number: "",
    note: "Speelt ook saxofoon.", relations: [],
  });
  const looks = async () => (await app.rpc("audit_of", { person })).filter((line) => line.op === "note.view").length;
  await app.page.goto(`${app.bridge}#/personen/${person}`);
  await app.heading("Anneke Berg");
  await app.sees("Wie dit leest, komt in het logboek.");
  assert.equal(await app.page.getByText("saxofoon").count(), 0);
  assert.equal(await looks(), 0);
  await app.accessible("person-note");
  await app.press("button", "Lezen");
  await app.sees("Speelt ook saxofoon.");
  await app.accessible("person-note-read");
  assert.equal(await looks(), 1);
  // The form contains the note, and saving keeps it.
  await app.keys("F2");
  await app.heading("Anneke Berg wijzigen");
  await app.type(/^Woonplaats/, "Veldrade");
  await app.press("button", "Opslaan");
  await app.heading("Anneke Berg");
  assert.equal((await app.rpc("people_note", { person })).text, "Speelt ook saxofoon.");
  assert.equal(await looks(), 1, "one look within a quarter of an hour");
});

test("a viewer sees names and how to reach people, and nothing that cannot be done", async (t) => {
  const app = await inside(t, { width: 640, height: 400 });
  const person = await anneke(app);
  await enterAs(app, "Kees Kijker", ["viewer"]);
  await app.page.goto(`${app.bridge}#/personen/${person}`);
  await app.heading("Anneke van den Berg");
  await app.sees("anneke@voorbeeld.nl");
  assert.equal(await app.page.getByText("Molenpad").count(), 0);
  assert.equal(await app.page.getByRole("button", { name: "Meer", exact: true }).count(), 0);
  assert.equal(await app.page.getByRole("link", { name: "Gegevens wijzigen" }).count(), 0);
  await app.accessible("person-viewer");
  await app.press("link", "Giften");
  await app.sees("Giften zijn op slot");
  await app.page.goto(`${app.bridge}#/bewaartermijnen`);
  await app.sees("Vraag de beheerder van de kluis: Ria de Boer.");
  await app.accessible("no-access");
});
