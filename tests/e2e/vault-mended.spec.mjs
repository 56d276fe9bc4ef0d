// The door, the users and the lock, where something is not as it should be: what is typed stays, and each thing is said once. By keyboard only.
import { strict as assert } from "node:assert";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { createVault, enterAs, inside, newPerson, newVault, othersPassphrase, passphrase, reload } from "./pages/vault.mjs";

async function vaultFolder(app) {
  const vaults = join(await app.home(), "vaults");
  return join(vaults, readdirSync(vaults).find((name) => name.endsWith(".kluis")));
}

async function offered(app) {
  await app.page.locator("ol.words li").first().waitFor();
  return (await app.page.locator("ol.words li").allTextContents()).join(" ");
}

/** A locked vault, at its door. */
async function atTheDoor(t, options) {
  const app = await open(t, options);
  await createVault(app);
  await app.rpc("vault_lock");
  await reload(app);
  return app;
}

/** The page hears another answer of this command: for what a test cannot make so. */
async function instead(app, command, answer) {
  await app.page.route("**/rpc", async (route) => {
    if (route.request().postDataJSON().command !== command) return route.fallback();
    const real = await route.fetch();
    return route.fulfill({ json: answer(await real.json(), route.request().postDataJSON().request) });
  });
}

const groupsOnScreen = (app) => app.page.locator("[name^='groups.']").evaluateAll((inputs) => inputs.map((input) => input.value));
const summary = (app) => app.page.locator(".summary");
const summaryFocused = (app) => app.page.waitForFunction(() => document.activeElement?.classList.contains("summary"));

async function fillGroups(app, groups) {
  for (const [index, group] of groups.entries()) await app.type(`Groep ${index + 1}`, group);
}

test("a refused sheet keeps all that was typed, and the wrong group is marked", async (t) => {
  const app = await open(t);
  await createVault(app);
  const { groups } = await app.rpc("vault_recovery_text", { passphrase });
  await app.rpc("vault_lock");
  await reload(app);
  await app.press("link", /Wachtzin vergeten/);
  const words = await offered(app);

  await fillGroups(app, [...groups.slice(0, 7), ""]);
  await app.press("button", "Kluis openen");
  await summary(app).getByText("Vul groep 8 in.").waitFor();
  await summary(app).getByText("Typ de wachtzin nog een keer.").waitFor();
  await summaryFocused(app);
  assert.deepEqual(await summary(app).getByRole("listitem").allTextContents(), ["Vul groep 8 in.", "Typ de wachtzin nog een keer."]);

  await app.type("Typ uw wachtzin nog een keer", words);
  await app.type("Groep 8", groups[7]);
  await fillGroups(app, [groups[1], groups[0]]);
  const typed = await groupsOnScreen(app);
  await app.press("button", "Kluis openen");
  await summary(app).getByText("Groep 1 klopt niet.").waitFor();
  await summaryFocused(app);
  assert.deepEqual(await groupsOnScreen(app), typed);
  assert.equal(await offered(app), words, "the words are the same");
  assert.equal(await app.page.locator("[name=new_passphrase_again]").inputValue(), words);
  await app.accessible("recover-refused");
  await app.picture("recover-refused");
  await app.keys("Tab");
  await app.keys("Enter");
  await app.focus("groups.0");

  await fillGroups(app, groups);
  await app.press("button", "Kluis openen");
  await app.heading("Druk uw herstelblad af");
  assert.equal(await app.page.getByLabel("Uw eigen wachtzin").count(), 0, "it was chosen a moment ago");
  await app.press("button", "Herstelblad afdrukken");
  await app.page.getByRole("heading", { name: /^Typ groep/ }).waitFor();
});

test("the sheet of another vault is refused in its own words, and all that was typed stays", async (t) => {
  const app = await open(t);
  await createVault(app);
  const { groups } = await app.rpc("vault_recovery_text", { passphrase });
  await app.rpc("vault_lock");
  const folder = await vaultFolder(app);
  rmSync(folder, { recursive: true });
  await createVault(app);
  await app.rpc("vault_recovery_text", { passphrase });
  await app.rpc("vault_lock");
  await reload(app);
  await app.press("link", /Wachtzin vergeten/);
  const words = await offered(app);
  await app.page.locator("[name='groups.0']").focus();
  await app.page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, `Herstelsleutel: Muziekvereniging Veldrade\n${groups.map((group, at) => `${at + 1}  ${group}`).join("\n")}\nSheet`);
  await app.page.waitForFunction(() => document.querySelector("[name='groups.7']").value !== "");
  assert.deepEqual(await groupsOnScreen(app), groups, "only the groups were taken");
  await app.type("Typ uw wachtzin nog een keer", words);
  await app.press("button", "Kluis openen");
  await summary(app).getByText("Dit herstelblad past niet op deze kluis.").waitFor();
  await summaryFocused(app);
  assert.deepEqual(await groupsOnScreen(app), groups);
  assert.equal(await offered(app), words);
});

