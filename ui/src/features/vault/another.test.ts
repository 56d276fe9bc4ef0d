// What is said of one vault is not said of another: an attempt at the door may end when she is at another vault.
import { flushSync, mount, tick, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeHost } from "../../../test/fake";
import { refuse } from "../../../test/fake/ask";
import { state } from "../../../test/fake/vault";
import type { ErrorView } from "../../generated/types";
import { setHost } from "../../lib/host";
import { language } from "../../lib/language.svelte";
import { session } from "../../lib/session.svelte";
import { t } from "../../lib/t";
import UnlockScreen from "./UnlockScreen.svelte";

const place = "/home/ria/Ledenkluis/veldrade.kluis";
const own = "/home/ria/terzijde/veldrade.kluis";
const before = { ...state };
const older = refuse("vault.older_copy", {}, { rows: "3", until: "1764000000000" });

let shown: Record<string, unknown> | undefined;
/** Ends the attempt that runs. */
let end: (refusal: ErrorView) => void;
let tried: string[];

beforeEach(async () => {
  language.set("nl");
  Object.assign(state, before, {
    phase: "locked",
    me: null,
    place,
    set_aside: { places: [own], overwritten: false },
    device_users: ["u1"],
  });
  tried = [];
  const host = fakeHost();
  setHost({
    ...host,
    rpc: (command, request) => {
      tried.push(command);
      if (!command.startsWith("vault_unlock")) return host.rpc(command, request);
      return new Promise((_, refused) => (end = refused));
    },
  });
  await session.load();
  shown = mount(UnlockScreen as never, { target: document.body });
  flushSync();
  await tick();
});
afterEach(async () => {
  if (shown) await unmount(shown as never);
  shown = session.vault = undefined;
});

const heading = () => document.querySelector("h1")?.textContent;
const button = (name: string) => [...document.querySelectorAll<HTMLElement>("button, a")].find((one) => one.textContent?.trim() === name)!;
const running = (command: string) => vi.waitFor(() => expect(tried).toContain(command));
/** The state is read once more for the refusal. */
const answered = () => new Promise((done) => setTimeout(done, 60));

function fill(name: string, value: string): void {
  const input = document.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

const submit = () => document.querySelector("form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));

async function byPassphrase(): Promise<void> {
  fill("passphrase", "vier woorden op rij");
  submit();
  await running("vault_unlock");
}

async function byDevice(): Promise<void> {
  button(t("unlock-keychain")).click();
  await running("vault_unlock_device");
}

async function toVersion(): Promise<void> {
  button(t("aside-open")).click();
  await vi.waitFor(() => expect(session.vault?.place).toBe(own));
  flushSync();
}

test.each([
  ["the passphrase", byPassphrase],
  ["this computer", byDevice],
])("a refusal that comes when she is at another vault is not shown there: by %s", async (_, begin) => {
  await begin();
  await toVersion();
  end(older);
  await answered();
  expect(heading()).toBe(t("unlock-title"));
  expect(button(`${t("older-open")}${t("older-open-hint")}`)).toBeUndefined();
  // Nor when she comes back: it was about an attempt that she left.
  button(t("aside-back")).click();
  await vi.waitFor(() => expect(session.vault?.place).toBe(place));
  flushSync();
  expect(heading()).toBe(t("unlock-title"));
});

test("what comes of a recovery sheet is not said of the vault she went back to, nor filled in there", async () => {
  Object.assign(state, { place: own, version_of: place, set_aside: null, users: state.users.slice(0, 1) });
  await session.load();
  flushSync();
  const recover = async () => {
    button(t("unlock-forgot")).click();
    await vi.waitFor(() => expect(heading()).toBe(t("recover-title")));
  };
  await recover();
  for (let at = 0; at < 8; at++) fill(`groups.${at}`, "ABCD");
  submit();
  await vi.waitFor(() => expect(heading()).toBe(t("recover-new")));
  const words = await vi.waitFor(() => {
    const all = [...document.querySelectorAll("ol.words li")].map((one) => one.textContent!.trim());
    expect(all.length).toBeGreaterThan(0);
    return all;
  });
  fill("new_passphrase_again", words.join(" "));
  submit();
  await running("vault_unlock_recovery");
  button(t("aside-back")).click();
  await vi.waitFor(() => expect(session.vault?.place).toBe(place));
  flushSync();
  end(older);
  await answered();
  expect(heading()).toBe(t("unlock-title"));
  await recover();
  expect(document.querySelector<HTMLInputElement>("input[name='groups.0']")!.value).toBe("");
});

test("where she stays, it is shown", async () => {
  await byPassphrase();
  end(older);
  await vi.waitFor(() => expect(heading()).toBe(t("older-title")));
});

test("a wrong passphrase for one vault is not said beside the field of another", async () => {
  await byPassphrase();
  await toVersion();
  fill("passphrase", "iets anders");
  end(refuse("vault.wrong_passphrase"));
  await answered();
  expect(document.querySelector(".field")!.textContent).not.toContain("klopt niet");
  expect(document.querySelector<HTMLInputElement>("input[name=passphrase]")!.value).toBe("iets anders");
});

test("a vault that was gone to in another way has no refusal of the one before", async () => {
  await byPassphrase();
  end(older);
  await vi.waitFor(() => expect(heading()).toBe(t("older-title")));
  Object.assign(state, { place: own });
  await session.load();
  flushSync();
  expect(heading()).toBe(t("unlock-title"));
});

test("that trying again changed nothing is not said of the next problem", async () => {
  Object.assign(state, { problem: refuse("vault.damaged") });
  await session.load();
  flushSync();
  button(t("unlock-retry")).click();
  await vi.waitFor(() => expect(document.querySelector(".row [role=status]")!.textContent).toMatch(/^Nog steeds niet/));
  Object.assign(state, { place: own });
  await session.load();
  flushSync();
  expect(document.querySelector(".row [role=status]")!.textContent).toBe("");
});

test("who has it open elsewhere is a message of its own, apart from what trying again says", async () => {
  Object.assign(state, { in_use: { computer: "LAPTOP", since: 1764000000000, elsewhere: true } });
  await session.load();
  flushSync();
  expect(document.querySelector("[role=status] .callout")!.textContent).toContain("LAPTOP");
  expect(document.querySelectorAll("[role=status] [role=status]")).toHaveLength(0);
});
