// The application in Chromium: a bridge with an empty home of its own, one page, a person who has only a keyboard, and axe.
// Everything ends with the test. What a test does: `const app = await open(t);`, then the methods below.
import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const fromPage = createRequire(new URL("../../../ui/package.json", import.meta.url));
const { chromium } = fromPage("playwright-core");
const axe = readFileSync(fromPage.resolve("axe-core/axe.min.js"), "utf8");
const out = process.env.E2E_OUT ?? tmpdir();

/** Flags for a browser on a computer without a network and without a user. */
const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** Steps of Tab after which something is not reachable by keyboard. */
const TABS = 150;

/**
 * Opens the application. Options: `today` (a day on which the clock stands still), `keychain` (a computer that can remember somebody),
 * `dark`, `width`, `height`.
 * @param {import("node:test").TestContext} t
 */
export async function open(t, { today, keychain = false, dark = false, width = 1280, height = 720 } = {}) {
  const { address, end } = await startBridge(today, keychain);
  const profile = mkdtempSync(join(tmpdir(), "ledenkluis-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: "/usr/bin/chromium",
    args: FLAGS.split(" "),
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(30_000);
  const app = new Application(page, address);
  page.on("pageerror", (error) => app.faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") app.faults.push(message.text());
  });
  t.after(async () => {
    await app.picture(t.name.replace(/[^a-z0-9]+/gi, "-").slice(0, 60)).catch(() => {});
    await context.close();
    end();
    rmSync(profile, { recursive: true, force: true });
    assert.deepEqual(app.faults, [], "the page reported no fault of its own");
  });
  await page.goto(address);
  return app;
}

/** The bridge: its first line is its address, and it ends when its input closes. */
function startBridge(today, keychain) {
  const words = [...(today ? ["--today", today] : []), ...(keychain ? ["--keychain"] : [])];
  const program = spawn(process.env.BRIDGE, words, { stdio: ["pipe", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    program.once("exit", () => reject(new Error("the bridge did not start")));
    program.stdout.once("data", (line) => resolve({ address: String(line).trim(), end: () => program.stdin.end() }));
  });
}

class Application {
  /** What went wrong in the page itself. A test that expects a fault empties it. */
  faults = [];

  constructor(page, bridge) {
    this.page = page;
    this.bridge = bridge;
  }

  /** Calls a command of the core past the page: for what a test needs to be so, not for what it tests. */
  async rpc(command, request = {}) {
    const outcome = await this.post("rpc", { command, request });
    if (outcome.error) throw new Error(`${command}: ${JSON.stringify(outcome.error)}`);
    return outcome.ok.value;
  }

  /** The next file dialog answers with this path; null is a person who thinks better of it. */
  dialog = (path) => this.post("test/dialog", { path });

  /** Drops a file on the window. */
  async drop(path) {
    const detail = await this.post("test/drop", { path });
    await this.page.evaluate((file) => dispatchEvent(new CustomEvent("bridge-dropped", { detail: file })), detail);
  }

  /** What the computer's viewer was asked to show. */
  viewed = async () => (await fetch(`${this.bridge}test/viewed`)).json();

  /** The folder that holds the vaults of this test. */
  home = async () => (await fetch(`${this.bridge}test/home`)).json();

  /** As if the program was ended and started again; perhaps after the clock of the computer was set to another day. */
  async restart(today = null) {
    await this.post("test/restart", { today });
    await this.page.reload();
  }

  async post(path, body) {
    const headers = { "content-type": "application/json" };
    const response = await fetch(this.bridge + path, { method: "POST", headers, body: JSON.stringify(body) });
    return response.json();
  }

  /** Goes with Tab to what has this role and name, as somebody without a mouse does. */
  async tabTo(role, name, options = {}) {
    const target = this.page.getByRole(role, { name, exact: typeof name === "string", ...options }).first();
    await target.waitFor();
    for (let step = 0; step < TABS; step++) {
      if (await target.evaluate((node) => node === document.activeElement)) return target;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`${role} "${name}" cannot be reached with the Tab key`);
  }

  /** Goes there and presses Enter. */
  async press(role, name, options) {
    await this.tabTo(role, name, options);
    await this.page.keyboard.press("Enter");
  }

  /** Goes there and presses Space: for what is chosen rather than done. */
  async choose(role, name, options) {
    await this.tabTo(role, name, options);
    await this.page.keyboard.press("Space");
  }

  /** Goes to a field, empties it and types. */
  async type(name, text, { role = "textbox", ...options } = {}) {
    await this.tabTo(role, name, options);
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.type(text);
  }

  /** Presses keys, such as "Control+K". */
  keys = (keys) => this.page.keyboard.press(keys);

  /** Waits until this text can be seen. */
  sees = (text) => this.page.getByText(text).first().waitFor();

  /** Waits until what has this name, value or text has the focus: a page gives it a moment after it is drawn. */
  focus = (wanted) =>
    this.page.waitForFunction((word) => {
      const node = document.activeElement;
      return [node?.getAttribute("name"), node?.value, node?.textContent?.trim()].includes(word);
    }, wanted);

  /** Waits for the heading of a screen. */
  heading = (name) => this.page.getByRole("heading", { name }).first().waitFor();

  /** Holds WCAG 2.2 AA against what is shown now, dark and light, and that nothing has to be scrolled sideways. */
  async accessible(screen) {
    // The policy of the page lets no script in from outside; evaluating does not go by it.
    if (!(await this.page.evaluate(() => "axe" in window))) await this.page.evaluate(axe);
    for (const colorScheme of ["dark", "light"]) {
      await this.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const found = await this.page.evaluate(async () => {
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        const { violations } = await window.axe.run(document, { runOnly: tags });
        return violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.html.slice(0, 200)) }));
      });
      if (found.length > 0) writeFileSync(join(out, `axe-${screen}.json`), JSON.stringify(found, null, 2));
      assert.deepEqual(found, [], `${screen} is accessible in ${colorScheme}`);
    }
    const wider = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wider, 0, `${screen} fits the width of the window`);
  }

  /** A picture for a person to look at. */
  picture = (name) => this.page.screenshot({ path: join(out, `${name}.png`) });
}