test("nothing typed at the door is no attempt", async (t) => {
  const app = await atTheDoor(t);
  await app.focus("passphrase");
  await app.keys("Enter");
  await app.page.getByRole("alert").getByText("Vul uw wachtzin in.").waitFor();
  assert.equal((await app.rpc("vault_state")).wait_seconds, 0);
  await app.focus("passphrase");
});

test("the reason stays red while the seconds run, and their end is said", async (t) => {
  const app = await atTheDoor(t, { width: 640, height: 400 });
  const whole = () => app.page.locator("[name=passphrase]").evaluate((input) => {
    const field = input.closest(".field").getBoundingClientRect();
    return field.top >= 0 && field.bottom <= innerHeight;
  });
  await app.focus("passphrase");
  assert.ok(await whole(), "the field is to be seen on arrival");
  await app.type("Wachtzin van Ria", "fout fout fout fout");
  await app.keys("Enter");
  await app.page.locator("[aria-hidden=true]").getByText(/^Wacht \d/).waitFor();
  await app.focus("passphrase");
  await app.page.waitForTimeout(100);
  assert.ok(await whole(), "and after the message");
  await app.keys("Enter");
  await app.page.getByRole("alert").getByText(/klopt niet.*Wacht \d/).waitFor();
  assert.match(await app.page.locator(".error").textContent(), /klopt niet/);
  await app.picture("door-wrong-small");
  await app.page.getByRole("status").getByText("U kunt het weer proberen.").waitFor();
  assert.match(await app.page.locator(".error").textContent(), /klopt niet/);
  await app.accessible("door-wrong-small");
});

test("where names are hidden, a wrong attempt speaks of both", async (t) => {
  const app = await atTheDoor(t);
  await instead(app, "vault_state", (said) => { Object.assign(said.ok.value, { names_hidden: true, users: [] }); return said; });
  await reload(app);
  await app.focus("name");
  await app.keys("Enter");
  await app.sees("Vul uw naam in.");
  await app.type("Uw naam", "Ria");
  await app.type("Uw wachtzin", "fout fout fout fout");
  await app.keys("Enter");
  await app.page.getByRole("alert").getByText(/^Deze naam en wachtzin horen niet bij elkaar/).waitFor();
});

test("a passphrase of before is said beside the field", async (t) => {
  const app = await atTheDoor(t);
  await app.page.route("**/rpc", (route) => {
    if (route.request().postDataJSON().command !== "vault_unlock") return route.fallback();
    return route.fulfill({ json: { error: { code: "vault.wrong_passphrase_older", kind: "invalid", args: {}, fields: [], incident: null } } });
  });
  await app.type("Wachtzin van Ria", passphrase);
  await app.keys("Enter");
  await app.page.locator(".error").waitFor();
  await app.focus("passphrase");
});

test("a broken vault says what to do, tries again, and Escape leads back", async (t) => {
  const app = await open(t);
  await createVault(app);
  await app.rpc("vault_lock");
  const folder = await vaultFolder(app);
  const copy = join(await app.home(), "copy");
  cpSync(folder, copy, { recursive: true });
  await app.rpc("vault_unlock", { user: null, name: null, passphrase });
  await newPerson(app, { given_name: "Anneke", surname: "Zuiderduin" });
  await app.rpc("vault_lock");
  cpSync(join(folder, "data.db"), join(copy, "new.db"));
  cpSync(join(copy, "data.db"), join(folder, "data.db"));
  await reload(app);
  await app.type("Wachtzin van Ria", passphrase);
  await app.keys("Enter");
  await app.heading("De kluis gaat niet open");
  await app.page.locator(".callout.warn").getByText("Wij hebben niets veranderd.").waitFor();
  assert.doesNotMatch(await app.page.locator("main").innerText(), /data\.db|header/, "files are for who helps");
  await app.page.locator("summary").press("Enter");
  await app.sees(/Bestand: data\.db/);
  await app.accessible("not-open");
  await app.picture("not-open");
  await app.press("button", "Opnieuw proberen");
  await app.heading("De kluis gaat niet open");
  await app.keys("Escape");
  await app.heading("Wie bent u?");
  await app.focus("passphrase");
  await app.type("Wachtzin van Ria", passphrase);
  await app.keys("Enter");
  await app.heading("De kluis gaat niet open");
  cpSync(join(copy, "new.db"), join(folder, "data.db"));
  await app.press("button", "Opnieuw proberen");
  await app.heading(/^Goede/);
});

