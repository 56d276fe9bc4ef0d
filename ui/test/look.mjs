// Takes screenshots of screens with the fake core, into target/look, and runs axe on each. `npm run look [-- name...]`;
// SIZE=960x600, SPEAK=en and THEME=dark change the size, language and theme.
import { chromium } from "playwright-core";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "vite";
import { shots } from "./shots.mjs";

const into = new URL("../../target/look/", import.meta.url).pathname;
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const axe = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const wanted = process.argv.slice(2);
const { SIZE = "1280x800", SPEAK, THEME } = process.env;
const [width, height] = SIZE.split("x").map(Number);
const more = { ...(SPEAK && { lang: SPEAK }), ...(THEME && { theme: THEME }) };

mkdirSync(into, { recursive: true });
const server = await createServer({ logLevel: "error", server: { port: 0, strictPort: false, host: "127.0.0.1" } });
await server.listen();
const base = server.resolvedUrls.local[0];
const profile = mkdtempSync(join(tmpdir(), "look-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: "/usr/bin/chromium",
  headless: true,
  locale: "en-US",
  args: flags,
});
let faults = 0;

for (const shot of shots.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)))) {
  const page = await browser.newPage();
  const said = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await page.setViewportSize({ width: shot.width ?? width, height: shot.height ?? height });
  await page.emulateMedia({ colorScheme: shot.colorScheme ?? "light", forcedColors: shot.forcedColors ?? "none" });
  await page.goto(`${base}test/index.html?${new URLSearchParams({ ...shot.query, ...more })}${shot.hash ?? ""}`);
  try {
    await page.locator("h1").first().waitFor({ timeout: 10000 });
    await page.evaluate(() => document.fonts.ready);
    await shot.act?.(page);
  } catch (error) {
    said.push(`act: ${error.message.split("\n").slice(0, 6).join(" ")}`);
  }
  await page.waitForTimeout(150);
  await page.screenshot({ path: `${into}${shot.name}.png` });
  await page.evaluate(axe);
  const found = await page.evaluate(async (forced) => {
    // In forced colours the system brings its own, so the contrast of ours cannot be measured.
    const rules = { "color-contrast": { enabled: !forced } };
    const result = await axe.run(document, { rules, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 140)).join(" | ")}`);
  }, shot.forcedColors === "active");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
  faults += said.length + found.length + (wide ? 1 : 0);
  console.log(
    `${shot.name}${said.length ? `\n  said ${said.join("\n  said ")}` : ""}${found.length ? `\n  axe ${found.join("\n  axe ")}` : ""}${wide ? "\n  wider than the window" : ""}`,
  );
  await page.close();
}
await browser.close();
await server.close();
rmSync(profile, { recursive: true, force: true });
process.exit(faults > 0 ? 1 : 0);
