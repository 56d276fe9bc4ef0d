// Refused unlocks: the input stays, each message appears once, and there is always a way forward. Keyboard only.
import { strict as assert } from "node:assert";
import { cpSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { atTheDoor, fillGroups, given, groupsOnScreen, instead, offered, summary, summaryFocused, unlock, vaultFolder, withCopy, withTwo } from "./pages/door.mjs";
import { createVault, passphrase, reload } from "./pages/vault.mjs";

test("a refused sheet keeps all that was typed, and the wrong group is marked", async (t) => {
  const app = await open(t);
  await createVault(app);
  const { groups } = await app.rpc("vault_recovery_text", { passphrase });
  await app.rpc("vault_lock");
  await reload(app);
  await app.press("link", /Wachtzin vergeten/);

  await fillGroups(app, [...groups.slice(0, 7), ""]);
  await app.press("button", "Verder");
  await summary(app).getByText("Vul groep 8 in.").waitFor();
  await summaryFocused(app);
  assert.deepEqual(await summary(app).getByRole("listitem").allTextContents(), ["Vul groep 8 in."]);
  await app.type("Groep 8", groups[7]);
  await fillGroups(app, [groups[1], groups[0]]);
  const typed = await groupsOnScreen(app);
  await app.press("button", "Verder");
  await summary(app).getByText("Groep 1 klopt niet.").waitFor();
  await summaryFocused(app);
  assert.equal(await summary(app).getByRole("link").count(), 2, "every wrong group is named");
  assert.equal(await app.page.locator(".tick svg").count(), 6, "and every right one has its tick");
  assert.deepEqual(await groupsOnScreen(app), typed);
  await app.accessible("recover-refused");
  await app.picture("recover-refused");
  await app.keys("Tab");
  await app.keys("Enter");
  await app.focus("groups.0");

  await fillGroups(app, groups);
  await app.press("button", "Verder");
  await app.heading("Nieuwe wachtzin");
  const words = await offered(app);
  await app.press("button", "Kluis openen als Ria de Boer");
  await summary(app).getByText("Typ alle 6 woorden.").waitFor();
  await app.type("Typ de zes woorden over", words);
  await app.press("button", "Terug");
  await app.heading("Open met uw herstelblad");
  await app.press("button", "Verder");
  await app.heading("Nieuwe wachtzin");
  assert.equal(await offered(app), words, "the words are the same");
  assert.equal(await app.page.locator("[name=new_passphrase_again]").inputValue(), words);
  await app.accessible("recover-passphrase");
  await app.press("button", "Kluis openen als Ria de Boer");
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
  await app.page.locator("[name='groups.0']").focus();
  await app.page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, `Herstelsleutel: Muziekvereniging Veldrade\n${groups.map((group, at) => `${at + 1}  ${group}`).join("\n")}\nSheet`);
  await app.page.waitForFunction(() => document.querySelector("[name='groups.7']").value !== "");
  assert.deepEqual(await groupsOnScreen(app), groups, "only the groups were taken");
  await app.press("button", "Verder");
  await app.heading("Nieuwe wachtzin");
  const words = await offered(app);
  await app.type("Typ de zes woorden over", words);
  await app.press("button", "Kluis openen als Ria de Boer");
  await app.heading("Open met uw herstelblad");
  await summary(app).getByText("Dit herstelblad past niet bij deze kluis.").waitFor();
  await summaryFocused(app);
  assert.deepEqual(await groupsOnScreen(app), groups);
  await app.press("button", "Verder");
  await app.heading("Nieuwe wachtzin");
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
  await unlock(app);
  await app.page.locator(".error").waitFor();
  await app.focus("passphrase");
});