test("where the disk takes nothing, the vault can be looked at", async (t) => {
  const app = await atTheDoor(t);
  let looked = 0;
  await app.page.route("**/rpc", (route) => {
    const { command, request } = route.request().postDataJSON();
    if (command !== "vault_unlock") return route.fallback();
    if (request.read_only) looked += 1;
    return request.read_only ? route.fallback() : route.fulfill({ json: { error: { code: "disk.read_only", kind: "refused", args: {}, fields: [], incident: null } } });
  });
  await app.type("Wachtzin van Ria", passphrase);
  await app.keys("Enter");
  await app.sees("Op deze schijf kunnen wij niet schrijven.");
  await app.accessible("disk-read-only");
  await app.press("button", "Alleen bekijken");
  await app.heading(/^Goede/);
  assert.equal(looked, 1);
  await app.sees("U bekijkt de kluis alleen.");
});

test("an older vault says its day first, and Escape leads back", async (t) => {
  const app = await open(t);
  await createVault(app);
  await app.rpc("vault_lock");
  const folder = await vaultFolder(app);
  const copy = join(await app.home(), "copy");
  cpSync(folder, copy, { recursive: true });
  await app.rpc("vault_unlock", { user: null, name: null, passphrase });
  await newPerson(app, { given_name: "Anneke", surname: "Zuiderduin" });
  await app.rpc("vault_lock");
  rmSync(folder, { recursive: true });
  cpSync(copy, folder, { recursive: true });
  await reload(app);
  await app.type("Wachtzin van Ria", passphrase);
  await app.keys("Enter");
  await app.heading("Deze kluis is ouder dan de vorige keer");
  await app.page.locator(".callout p").first().getByText(/^Deze kluis is van .*U werkte hier later nog in\.$/).waitFor();
  await app.sees(/^Plek: .*\.kluis/);
  await app.accessible("older-vault");
  await app.picture("older-vault");
  await app.keys("Escape");
  await app.heading("Wie bent u?");
  await app.type("Wachtzin van Ria", passphrase);
  await app.keys("Enter");
  await app.press("button", "Terug");
  await app.heading("Wie bent u?");
});

test("a vault that is not there says where it was, and looks again", async (t) => {
  const app = await atTheDoor(t);
  let away = true;
  await instead(app, "vault_state", (said) => { if (away) Object.assign(said.ok.value, { phase: "none", users: [], association: null, problem: "vault.missing", place: "/media/ria/STICK/veldrade.kluis" }); return said; });
  await reload(app);
  await app.sees("Wij vinden de kluis niet op /media/ria/STICK/veldrade.kluis. Zit de USB-stick erin?");
  await app.accessible("vault-missing");
  await app.picture("vault-missing");
  away = false;
  await app.press("button", "Opnieuw proberen");
  await app.heading("Wie bent u?");
});

test("the way to look only is seen to be chosen, and leads to the passphrase", async (t) => {
  const app = await atTheDoor(t);
  await instead(app, "vault_state", (said) => { said.ok.value.in_use = { computer: "LAPTOP", since: Date.UTC(2026, 10, 28, 9) }; return said; });
  await reload(app);
  const button = () => app.page.getByRole("button", { name: "Alleen bekijken" }).first();
  const before = await button().evaluate((node) => getComputedStyle(node).backgroundColor);
  await app.press("button", "Alleen bekijken");
  await app.focus("passphrase");
  assert.equal(await button().getAttribute("aria-pressed"), "true");
  assert.notEqual(await button().evaluate((node) => getComputedStyle(node).backgroundColor), before);
  await app.accessible("in-use-looking");
});

