// Findings at unlock: shown above the first screen, with what to do now. Keyboard only, with axe.
import { strict as assert } from "node:assert";
import { readdirSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { instead } from "./pages/door.mjs";
import { go } from "./pages/full.mjs";
import { createVault, newPerson, passphrase, reload } from "./pages/vault.mjs";

async function unlock(app, name = "Wachtzin van Ria") {
  await app.type(name, passphrase);
  await app.keys("Enter");
  await app.heading(/^Good|^Goede/);
}

async function vaultFolder(app) {
  const vaults = join(await app.home(), "vaults");
  return join(vaults, readdirSync(vaults).find((name) => name.endsWith(".kluis")));
}

test("failed attempts and a damaged header are told, read out, and go when they are read", async (t) => {
  const app = await open(t);
  await createVault(app);
  await app.rpc("vault_lock");
  unlinkSync(join(await vaultFolder(app), "header.bak"));
  await assert.rejects(app.rpc("vault_unlock", { user: null, name: null, passphrase: "fout fout fout fout" }));
  await app.page.waitForTimeout(1200);
  await reload(app);
  await unlock(app);
  const told = app.page.getByRole("region", { name: "Gezien bij het openen" });
  await told.getByRole("status").getByText("Er is 1 keer een verkeerde wachtzin").waitFor();
  await told.getByRole("listitem").getByText(/Dat was op .*\d\. Was u het zelf\? Dan hoeft u niets te doen\./).waitFor();
  assert.equal(await told.locator(".callout.warn").count(), 0, "one typing error is no alarm");
  assert.match(await told.textContent(), /Kon een vreemde erbij\? .*Dit kan een datalek zijn/, "and only then it is more");
  await told.getByRole("listitem").getByText("Een van de twee bestanden met het slot").waitFor();
  await app.accessible("told");
  await app.press("link", "Personen");
  await app.heading("Personen");
  assert.equal(await told.getByRole("button").count(), 0, "elsewhere it is not in the way");
  await app.keys("Control+1");
  await app.press("button", /^Gelezen: Er is 1 keer/);
  await told.getByRole("listitem").getByText("verkeerde wachtzin").waitFor({ state: "detached" });
  await app.page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await app.press("button", /^Gelezen: Een van de twee/);
  await told.getByRole("button").waitFor({ state: "detached" });
  await app.keys("Control+l");
  await app.heading("Wie bent u?");
  await unlock(app);
  assert.deepEqual((await app.rpc("vault_state")).me.told, [], "it is told once");
});

test("many failed attempts are an alarm", async (t) => {
  const app = await open(t);
  await createVault(app);
  await app.rpc("vault_lock");
  const noted = { failed: 0, last: Date.now() - 864e5, untold: 5, since: Date.now() - 2 * 864e5 };
  writeFileSync(join(await vaultFolder(app), "attempts.json"), JSON.stringify(noted));
  await reload(app);
  await unlock(app);
  const told = app.page.getByRole("region", { name: "Gezien bij het openen" });
  await told.locator(".callout.warn").getByText("Er is 5 keer een verkeerde wachtzin").waitFor();
  await told.getByText(/Dit kan een datalek zijn/).first().waitFor();
});

test("the worst is told first, and a long path is not cut off in the narrowest window", async (t) => {
  const app = await open(t, { width: 320, height: 640 });
  await createVault(app);
  const place = `/media/ria/STICK/${"ledenadministratie-".repeat(4)}/veldrade-terzijde-gezet.kluis`;
  const told = [
    { code: "vault.other_copies", args: { names: `data-${"kopie".repeat(20)}.db` } },
    { code: "vault.set_aside", args: { how: "kept", place } },
  ];
  await instead(app, "vault_state", (said) => {
    const { value } = said.ok;
    value.set_aside = { places: [place], overwritten: false };
    if (value.me) value.me.told = told;
    return said;
  });
  await reload(app);
  const first = app.page.getByRole("region", { name: "Gezien bij het openen" }).getByRole("listitem").first();
  await first.getByText("Terwijl de kluis open was, veranderden de bestanden in de map.").waitFor();
  await first.getByText(place, { exact: true }).waitFor();
  await first.getByRole("button", { name: `Eigen versie openen: ${place}` }).waitFor();
  await first.locator("summary").press("Enter");
  assert.equal(await first.locator("details ol li").count(), 4, "what to do is a list");
  await app.accessible("told-narrow");
});

test("a date that cannot be right stays told on every screen until somebody says that it is", async (t) => {
  const app = await open(t, { today: "2026-11-28", width: 640, height: 400 });
  await createVault(app);
  await newPerson(app, { given_name: "Anneke", surname: "Berg" }, { started_on: "2020-01-01" });
  await newPerson(app, { given_name: "Jan", surname: "Pronk" }, { started_on: "2020-01-01", ended_on: "2026-06-01" });
  await app.rpc("vault_lock");
  await app.restart("2025-01-10");
  await unlock(app);
  const told = app.page.getByRole("region", { name: "Gezien bij het openen" });
  await told.getByRole("listitem").getByText("De laatste datum waar wij zeker van zijn, is 28 november 2026").waitFor();
  await app.sees("Ook wie lid is en de aantallen kloppen nu misschien niet.");
  await app.accessible("told-clock-small");
  await app.keys("Control+2");
  // People without an end date do not depend on the clock.
  await app.page.getByRole("row").filter({ hasText: "Berg, Anneke" }).filter({ hasText: "zolang lid" }).waitFor();
  await app.page.getByRole("row").filter({ hasText: "Pronk, Jan" }).filter({ hasText: "datum onzeker" }).waitFor();
  await app.keys("Control+4");
  await app.heading("Bewaartermijnen");
  await app.sees("tellen wij geen bewaartermijnen");
  await app.sees("Er staat nu niemand in deze lijst.");
  // Excludes the status region, which repeats the notice for screen readers.
  const doubts = app.page.locator("main").getByText(/De datum van deze computer lijkt niet te kloppen|tellen wij (nu )?(geen|niet)/).and(app.page.locator(":not([role=status])"));
  assert.equal(await doubts.count(), 2, "the notice says it, in two sentences, and nothing else does");
  await app.accessible("told-clock-retention");
  await app.press("link", "Regels");
  await app.sees("Oud-leden");
  assert.equal(await doubts.count(), 2, "the rules are as they are on any date");
  await go(app, `/personen/${(await app.rpc("people_list", { tab: "all" })).rows[0].id}`);
  await app.sees("Termijnen zijn niet geteld");
  assert.equal(await doubts.count(), 2);
  // A read-only session gets the same notice, without mention of a button that it lacks.
  await app.rpc("vault_lock");
  await app.rpc("vault_unlock", { user: null, name: "Ria de Boer", passphrase, read_only: true });
  await reload(app);
  await go(app, "/bewaartermijnen");
  await told.getByRole("listitem").getByText("Wie de kluis opent om te wijzigen, kan zeggen dat de datum klopt.").waitFor();
  await app.sees("Er staat nu niemand in deze lijst.");
  assert.equal(await app.page.getByText(/Kijk de datum na|Tot u zegt/).count(), 0);
  await app.rpc("vault_lock");
  await app.rpc("vault_unlock", { user: null, name: "Ria de Boer", passphrase, read_only: false });
  await reload(app);
  await app.press("button", "De datum klopt");
  await told.waitFor({ state: "detached" });
  await app.page.locator("main").getByText("De datum van deze computer lijkt niet te kloppen.").waitFor({ state: "detached" });
  assert.deepEqual((await app.rpc("vault_state")).me.told, []);
});

test("it is told in English too", async (t) => {
  const app = await open(t, { today: "2026-11-28" });
  await createVault(app);
  await app.rpc("settings_set", { language: "en" });
  await reload(app);
  await app.rpc("vault_lock");
  await app.restart("2028-03-01");
  await unlock(app, "Ria's passphrase");
  await app.page.getByRole("region", { name: "Seen when opening" }).getByRole("listitem").getByText("The date of this computer does not seem right.").waitFor();
  await app.accessible("told-clock-english");
  await app.press("button", "The date is right");
  await app.sees("We count again with the date of today.");
});
