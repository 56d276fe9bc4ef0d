// A read-only session: no screen offers anything that would change data. Keyboard only, with axe.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { from, fullVault, go, screens } from "./pages/full.mjs";
import { createVault, newPerson, passphrase, reload } from "./pages/vault.mjs";

/** All commands that write, read from the generated API. */
const writes = new Set([...from("generated/api.ts").matchAll(/\("(\w+)", \[[^\]]*\], "\w+"\)/g)].map(([, name]) => name));
/** Routes that are useless without writing: those with `does` in routes.ts. */
const forms = [...from("app/routes.ts").matchAll(/\{\s*path: "([^"]+)"[^}]*\sdoes: /g)].map(([, path]) => new RegExp(`^#${path.replace(":person", "[^/]+")}$`));

/** Unlocks again, read-only. */
async function look(app) {
  await app.rpc("vault_lock");
  await app.rpc("vault_unlock", { user: null, name: "Ria de Boer", passphrase, read_only: true });
  await reload(app);
}

/** Records every command that the page sends from now on. */
function listen(app) {
  const asked = [];
  app.page.on("request", (request) => {
    if (request.url().endsWith("/rpc")) asked.push(JSON.parse(request.postData()).command);
  });
  return asked;
}

/** Everything in the screen or an open dialog that can be pressed or chosen, menu items included. */
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
      // Rebuild the screen, so that every control starts from the same state.
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
      // Opening a menu or a dialog is fine, as long as it has no form or field.
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
  await reload(app);
  await app.keys("Control+n");
  await app.type("Achternaam", "Zomerdijk");
  await app.keys("Control+l");
  await app.heading("Wie bent u?");
  await look(app);
  const bar = app.page.getByText("U kunt nu alleen kijken.");
  await bar.first().waitFor();
  await app.accessible("looking-today");
  assert.equal(await app.page.getByText("Druk uw herstelblad af").count(), 0);
  assert.equal((await app.rpc("drafts_list")).length, 1, "it is kept");
  assert.equal(await app.page.getByText("staat nog klaar").count(), 0, "there is no form to put it back in");
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
  // The bar also offers the way out.
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
