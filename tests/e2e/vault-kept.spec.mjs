// Users, passphrases and the lock: each passphrase field names its owner, and no input is lost silently. Keyboard only.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { fillGroups, instead, offered, summary, summaryFocused } from "./pages/door.mjs";
import { createVault, enterAs, inside, newPerson, newVault, othersPassphrase, passphrase, reload } from "./pages/vault.mjs";

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
  assert.deepEqual(await summary(app).getByRole("listitem").allTextContents(), ["Vul uw wachtzin nu in.", "Typ alle 6 woorden."], "in the order of the page");
  await app.type("Uw wachtzin nu", passphrase);
  await app.keys("Escape");
  await app.sees("Wilt u uw invoer bewaren?");
  await app.press("button", "Verder invullen");
  await app.type("Typ de zes woorden over", await offered(app));
  await app.keys("Enter");
  await app.sees("Geen computer onthoudt hem nog.");
});

test("the passphrase of who is added and one's own each say whose they are; Escape asks", async (t) => {
  const app = await inside(t);
  await app.press("link", "Beheer");
  await app.press("link", "Gebruikers");
  await app.press("button", "Gebruiker toevoegen");
  await app.type("Naam", "Jan Smit");
  await app.sees("Zes woorden voor Jan");
  await app.sees("Schrijf deze op en geef ze aan Jan.");
  await app.page.getByRole("heading", { name: "En nu uw eigen wachtzin, Ria" }).waitFor();
  assert.equal(await app.page.getByRole("textbox", { name: "Typ de wachtzin van Jan over" }).count(), 0, "Jan types the words, not Ria");
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
  // As if the program locked the vault: the page finds out at its next command.
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
  await told.getByText(/^Nog 2 meldingen: Er is 3 keer een verkeerde wachtzin/).press("Enter");
  await told.getByRole("link", { name: "Naar Logboek" }).waitFor();
  await app.accessible("told-many");
  await app.picture("told-many");
});

test("a message hides no button that cannot be scrolled free of it", async (t) => {
  const app = await inside(t, { width: 640, height: 400 });
  await app.keys("Control+5");
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

test("the warning before the lock says whether what was typed is kept", async (t) => {
  const app = await inside(t);
  await app.page.clock.install();
  await reload(app);
  await app.keys("Control+n");
  await app.type("Achternaam", "Zuiderduin");
  await app.page.clock.fastForward(9 * 60_000 + 2000);
  const warning = app.page.getByRole("alertdialog", { name: "Bent u er nog?" });
  await warning.getByText("Uw invoer blijft bewaard.").waitFor();
  await app.accessible("idle-kept");
  await app.keys("Enter");
  await warning.waitFor({ state: "detached" });
  await app.page.route("**/rpc", (route) => {
    if (route.request().postDataJSON().command !== "drafts_keep") return route.fallback();
    return route.fulfill({ json: { error: { code: "disk.full", kind: "refused", args: {}, fields: [], incident: null } } });
  });
  await app.type("Achternaam", "Zuiderduin-Berg");
  await app.page.clock.fastForward(9 * 60_000 + 2000);
  await warning.getByText("Uw invoer wordt niet bewaard. Sla die eerst op.").waitFor();
  assert.equal(await warning.getByText("Uw invoer blijft bewaard.").count(), 0);
});
