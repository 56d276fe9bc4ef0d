// Beheer > Instellingen: each change is visible at once and survives a reload. Keyboard only.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { inside } from "./pages/vault.mjs";

test("settings are kept: dark, English, the name of the association", async (t) => {
  const app = await inside(t);
  await app.press("link", "Beheer");
  await app.sees("Beveiliging");
  await app.sees("Deze computer kan geen wachtzin onthouden.");
  assert.equal(await app.page.getByRole("checkbox", { name: /^Onthoud/ }).count(), 0, "what cannot be is not offered");
  await app.accessible("settings");
  await app.type("Naam van de vereniging", "Harmonie Veldrade");
  await app.keys("Control+s");
  await app.sees("Opgeslagen");
  await app.page.waitForFunction(() => document.title.includes("Harmonie Veldrade"));
  await app.page.getByRole("radio", { name: "Donker" }).press("Space");
  await app.page.locator("html[data-theme=dark]").waitFor();
  await app.page.getByRole("radio", { name: "English" }).press("Space");
  await app.heading("Admin");
  await app.page.reload();
  await app.heading("Admin");
  assert.equal(await app.page.locator("html").getAttribute("data-theme"), "dark");
});

test("a check that cannot be done says so, and claims nothing of the vault", async (t) => {
  const app = await inside(t);
  await app.page.route("**/rpc", (route) => {
    if (route.request().postDataJSON().command !== "vault_verify") return route.fallback();
    return route.fulfill({ json: { error: { code: "internal", kind: "broken", args: {}, fields: [], incident: "7F3K-92" } } });
  });
  await app.press("link", "Beheer");
  await app.press("button", "Kluis controleren");
  await app.sees("Code voor hulp: 7F3K-92");
  await app.page.getByRole("button", { name: "Technische gegevens kopiëren" }).waitFor();
  assert.equal(await app.page.getByText(/iets dat niet klopt/).count(), 0);
  await app.accessible("settings-unchecked");
});

test("a box that is not ticked looks as if it can be, in the dark too", async (t) => {
  const app = await inside(t, { dark: true });
  await app.press("link", "Beheer");
  await app.heading("Beveiliging");
  const look = (name) => app.page.getByRole("radio", { name }).evaluate((box) => {
    const of = (style) => Object.fromEntries(["appearance", "backgroundColor", "borderTopColor", "borderRadius", "outlineStyle"].map((key) => [key, style[key]]));
    const probe = document.body.appendChild(document.createElement("i"));
    const value = (token) => ((probe.style.color = `var(${token})`), getComputedStyle(probe).color);
    const tokens = { surface: value("--surface"), line: value("--line-strong"), primary: value("--primary") };
    probe.remove();
    return { ...of(getComputedStyle(box)), ...tokens, dot: getComputedStyle(box, "::before").backgroundColor };
  });
  await app.tabTo("radio", /^Zoals mijn computer/);
  const [off, on] = [await look("Licht"), await look("Zoals mijn computer")];
  assert.deepEqual([off.appearance, off.backgroundColor, off.borderTopColor], ["none", off.surface, off.line]);
  assert.notEqual(off.dot, off.primary);
  assert.deepEqual([on.dot, on.borderTopColor], [on.primary, on.primary]);
  assert.deepEqual([on.outlineStyle, on.borderRadius], ["solid", "50%"], "the focus goes around it");
  // With the colours of the system, the system draws.
  await app.page.emulateMedia({ forcedColors: "active" });
  assert.equal((await look("Licht")).appearance, "auto");
  await app.page.emulateMedia({ forcedColors: "none" });
});