test("that it may be a breach stands apart from what to do about the vault", async (t) => {
  const app = await atTheDoor(t);
  await app.page.route("**/rpc", (route) => {
    if (route.request().postDataJSON().command !== "vault_unlock") return route.fallback();
    return route.fulfill({ json: { error: { code: "vault.roster_refused", kind: "refused", args: {}, fields: [], incident: null } } });
  });
  await unlock(app);
  const breach = app.page.locator("section").filter({ has: app.page.getByRole("heading", { name: "Is dit een datalek?" }) });
  await breach.getByText(/^Dit kan een datalek zijn\./).waitFor();
  assert.doesNotMatch(await app.page.locator(".callout").textContent(), /datalek/);
  assert.deepEqual(await app.page.locator("main ol").first().locator("li").allTextContents(), [
    "Vraag na wie bij de map kan.", "Heeft u een back-up? Zet die in een nieuwe map en open die. Laat deze map staan.",
    "Doe opnieuw wat ontbreekt: wissen, beperken, toestemming intrekken, bezwaar, verbeteren.", "Heeft het bestuur alles afgehandeld? Wis dan de oude map.",
  ]);
  assert.deepEqual((await breach.locator("ol li").allTextContents()).slice(0, 2), [
    "Schrijf op wat u zag, met dag en tijd.", "Vertel het vandaag aan het bestuur.",
  ]);
  assert.equal(await app.page.locator("main .row .primary").first().textContent().then((text) => text.trim()), "Andere kluis openen", "trying again would not help");
  await app.accessible("not-open-breach");
});

test("a broken vault says what to do, tries again, and Escape leads back", async (t) => {
  const app = await open(t);
  const { folder, copy } = await withCopy(app);
  cpSync(join(folder, "data.db"), join(copy, "new.db"));
  cpSync(join(copy, "data.db"), join(folder, "data.db"));
  await reload(app);
  await unlock(app);
  await app.heading("De kluis gaat niet open");
  await app.page.locator(".callout.warn").getByText("Wij hebben niets veranderd.").waitFor();
  await app.page.locator(".callout.warn").getByText(/^Plek:/).getByText(folder, { exact: true }).waitFor();
  assert.doesNotMatch(await app.page.locator("main").innerText(), /data\.db|header/, "files are for who helps");
  await app.page.locator("summary").press("Enter");
  await app.sees(/Bestand: data\.db/);
  await app.accessible("not-open");
  await app.picture("not-open");
  await app.press("button", "Opnieuw proberen");
  await app.page.getByRole("status").getByText(/^Nog steeds niet\. Geprobeerd om /).waitFor();
  await app.heading("De kluis gaat niet open");
  await app.keys("Escape");
  await app.heading("Wie bent u?");
  await app.focus("passphrase");
  await unlock(app);
  await app.heading("De kluis gaat niet open");
  cpSync(join(copy, "new.db"), join(folder, "data.db"));
  await app.press("button", "Opnieuw proberen");
  await app.heading(/^Goede/);
});

test("a lock with another name is named, with the folder it is in, and is found again", async (t) => {
  const app = await atTheDoor(t);
  const folder = await vaultFolder(app);
  renameSync(join(folder, "header.json"), join(folder, "header 2.json"));
  renameSync(join(folder, "header.bak"), join(folder, "header 2.bak"));
  await reload(app);
  await app.sees(/In de map staat wel .*header 2\.json/);
  await app.page.locator(".callout").getByText(folder, { exact: true }).waitFor();
  await app.accessible("header-renamed");
  renameSync(join(folder, "header 2.json"), join(folder, "header.json"));
  await app.press("button", "Opnieuw proberen");
  await app.heading("Wie bent u?");
});

test("a key that is held shows the passphrase once", async (t) => {
  const app = await atTheDoor(t);
  const field = app.page.locator("[name=passphrase]");
  await app.focus("passphrase");
  await app.page.keyboard.down("Alt");
  await app.page.keyboard.down("t");
  await app.page.keyboard.down("t");
  await app.page.keyboard.up("t");
  await app.page.keyboard.up("Alt");
  assert.equal(await field.getAttribute("type"), "text");
  await app.keys("Alt+t");
  assert.equal(await field.getAttribute("type"), "password");
  assert.equal(await field.inputValue(), "", "and types nothing");
});

