// What the unlock screen tells and asks before it opens, and the way on and back from there. Keyboard only.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { atTheDoor, fillGroups, groupsOnScreen, instead, unlock, withTwo } from "./pages/door.mjs";
import { passphrase, reload } from "./pages/vault.mjs";

test("another version, and a file that may be one, claim no loss that nobody knows of", async (t) => {
  const app = await atTheDoor(t);
  let args = { forked: "true", until: "1764000000000" };
  await app.page.route("**/rpc", (route) => {
    if (route.request().postDataJSON().command !== "vault_unlock") return route.fallback();
    return route.fulfill({ json: { error: { code: "vault.older_copy", kind: "refused", args, fields: [], incident: null } } });
  });
  await unlock(app);
  await app.heading("Er is nog een versie van deze kluis");
  assert.doesNotMatch(await app.page.locator(".callout").textContent(), /nog een versie/, "the heading is not said again");
  assert.match(await app.page.locator("main ul li").first().textContent(), /misschien/);
  await app.accessible("forked-vault");
  await app.keys("Escape");
  args = { ...args, unproven: "true" };
  await app.focus("passphrase");
  await app.keys("Enter");
  await app.heading("Naast deze kluis ligt een onbekend bestand");
  await app.sees(/Wis nu niets\./);
  await app.sees(/Het onbekende bestand openen wij niet\./);
  assert.equal(await app.page.locator("main ul li").count(), 0, "nothing is known to be lost");
  assert.equal(await app.page.getByText(/opnieuw moet doen/).count(), 0);
  await app.accessible("unproven-vault");
});

test("whoever says that it is closed on the other computer ticks that, and types on", async (t) => {
  const app = await atTheDoor(t);
  await instead(app, "vault_state", (said) => { if (said.ok.value.phase === "locked") said.ok.value.in_use = { computer: "LAPTOP", since: Date.UTC(2026, 10, 28, 9), elsewhere: true }; return said; });
  await reload(app);
  await app.page.getByRole("button", { name: "Alleen bekijken" }).waitFor();
  await app.choose("checkbox", "Op LAPTOP is hij dicht");
  await app.focus("passphrase");
  await app.page.getByRole("button", { name: "Ontgrendelen", exact: true }).waitFor();
  await app.accessible("closed-elsewhere");
  const closed = [];
  await app.page.route("**/rpc", (route) => {
    const { command, request } = route.request().postDataJSON();
    if (command === "vault_unlock") closed.push([request.is_closed_elsewhere, request.read_only]);
    return route.fallback();
  });
  await app.page.keyboard.type(passphrase);
  await app.keys("Enter");
  await app.heading(/^Goede/);
  assert.deepEqual(closed, [[true, false]]);
});

test("what was set aside is in sight before anything is typed, and she can type at once", async (t) => {
  const app = await atTheDoor(t, { width: 640, height: 360 });
  const place = "/home/ria/.local/share/ledenkluis/terzijde/veldrade 2026-11-28.kluis";
  const second = place.replace("28", "29");
  let set_aside = { places: [place], overwritten: false };
  await instead(app, "vault_state", (said) => { said.ok.value.set_aside = set_aside; return said; });
  await reload(app);
  await app.focus("passphrase");
  const note = app.page.locator(".callout.warn");
  await note.getByText(place, { exact: true }).waitFor();
  const [above, box] = [await app.page.locator("h1").boundingBox(), await note.boundingBox()];
  assert.ok(above.y >= 0 && box.y >= above.y + above.height, "under the heading, and in sight");
  assert.ok(box.y + box.height <= 360, "the whole of it");
  await app.accessible("set-aside-small");
  await app.page.setViewportSize({ width: 1280, height: 720 });
  await reload(app);
  await app.focus("passphrase");
  assert.ok((await note.boundingBox()).height < 250, "it leaves room for the form");
  assert.ok((await app.page.getByRole("button", { name: "Ontgrendelen", exact: true }).boundingBox()).y < 700, "which fits under it");
  set_aside = { places: [place, second], overwritten: false };
  await reload(app);
  await note.getByText("Uw eigen versies staan in", { exact: true }).waitFor();
  assert.equal(await note.getByRole("button", { name: /^Eigen versie openen: / }).count(), 2, "each has its own");
  await note.locator("summary").press("Enter");
  assert.equal(await note.getByRole("listitem").filter({ hasText: /^(Vraag na|Geen vreemde|Doe dat hier|Staat alles)/ }).count(), 4, "what to do is a list");
  await app.accessible("set-aside-two");
  for (const overwritten of [true, false]) {
    set_aside = { places: [], overwritten };
    await reload(app);
    await note.getByText(overwritten ? "staat er misschien niet in" : "konden wij niet bewaren").waitFor();
    assert.ok((await note.boundingBox()).height < 170, "no wall of text");
    await note.locator("summary").press("Enter");
    assert.equal(await note.getByRole("listitem").count(), 3);
  }
});