test("a computer that remembers is the first way in", async (t) => {
  const app = await inside(t, { keychain: true });
  await app.rpc("vault_remember", { on: true, passphrase });
  await app.press("link", "Beheer");
  await app.press("button", "Wachtzin wijzigen");
  await app.sees("Onthoudt een computer uw wachtzin? Dan vergeet die hem.");
  await app.accessible("passphrase-forgets");
  await app.keys("Escape");
  await app.page.locator("dialog").waitFor({ state: "detached" });
  await app.keys("Control+l");
  await app.focus("Ontgrendelen met deze computer");
  await app.keys("Enter");
  await app.heading(/^Goede/);
  await app.press("link", "Beheer");
  await app.press("button", "Wachtzin wijzigen");
  await offered(app);
  await app.keys("Enter");
  await app.page.locator(".summary").waitFor();
  assert.deepEqual(await summary(app).getByRole("listitem").allTextContents(), ["Vul uw wachtzin nu in.", "Typ de wachtzin nog een keer."], "in the order of the page");
  await app.type("Uw wachtzin nu", passphrase);
  await app.keys("Escape");
  await app.sees("Wilt u uw invoer bewaren?");
  await app.press("button", "Verder invullen");
  await app.type("Typ uw wachtzin nog een keer", await offered(app));
  await app.keys("Enter");
  await app.sees("Deze computer onthoudt hem niet meer.");
});

test("the passphrase of who is added and one's own each say whose they are; Escape asks", async (t) => {
  const app = await inside(t);
  await app.press("link", "Beheer");
  await app.press("link", "Gebruikers");
  await app.press("button", "Gebruiker toevoegen");
  await app.type("Naam", "Jan Smit");
  await app.sees("Vijf woorden voor Jan");
  await app.sees("Schrijf deze op en geef ze aan Jan.");
  await app.page.getByRole("heading", { name: "En nu uw eigen wachtzin, Ria" }).waitFor();
  await app.page.getByRole("textbox", { name: "Typ de wachtzin van Jan over" }).waitFor();
  await app.page.getByRole("checkbox", { name: /^Meekijker/, checked: true }).waitFor();
  await app.choose("checkbox", /^Secretaris/);
  await app.page.getByRole("checkbox", { name: /^Meekijker/, checked: false }).waitFor();
  await app.accessible("users-add-named");
  await app.picture("users-add-named");
  await app.keys("Escape");
  await app.sees("Wilt u uw invoer bewaren?");
  await app.press("button", "Niet bewaren");
  await app.page.locator("dialog").waitFor({ state: "detached" });

  await app.press("button", "Wijzigen: Ria de Boer");
  await app.heading("Wat mag Ria de Boer?");
  await app.keys("Escape");
  await app.page.locator("dialog").waitFor({ state: "detached" });
});

test("a role that only the sheet opens says so, and leads to its groups", async (t) => {
  const app = await open(t);
  await newVault(app, ["secretary", "treasurer"]);
  const { groups } = await app.rpc("vault_recovery_text", { passphrase });
  await enterAs(app, "Kees Kijker", ["viewer"], true);
  await app.press("link", "Beheer");
  await app.press("link", "Gebruikers");
  await app.press("button", "Gebruiker toevoegen");
  await app.type("Naam", "Petra Penning");
  await app.choose("checkbox", /^Penningmeester/);
  await app.type("Typ de wachtzin van Petra over", await offered(app));
  await app.type("Uw eigen wachtzin", othersPassphrase);
  await app.keys("Enter");
  await summary(app).getByText("Alleen het herstelblad opent giften en betalingen. Typ hieronder de 8 groepen.").waitFor();
  await summaryFocused(app);
  await app.accessible("users-sheet");
  await app.picture("users-sheet");
  await app.keys("Tab");
  await app.keys("Enter");
  await app.focus("groups.0");
  await fillGroups(app, [groups[1], ...groups.slice(1)]);
  await app.keys("Enter");
  await summary(app).getByText("Groep 1 klopt niet.").waitFor();
  await app.type("Groep 1", groups[0]);
  await app.keys("Enter");
  await app.sees("Petra Penning kan de kluis openen.");
});

test("typed text that cannot be kept is asked about before the lock, and told after one that came by itself", async (t) => {
  const app = await inside(t);
  const person = await newPerson(app, { given_name: "Anneke", surname: "Zuiderduin" }, { started_on: "2020-01-01" });
  await app.page.evaluate((id) => (location.hash = `#/personen/${id}/toestemming`), person.person ?? person);
  await app.press("button", "Keuze over Herkenbare foto's op de website vastleggen");
  await app.type(/^Wat werd er gezegd/, "belde zelf");
  await app.keys("Control+l");
  await app.sees("Uw invoer kan nu niet bewaard worden.");
  await app.accessible("lock-unkept");
  await app.picture("lock-unkept");
  await app.press("button", "Verder invullen");
  assert.equal(await app.page.locator("[name=remark]").inputValue(), "belde zelf");
  await app.page.getByRole("radio", { name: "Ja, dat is goed" }).press("Space");
  // As if the program locked it: the page hears of it at the next thing it asks.
  await app.rpc("vault_lock");
  await app.page.locator("dialog").getByRole("button", { name: "Keuze vastleggen" }).press("Enter");
  await app.heading("Wie bent u?");
  await app.type("Wachtzin van Ria", passphrase);
  await app.keys("Enter");
  await app.sees(/^De kluis ging om .* op slot. Wat u toen invulde, kon niet bewaard worden/);

  await app.page.evaluate((id) => (location.hash = `#/personen/${id}/toestemming`), person.person ?? person);
  await app.press("button", "Keuze over Herkenbare foto's op de website vastleggen");
  await app.type(/^Wat werd er gezegd/, "belde weer");
  await app.keys("Control+l");
  await app.press("button", "Toch vergrendelen");
  await app.heading("Wie bent u?");
  await app.type("Wachtzin van Ria", passphrase);
  await app.keys("Enter");
  await app.heading(/^Goede/);
  assert.equal(await app.page.getByText(/kon niet bewaard worden/).count(), 0, "who chose it knows");
});

