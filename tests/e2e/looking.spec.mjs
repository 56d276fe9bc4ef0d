// A vault that was opened to look: nothing is offered that cannot be done, on any screen there is. By keyboard only, with axe.
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { open } from "./pages/application.mjs";
import { createVault, newPerson, passphrase, reload } from "./pages/vault.mjs";

const from = (path) => readFileSync(new URL(`../../ui/src/${path}`, import.meta.url), "utf8");
/** Every command that writes, as the page knows them. */
const writes = new Set([...from("generated/api.ts").matchAll(/\("(\w+)", \[[^\]]*\], "\w+"\)/g)].map(([, name]) => name));
/** Every screen there is, with its parts. */
const parts = { "/bewaartermijnen/:tab?": ["", "regels", "bewijzen"], "/personen/:person/:tab?": ["", "toestemming", "geschiedenis", "giften"] };
const screens = (person) =>
  [...from("app/routes.ts").matchAll(/\{ path: "([^"]+)"/g)].flatMap(([, path]) =>
    (parts[path] ?? [""]).map((tab) => path.replace(":person", person).replace("/:tab?", tab && `/${tab}`)),
  );

/** Where a form is that has no use without writing. */
const forms = [...from("app/routes.ts").matchAll(/\{ path: "([^"]+)"[^}]* does: /g)].map(([, path]) => new RegExp(`^#${path.replace(":person", "[^/]+")}$`));

/** A vault in which every screen has something to do: somebody with everything, a list that came in, an erasure, a user more. */
async function fullVault(app) {
  await createVault(app, ["secretary", "privacy", "treasurer"]);
  const anneke = await newPerson(app, { given_name: "Anneke", surname: "Berg" }, { started_on: "2020-01-01" });
  await newPerson(app, { given_name: "Jan", surname: "Pronk" }, { started_on: "2001-01-01", ended_on: "2015-01-01" });
  const gone = await newPerson(app, { given_name: "Piet", surname: "Weg" }, { started_on: "2001-01-01", ended_on: "2015-01-01" });
  await app.rpc("erasure_run", { persons: [gone], confirm: "Weg" });
  const seen = (await app.rpc("people_get", { person: anneke })).changed_at;
  const view = await app.rpc("people_get", { person: anneke });
  await app.rpc("people_change", {
    person: anneke, seen,
    to: { ...view.name, emails: [], phones: [], street: "", postcode: "", city: "Veldrade", country: "NL", birth_date: "1980-05-05", member_number: "12", note: "speelt klarinet", relations: [] },
  });
  await app.rpc("donations_record", { person: anneke, kind: "gift", on: "2026-01-02", amount_cents: 2500, remark: "tuba" });
  const [asked] = (await app.rpc("consent_of", { person: anneke })).filter((row) => row.asks_consent);
  await app.rpc("consent_record", { person: anneke, purpose: asked.purpose, given: true, on: "2026-01-02", how: "paper" });
  await app.dialog(fileURLToPath(new URL("files/ledenlijst.csv", import.meta.url)));
  const { file } = await app.post("dialog/open", { kind: "list", title: "" });
  const { request } = await app.rpc("import_open", { file, sheet: null, header_row: null });
  await app.rpc("import_run", request);
  await app.rpc("users_add", { name: "Kees Kijker", roles: ["viewer"], admin: false, passphrase: "vijf vrolijke vinken vlogen voorbij", own_passphrase: passphrase, kdf: { memory_mib: 8, passes: 1 } });
  return anneke;
}

/** Comes in again to look. */
async function look(app) {
  await app.rpc("vault_lock");
  await app.rpc("vault_unlock", { user: null, name: "Ria de Boer", passphrase, read_only: true });
  await reload(app);
}

/** The commands that the page asks for from now on. */
function listen(app) {
  const asked = [];
  app.page.on("request", (request) => {
    if (request.url().endsWith("/rpc")) asked.push(JSON.parse(request.postData()).command);
  });
  return asked;
}

async function go(app, path) {
  await app.page.evaluate((where) => (location.hash = `#${where}`), path);
  await app.page.locator("main h1").first().waitFor();
  // Until what the screen asked for has come and is drawn.
  await app.page.waitForTimeout(120);
}

/** What somebody could press or choose on the screen that is shown; in a dialog or a menu, what is in there. */
const controls = (page) => page.locator(":is(main, dialog[open]) :is(button, input, select, textarea, summary, [role=menuitem], [role=row][tabindex='0']):visible");

test("on no screen is there anything that leads to a change, whatever is pressed", { timeout: 150_000 }, async (t) => {
  const app = await open(t, { today: "2026-11-28" });
  const person = await fullVault(app);
  await look(app);
  assert.ok(writes.size > 30 && forms.length >= 3, "what writes is known");
  const asked = listen(app);
  const { page } = app;
  const wrong = [];
  for (const path of screens(person)) {
    await go(app, path);
    if ((await page.locator("main form, dialog form").count()) > 0) wrong.push(`${path}: a form`);
    for (const href of await page.locator("a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href")))) {
      if (forms.some((form) => form.test(href))) wrong.push(`${path}: a link to ${href}`);
    }
    const count = await controls(page).count();
    for (let at = 0; at < count; at += 1) {
      // The screen as it was: made anew.
      await page.evaluate(() => (location.hash = "#/nergens"));
      await go(app, path);
      const control = controls(page).nth(at);
      if ((await control.count()) === 0) continue;
      const name = await control.evaluate((node) => node.getAttribute("aria-label") ?? node.textContent?.trim() ?? node.getAttribute("name"));
      asked.length = 0;
      await control.focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Space");
      await page.waitForTimeout(60);
      // What opened: a menu has nothing that writes, a dialog nothing to fill in.
      if ((await page.locator("main form, dialog form, dialog[open] input").count()) > 0) wrong.push(`${path}: "${name}" opens a form`);
      const written = asked.filter((command) => writes.has(command));
      if (written.length > 0) wrong.push(`${path}: "${name}" asks for ${written}`);
      await page.keyboard.press("Escape");
    }
  }
  assert.deepEqual(wrong, []);
});