test("that it is open elsewhere is read first too", async (t) => {
  const app = await atTheDoor(t, { width: 640, height: 300 });
  await instead(app, "vault_state", (said) => { if (said.ok.value.phase === "locked") said.ok.value.in_use = { computer: "LAPTOP", since: Date.UTC(2026, 10, 28, 9), elsewhere: true }; return said; });
  await reload(app);
  await app.focus("Wie bent u?");
  assert.ok((await app.page.locator(".callout.warn").boundingBox()).y >= 0, "in sight");
  await app.accessible("in-use-small");
});

test("looking again whether it is still open elsewhere says when it was", async (t) => {
  const app = await atTheDoor(t);
  await instead(app, "vault_state", (said) => { if (said.ok.value.phase === "locked") said.ok.value.in_use = { computer: "LAPTOP", since: Date.UTC(2026, 10, 28, 9), elsewhere: true }; return said; });
  await reload(app);
  await app.press("button", "Opnieuw proberen");
  await app.page.getByRole("status").getByText(/^Nog steeds niet\. Geprobeerd om \d+[.:]\d\d\.$/).waitFor();
  await app.focus("Opnieuw proberen");
});

test("a vault of a trial version leads to a new one", async (t) => {
  const app = await atTheDoor(t);
  await app.page.route("**/rpc", (route) => {
    if (route.request().postDataJSON().command !== "vault_unlock") return route.fallback();
    return route.fulfill({ json: { error: { code: "vault.too_old", kind: "refused", args: {}, fields: [], incident: null } } });
  });
  await unlock(app);
  await app.page.locator("main .row .primary").getByText("Nieuwe kluis maken").waitFor();
  assert.equal(await app.page.locator(".primary").count(), 1);
  assert.equal(await app.page.getByRole("button", { name: "Opnieuw proberen" }).count(), 0, "it stays too old");
  await app.accessible("too-old");
  await app.press("button", "Nieuwe kluis maken");
  await app.heading("Welkom bij Ledenkluis");
});

test("Escape leads back from the recovery sheet, one step at a time, and the groups stay", async (t) => {
  const app = await open(t);
  const groups = await withTwo(app);
  await app.press("link", /Wachtzin vergeten/);
  await app.tabTo("radio", "Ria de Boer");
  await app.keys("ArrowDown");
  await fillGroups(app, groups);
  await app.press("button", "Verder");
  await app.heading("Nieuwe wachtzin");
  await app.type("Typ de zes woorden over", "appel");
  await app.keys("Escape");
  await app.heading("Open met uw herstelblad");
  await app.keys("Escape");
  await app.sees("Wilt u uw invoer bewaren?");
  await app.press("button", "Niet bewaren");
  await app.heading("Wie bent u?");
  await app.press("link", /Wachtzin vergeten/);
  await app.heading("Open met uw herstelblad");
  assert.deepEqual(await groupsOnScreen(app), groups);
  await app.keys("Alt+ArrowLeft");
  await app.heading("Wie bent u?");
});
