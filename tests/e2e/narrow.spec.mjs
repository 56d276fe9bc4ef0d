// 640 px wide, as a 1280 px screen at 200% zoom: every table becomes cards, nothing is cut off or scrolls sideways.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { fullVault, go, screens } from "./pages/full.mjs";
import { reload } from "./pages/vault.mjs";

/** What overflows the screen: boxes that scroll sideways, and controls or cells past the right edge. */
const cut = (page) =>
  page.evaluate(() => {
    const main = document.querySelector("main");
    const edge = main.getBoundingClientRect().right;
    const name = (node) => `${node.tagName} ${node.className} ${(node.getAttribute("aria-label") ?? node.textContent ?? "").trim().slice(0, 40)}`;
    const boxes = [...main.querySelectorAll("*")].filter((node) => node.scrollWidth > node.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(node).overflowX) && !node.matches(".tabs") && node.clientWidth > 1);
    const past = [...main.querySelectorAll("button, a:not(.tabs a), input, select, td, [role=gridcell], .badge")].filter((node) => node.getBoundingClientRect().right > edge + 1);
    return [...boxes, ...past].map(name);
  });

test("no table is cut off on any screen, twice as large and narrower still", { timeout: 150_000 }, async (t) => {
  const app = await open(t, { today: "2026-11-28", width: 640, height: 360 });
  const person = await fullVault(app);
  await reload(app);
  for (const width of [640, 700, 860, 320]) {
    await app.page.setViewportSize({ width, height: 360 });
    // Above 640 px the people list keeps its columns and scrolls sideways by design.
    for (const path of screens(person).filter((path) => path !== "/personen" || width <= 640)) {
      await go(app, path);
      assert.deepEqual(await cut(app.page), [], `${path} at ${width}`);
    }
  }
  await app.page.setViewportSize({ width: 640, height: 360 });
  await go(app, "/beheer/gebruikers");
  await app.page.getByRole("row").filter({ hasText: "Kees Kijker" }).getByText("Meekijker").waitFor();
  await app.accessible("narrow-users");
  await app.tabTo("button", "Toegang stoppen: Kees Kijker");
  assert.ok(await app.page.evaluate(() => document.activeElement.getBoundingClientRect().right <= innerWidth));
  await go(app, "/beheer/logboek");
  const line = app.page.getByRole("row").filter({ hasText: "Gebruiker toegevoegd" }).getByRole("cell").last();
  assert.equal(await line.evaluate((node) => node.getBoundingClientRect().right <= innerWidth), true);
  await app.accessible("narrow-log");
  await go(app, "/personen");
  await app.page.getByRole("row").filter({ hasText: "Berg, Anneke" }).getByText("Bewaren tot").waitFor();
  await app.page.getByRole("row").filter({ hasText: "Berg, Anneke" }).getByText("zolang lid").waitFor();
  await app.accessible("narrow-people");
  await go(app, "/bewaartermijnen");
  await app.choose("checkbox", /^All(es|e \d+) kiezen/);
  await app.accessible("narrow-due");
  await go(app, "/personen/nieuw");
  const save = await app.page.getByRole("button", { name: "Opslaan" }).boundingBox();
  assert.ok(save.y + save.height <= 360, "a bar of one line stays in sight");
  await app.page.locator("summary").first().waitFor();
  assert.ok((await app.page.locator("summary").first().boundingBox()).height >= 28, "high enough to be hit");
  await go(app, "/vandaag");
  const add = await app.page.getByRole("link", { name: "Persoon toevoegen" }).boundingBox();
  assert.ok(add.x + add.width > 600, "actions stand at the right");
});

test("the words of the menu stay within it at every width, in both languages", async (t) => {
  const app = await open(t, { today: "2026-11-28", width: 641, height: 500 });
  await fullVault(app);
  for (const language of ["nl", "en"]) {
    await app.rpc("settings_set", { language });
    await reload(app);
    for (const width of [641, 800, 1000, 1100]) {
      await app.page.setViewportSize({ width, height: 500 });
      await go(app, "/bewaartermijnen");
      const over = await app.page.locator("nav a, nav button").evaluateAll((all) =>
        all.filter((one) => [...one.querySelectorAll("span")].some((word) => !word.classList.contains("vh") && word.offsetWidth > 0 && (word.getBoundingClientRect().right > one.getBoundingClientRect().right - 3 || word.getBoundingClientRect().left < one.getBoundingClientRect().left + 3))).map((one) => one.textContent),
      );
      assert.deepEqual(over, [], `${language} at ${width}`);
    }
  }
});