test("what is told at the unlock is one card, the worst first, with where to look", async (t) => {
  const app = await open(t, { width: 640, height: 400 });
  await createVault(app);
  await reload(app);
  await instead(app, "vault_state", (said) => {
    if (said.ok.value.me) said.ok.value.me.told = [
      { code: "vault.failed_attempts", args: { count: "3" } }, { code: "vault.second_header", args: {} }, { code: "user.differs", args: { count: "1" } },
    ];
    return said;
  });
  await reload(app);
  const told = app.page.getByRole("region", { name: "Gezien bij het openen" });
  await told.getByRole("listitem").first().getByText("Iemand veranderde 1 gebruiker").waitFor();
  assert.equal(await told.locator(".callout").count(), 1);
  await told.getByRole("link", { name: "Naar Gebruikers" }).waitFor();
  await told.getByText("Nog 2 meldingen").press("Enter");
  await told.getByRole("link", { name: "Naar Logboek" }).waitFor();
  await app.accessible("told-many");
  await app.picture("told-many");
});

test("a message hides no button that cannot be scrolled free of it", async (t) => {
  const app = await inside(t, { width: 640, height: 400 });
  await app.press("link", "Beheer");
  await app.sees("Beveiliging");
  await app.type("Naam van de vereniging", "Harmonie Veldrade");
  await app.keys("Control+s");
  await app.page.locator(".notice").waitFor();
  await app.page.locator("main").evaluate((main) => main.scrollTo(0, main.scrollHeight));
  const covered = await app.page.evaluate(() => {
    const notice = document.querySelector(".notices").getBoundingClientRect();
    return [...document.querySelectorAll("main :is(button, a, input, select)")].filter((node) => {
      const box = node.getBoundingClientRect();
      return box.height > 0 && box.bottom > notice.top + 1 && box.top < innerHeight;
    }).length;
  });
  assert.equal(covered, 0);
});

test("what could not be kept for the disk is asked about before the lock, and told after it", async (t) => {
  const app = await inside(t);
  await app.page.route("**/rpc", (route) => {
    if (route.request().postDataJSON().command !== "drafts_keep") return route.fallback();
    return route.fulfill({ json: { error: { code: "disk.full", kind: "refused", args: {}, fields: [], incident: null } } });
  });
  await app.keys("Control+n");
  await app.type("Achternaam", "Zuiderduin");
  await app.keys("Control+l");
  await app.sees("Uw invoer kan nu niet bewaard worden.");
  await app.keys("Escape");
  await app.focus("surname");
  await app.rpc("vault_lock");
  await app.keys("Control+s");
  await app.heading("Wie bent u?");
  await app.type("Wachtzin van Ria", passphrase);
  await app.keys("Enter");
  await app.sees(/Wat u toen invulde, kon niet bewaard worden/);
});

test("who may only look before choosing a passphrase is told so, with room around it", async (t) => {
  const app = await open(t);
  await createVault(app);
  const given = "vijf vrolijke vinken vlogen voorbij";
  await app.rpc("users_add", { name: "Henk Visser", roles: ["viewer"], admin: false, passphrase: given, own_passphrase: passphrase, kdf: { memory_mib: 64, passes: 3 } });
  await app.rpc("vault_lock");
  await app.rpc("vault_unlock", { user: null, name: "Henk Visser", passphrase: given, read_only: true });
  await reload(app);
  await app.sees(/open hem gewoon, niet alleen om te bekijken/);
  const gap = await app.page.evaluate(() => document.querySelector("main button").getBoundingClientRect().top - document.querySelector("main p").getBoundingClientRect().bottom);
  assert.ok(gap >= 8, `${gap} pixels`);
});
