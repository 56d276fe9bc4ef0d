// The test driver: the application in Chromium, with a bridge and an empty home of its own, one page, a keyboard, and
// axe. Everything is torn down with the test. Usage: `const app = await open(t);`, then the methods below.
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

/** Flags for Chromium on a computer without a network and without a user. */
const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** After this many presses of Tab a control counts as unreachable by keyboard. */
const TABS = 150;

/**
 * Opens the application. Options: `today` (the day at which the clock is fixed), `keychain` (this computer can remember
 * a passphrase), `dark`, `width`, `height`.
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

/** Starts the bridge. Its first line of output is its address; it exits when its stdin closes. */
function startBridge(today, keychain) {
  const words = [...(today ? ["--today", today] : []), ...(keychain ? ["--keychain"] : [])];
  const program = spawn(process.env.BRIDGE, words, { stdio: ["pipe", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    program.once("exit", () => reject(new Error("the bridge did not start")));
    program.stdout.once("data", (line) => resolve({ address: String(line).trim(), end: () => program.stdin.end() }));
  });
}

class Application {
  /** Errors of the page itself; the test fails if any remain. A test that expects one empties the list. */
  faults = [];

  constructor(page, bridge) {
    this.page = page;
    this.bridge = bridge;
  }

  /** Calls a command of the core directly, past the page: for setup and checks, not for the behaviour under test. */
  async rpc(command, request = {}) {
    const outcome = await this.post("rpc", { command, request });
    if (outcome.error) throw new Error(`${command}: ${JSON.stringify(outcome.error)}`);
    return outcome.ok.value;
  }

  /** The next file dialog returns this path; null means that the user cancels. */
  dialog = (path) => this.post("test/dialog", { path });

  /** Drops a file on the window. */
  async drop(path) {
    const detail = await this.post("test/drop", { path });
    await this.page.evaluate((file) => dispatchEvent(new CustomEvent("bridge-dropped", { detail: file })), detail);
  }

  /** What the application asked the system's viewer to open. */
  viewed = async () => (await fetch(`${this.bridge}test/viewed`)).json();

  /** The home folder of this test; its vaults are in `vaults/`. */
  home = async () => (await fetch(`${this.bridge}test/home`)).json();

  /** Simulates a restart of the program, optionally on another day. */
  async restart(today = null) {
    await this.post("test/restart", { today });
    await this.page.reload();
  }

  async post(path, body) {
    const headers = { "content-type": "application/json" };
    const response = await fetch(this.bridge + path, { method: "POST", headers, body: JSON.stringify(body) });
    return response.json();
  }

  /** Presses Tab until the control with this role and name has the focus. */
  async tabTo(role, name, options = {}) {
    const target = this.page.getByRole(role, { name, exact: typeof name === "string", ...options }).first();
    await target.waitFor();
    for (let step = 0; step < TABS; step++) {
      if (await target.evaluate((node) => node === document.activeElement)) return target;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`${role} "${name}" cannot be reached with the Tab key`);
  }

  /** Tabs to a control and presses Enter. */
  async press(role, name, options) {
    const target = await this.tabTo(role, name, options);
    // A button that is busy ignores the key.
    await this.page.waitForFunction((node) => node.ariaDisabled !== "true", await target.elementHandle());
    await this.page.keyboard.press("Enter");
  }

  /** Tabs to a control and presses Space: for checkboxes and radio buttons. */
  async choose(role, name, options) {
    await this.tabTo(role, name, options);
    await this.page.keyboard.press("Space");
  }

  /** Tabs to a field and replaces its text. */
  async type(name, text, { role = "textbox", ...options } = {}) {
    await this.tabTo(role, name, options);
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.type(text);
  }

  /** Presses a key or a combination, such as "Control+K". */
  keys = (keys) => this.page.keyboard.press(keys);

  /** Waits until this text is visible. */
  sees = (text) => this.page.getByText(text).first().waitFor();

  /** Waits until the element with this name, value or text has the focus: a page sets it shortly after drawing. */
  focus = (wanted) =>
    this.page.waitForFunction((word) => {
      const node = document.activeElement;
      return [node?.getAttribute("name"), node?.value, node?.textContent?.trim()].includes(word);
    }, wanted);

  /** Waits for the heading of a screen. */
  heading = (name) => this.page.getByRole("heading", { name }).first().waitFor();

  /** Checks the current screen against WCAG 2.2 AA, dark and light, and that it does not scroll sideways. */
  async accessible(screen) {
    // The page's CSP blocks external scripts; `evaluate` is not subject to it.
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
    // What scrolls by itself does not make the page wider: the content of the screen and of a dialog are measured too.
    const wider = await this.page.evaluate(() => {
      const boxes = [document.documentElement, ...document.querySelectorAll("main, :has(> main), dialog[open], dialog[open] > *")];
      return boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => `${box.localName} ${box.className} ${box.scrollWidth - box.clientWidth}`);
    });
    assert.deepEqual(wider, [], `${screen} fits the width of the window`);
  }

  /** Saves a screenshot for a person to look at. */
  picture = (name) => this.page.screenshot({ path: join(out, `${name}.png`) });
}