test("the rows begin as far under the heading as was designed, and in a low window the heading keeps its room", async (t) => {
  const app = await open(t);
  await withTwo(app);
  const gap = () => app.page.evaluate(() => document.querySelector(".rows label").getBoundingClientRect().top - document.querySelector("h1").getBoundingClientRect().bottom);
  assert.ok(Math.abs((await gap()) - 26) <= 3, `${await gap()}`);
  assert.equal(await app.page.locator("h1").evaluate((node) => getComputedStyle(node).scrollMarginTop), "16px");
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
  await unlock(app);
  await app.sees("Op deze schijf kunnen wij niet schrijven.");
  await app.accessible("disk-read-only");
  await app.press("button", "Alleen bekijken");
  await app.heading(/^Goede/);
  assert.equal(looked, 1);
  await app.sees("U kunt nu alleen kijken.");
});

test("an older vault says its day first, and Escape leads back", async (t) => {
  const app = await open(t);
  const { folder, copy } = await withCopy(app);
  rmSync(folder, { recursive: true });
  cpSync(copy, folder, { recursive: true });
  await reload(app);
  await unlock(app);
  await app.heading("Deze kluis is anders dan de vorige keer");
  await app.page.locator(".callout p").first().getByText(/^Deze kluis is bijgewerkt tot .* \d+\.\d\d\. Op deze computer is er daarna nog in gewerkt\.$/).waitFor();
  await app.sees(/^Plek: .*\.kluis/);
  assert.equal(await app.page.locator("main ul li").count(), 5, "what is to be done again is a list");
  await app.sees(/^Vindt u de nieuwste kluis niet\? Dan kan dit een datalek zijn\./);
  await app.accessible("older-vault");
  await app.picture("older-vault");
  await app.keys("Escape");
  await app.heading("Wie bent u?");
  await unlock(app);
  await app.press("button", "Terug");
  await app.heading("Wie bent u?");
});

test("a vault that is gone after a start is waited for, and is there again with its stick", async (t) => {
  const app = await atTheDoor(t);
  const folder = await vaultFolder(app);
  renameSync(folder, `${folder}.away`);
  await app.restart();
  await app.sees(/Wij vinden de kluis niet op .*\.kluis/);
  await app.accessible("vault-gone");
  renameSync(`${folder}.away`, folder);
  await app.press("button", "Opnieuw proberen");
  await unlock(app);
  await app.heading(/^Goede/);
});

test("a vault that is not there says where it was, and looks again", async (t) => {
  const app = await atTheDoor(t);
  let away = true;
  await instead(app, "vault_state", (said) => { if (away) Object.assign(said.ok.value, { phase: "none", users: [], association: null, problem: { code: "vault.missing", kind: "missing", args: {}, fields: [], incident: null }, place: "/media/ria/STICK/veldrade.kluis" }); return said; });
  await reload(app);
  await app.sees("Wij vinden de kluis niet op /media/ria/STICK/veldrade.kluis");
  await app.page.locator("ol li").getByText("Zit de USB-stick er niet in?").waitFor();
  await app.sees(/^Is de stick of de kluis kwijt\? Dat is een datalek/);
  await app.accessible("vault-missing");
  await app.picture("vault-missing");
  await app.press("button", "Opnieuw proberen");
  await app.page.getByRole("status").getByText(/^Nog steeds niet\. Geprobeerd om \d+[.:]\d\d\.$/).waitFor();
  await app.accessible("vault-missing-still");
  away = false;
  await app.press("button", "Opnieuw proberen");
  await app.heading("Wie bent u?");
});

test("a vault that is open elsewhere is told once, and the one button under the field looks at it", async (t) => {
  const app = await atTheDoor(t);
  let held = false;
  await instead(app, "vault_state", (said) => { if (held && said.ok.value.phase === "locked") said.ok.value.in_use = { computer: "LAPTOP", since: Date.UTC(2026, 10, 28, 9) }; return said; });
  const looked = [];
  await app.page.route("**/rpc", (route) => {
    const { command, request } = route.request().postDataJSON();
    if (command !== "vault_unlock") return route.fallback();
    looked.push(request.read_only);
    held = true;
    return request.read_only ? route.fallback() : route.fulfill({ json: { error: { code: "vault.in_use", kind: "refused", args: {}, fields: [], incident: null } } });
  });
  await unlock(app);
  await app.sees(/De kluis is al open op LAPTOP/);
  assert.equal(await app.page.locator(".error").count(), 0, "it is not said at the field as well");
  assert.equal(await app.page.getByRole("button", { name: "Ontgrendelen", exact: true }).count(), 0);
  await app.focus("passphrase");
  await app.accessible("in-use");
  await app.press("button", "Alleen bekijken");
  await app.heading(/^Goede/);
  assert.deepEqual(looked, [false, true]);
});