test("who comes to a form by its address or a key is told in one message, and what was typed before is not offered", async (t) => {
  const app = await open(t, { today: "2026-11-28" });
  await createVault(app);
  const person = await newPerson(app, { given_name: "Anneke", surname: "Berg" });
  await look(app);
  const bar = app.page.getByText("U kunt nu alleen kijken.");
  await bar.first().waitFor();
  await app.accessible("looking-today");
  assert.equal(await app.page.getByText("Druk uw herstelblad af").count(), 0);
  await app.keys("Control+n");
  await app.heading("Wijzigen kan nu niet");
  await app.accessible("looking-form");
  assert.equal(await app.page.locator("main input").count(), 0);
  await go(app, `/personen/${person}`);
  await app.keys("F2");
  await app.heading("Wijzigen kan nu niet");
  await go(app, `/personen/${person}`);
  await app.keys("Control+p");
  await app.page.getByRole("status").getByText("U kunt nu alleen kijken.").first().waitFor();
  await app.keys("Control+k");
  await app.page.keyboard.type("toevoegen");
  await app.page.waitForTimeout(300);
  assert.equal(await app.page.getByRole("option", { name: "Persoon toevoegen" }).count(), 0);
  await app.keys("Escape");
  // The way out stands beside it.
  await app.press("button", "Vergrendelen en gewoon openen");
  await app.heading("Wie bent u?");
});

test("why it is only looking is told where another has it open", async (t) => {
  const app = await open(t, { today: "2026-11-28" });
  await createVault(app);
  await app.page.route("**/rpc", async (route) => {
    if (JSON.parse(route.request().postData()).command !== "vault_state") return route.continue();
    const answer = await (await route.fetch()).json();
    answer.ok.value.in_use = { computer: "Laptop van Tom", since: Date.UTC(2026, 10, 28) };
    await route.fulfill({ json: answer });
  });
  await look(app);
  await app.sees("U kunt nu alleen kijken. De kluis is open op Laptop van Tom.");
});
