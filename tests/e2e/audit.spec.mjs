// Beheer > Logboek (the audit log): what was done and refused, and whether the chain of lines is intact. Keyboard only.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { go } from "./pages/full.mjs";
import { enterAs, inside, newPerson } from "./pages/vault.mjs";

test("the log tells what was done and what was refused, and that every line follows on from the one before", async (t) => {
  const app = await inside(t);
  await enterAs(app, "Kees Kijker", ["viewer"], true);
  await assert.rejects(app.rpc("people_create", { surname: "Berg" }), /permission\.denied/);

  await app.press("link", "Beheer");
  await app.press("link", "Logboek");
  await app.sees("Gecontroleerd: elke regel sluit aan op de vorige.");
  const denied = app.page.getByRole("row").filter({ hasText: "geweigerd" });
  await denied.filter({ hasText: "Kees Kijker" }).filter({ hasText: "Geprobeerd: persoon toegevoegd" }).waitFor();
  await app.page.getByRole("row").filter({ hasText: "Gebruiker toegevoegd" }).filter({ hasText: "Ria de Boer" }).filter({ hasText: "Kees Kijker" }).waitFor();
  assert.equal(await app.page.getByRole("main").getByText("gedaan", { exact: true }).count(), 0, "only what was refused is marked");
  await app.accessible("audit");
});

test("the log leaves out the program's own work until asked for, and shows the lines of one user", async (t) => {
  const app = await inside(t);
  await app.rpc("settings_look", { theme: "light" });
  await enterAs(app, "Kees Kijker", ["viewer"], true);
  await go(app, "/beheer/logboek");
  const row = (text) => app.page.getByRole("row").filter({ hasText: text });
  await row("Kluis gemaakt").waitFor();
  assert.equal(await row("Weergave aangepast").count(), 0);
  await app.choose("checkbox", /^Toon alles/);
  await row("Weergave aangepast").waitFor();
  await app.tabTo("combobox", "Wie");
  await app.keys("K");
  await row("Kluis gemaakt").waitFor({ state: "detached" });
  await row("Kees Kijker").first().waitFor();
  assert.equal(await row("Gebruiker toegevoegd").count(), 0, "that was Ria");
  await app.accessible("audit-wanted");
  await app.picture("audit-wanted");
});

test("the log says about whom, also about who is gone", async (t) => {
  const app = await inside(t, { today: "2026-11-28" });
  await newPerson(app, { given_name: "Anneke", prefix: "van den", surname: "Berg" }, { started_on: "2020-01-01" });
  const gone = await newPerson(app, { given_name: "Piet", surname: "Weg" }, { started_on: "2001-01-01", ended_on: "2015-01-01" });
  await app.rpc("erasure_run", { persons: [gone], confirm: "Weg" });
  await go(app, "/beheer/logboek");
  const row = app.page.getByRole("row").filter({ hasText: "Persoon toegevoegd" });
  await row.filter({ hasText: "Anneke van den Berg" }).waitFor();
  await row.filter({ hasText: "gewist persoon" }).waitFor();
  assert.equal(await app.page.getByRole("row").filter({ hasText: "Kluis gemaakt" }).filter({ hasText: "gewist persoon" }).count(), 0);
  assert.equal(await app.page.getByRole("main").getByText("Piet").count(), 0);
  await app.accessible("audit-about");
});

test("a line that is not right has a number, is marked, and is gone to", async (t) => {
  const app = await inside(t);
  for (let n = 0; n < 120; n += 1) await app.rpc("settings_look", { theme: n % 2 ? "light" : "system" });
  await app.page.route("**/rpc", async (route) => {
    if (JSON.parse(route.request().postData()).command !== "audit_verify") return route.continue();
    const answer = await (await route.fetch()).json();
    answer.ok.value = { ...answer.ok.value, ok: false, first_broken: 2, fault: "broken" };
    await route.fulfill({ json: answer });
  });
  await go(app, "/beheer/logboek");
  await app.sees("Let op: regel 2 klopt niet meer.");
  assert.doesNotMatch(await app.page.locator(".callout.danger").textContent(), /datalek/);
  const breach = app.page.locator("section").filter({ has: app.page.getByRole("heading", { name: "Is dit een datalek?" }) });
  assert.equal(await breach.getByRole("listitem").count(), 6, "what to do about a breach is a list");
  assert.equal(await app.page.locator("tr", { hasText: "klopt niet" }).count(), 0, "it is not among the newest");
  await app.press("button", "Ga naar regel 2");
  const line = app.page.locator("tr[data-line='2']");
  await line.getByText("klopt niet").waitFor();
  await app.page.waitForFunction(() => document.activeElement?.getAttribute("data-line") === "2");
  assert.ok(await line.evaluate((node) => { const { top, bottom } = node.getBoundingClientRect(); return top > 0 && bottom < innerHeight; }), "it is in view");
  assert.equal(await app.page.locator("tr", { hasText: "klopt niet" }).count(), 1);
  await app.accessible("audit-wrong");
});
