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