test("what is wrong with one user's passphrase is not said of another, and nothing of it stays", async (t) => {
  const app = await open(t);
  await withTwo(app);
  await app.type("Wachtzin van Ria", "fout fout fout fout");
  await app.keys("Enter");
  await app.page.locator(".error").waitFor();
  await app.tabTo("radio", /Ria/);
  await app.keys("ArrowDown");
  await app.page.getByLabel("Wachtzin van Henk").waitFor();
  assert.equal(await app.page.locator(".error").count(), 0);
  assert.equal(await app.page.locator("[name=passphrase]").inputValue(), "");
});

test("the way back from a refusal leads to the same user and passphrase, until the vault opens", async (t) => {
  const app = await open(t);
  await withTwo(app);
  let refuse = true;
  await app.page.route("**/rpc", (route) => {
    if (route.request().postDataJSON().command !== "vault_unlock" || !refuse) return route.fallback();
    return route.fulfill({ json: { error: { code: "vault.older_copy", kind: "refused", args: { rows: "3", until: "1764000000000" }, fields: [], incident: null } } });
  });
  await app.tabTo("radio", /Ria/);
  await app.keys("ArrowDown");
  await app.type("Wachtzin van Henk", given);
  await app.keys("Enter");
  await app.heading("Deze kluis is anders dan de vorige keer");
  await app.keys("Escape");
  await app.focus("passphrase");
  const field = app.page.getByLabel("Wachtzin van Henk");
  assert.equal(await field.inputValue(), given);
  assert.equal(await field.evaluate((input) => input.selectionEnd - input.selectionStart), given.length, "selected, to be typed over");
  assert.doesNotMatch(await app.page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage })), /vinken/);
  refuse = false;
  await app.keys("Enter");
  await app.heading("Kies uw eigen wachtzin");
  await app.rpc("vault_lock");
  await app.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await reload(app);
  assert.equal(await app.page.locator("[name=passphrase]").inputValue(), "");
});

test("the recovery sheet opens the vault for the user who was chosen at the door, and says whom", async (t) => {
  const app = await open(t);
  const groups = await withTwo(app);
  await app.tabTo("radio", /Ria/);
  await app.keys("ArrowDown");
  await app.press("link", /Wachtzin vergeten/);
  await app.heading("Open met uw herstelblad");
  assert.ok(await app.page.getByRole("radio", { name: "Henk Smit" }).isChecked());
  await fillGroups(app, groups);
  await app.press("button", "Verder");
  await app.heading("Nieuwe wachtzin");
  await app.sees(/Deze wachtzin is voor Henk Smit\./);
  await app.type("Typ de zes woorden over", await offered(app));
  await app.press("button", "Kluis openen als Henk Smit");
  await app.heading(/^Goede.*Henk/);
  assert.equal((await app.rpc("vault_state")).me.name, "Henk Smit");
});

test("the recovery sheet is for nobody until somebody is chosen", async (t) => {
  const app = await open(t);
  const groups = await withTwo(app);
  await app.press("link", /Wachtzin vergeten/);
  await app.heading("Open met uw herstelblad");
  assert.equal(await app.page.getByRole("radio", { checked: true }).count(), 0);
  await fillGroups(app, groups);
  await app.press("button", "Verder");
  await summary(app).getByRole("link", { name: "Kies wie u bent." }).waitFor();
  await app.accessible("recover-who");
  await app.keys("Tab");
  await app.keys("Enter");
  await app.focus("user");
});
