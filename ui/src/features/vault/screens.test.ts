// What the screens at the door and the notices behind it show of a refusal or a finding.
import { flushSync, mount, tick, unmount, type Component } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { me, state } from "../../../test/fake/vault";
import type { ErrorView, VaultFinding, VaultState } from "../../generated/types";
import { language } from "../../lib/language.svelte";
import { router } from "../../lib/router.svelte";
import { session } from "../../lib/session.svelte";
import { t } from "../../lib/t";
import NotOpen from "./NotOpen.svelte";
import OlderVault from "./OlderVault.svelte";
import Told from "./Told.svelte";

let shown: Record<string, unknown> | undefined;

function show(component: Component<never>, props: object): void {
  shown = mount(component as never, { target: document.body, props: props as never });
  flushSync();
}
beforeEach(() => language.set("nl"));
afterEach(async () => {
  if (shown) await unmount(shown as never);
  shown = session.vault = undefined;
});

const place = "/media/ria/STICK/veldrade.kluis";
const refusal = (code: string, args: ErrorView["args"] = {}): ErrorView => ({ code, kind: "refused", args, fields: [], incident: null });
const nothing = async () => {};
const text = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent?.replace(/\s+/g, " ").trim());
const button = (name: string) => [...document.querySelectorAll("button")].find((one) => one.textContent?.trim() === name);

const notOpen = (code: string, more = {}) =>
  show(NotOpen as never, { refusal: refusal(code), place, onagain: nothing, onother: nothing, onnew: nothing, ...more });
const older = (args: ErrorView["args"], more = {}) =>
  show(OlderVault as never, {
    refusal: refusal("vault.older_copy", args),
    place,
    onback: nothing,
    onother: nothing,
    onopen: nothing,
    ...more,
  });

test("the folder in which to act is named where it is told what to do", () => {
  const renamed = { names: "header 2.json", file: "data.db" };
  notOpen("vault.header_renamed", { refusal: refusal("vault.header_renamed", renamed) });
  expect(text(".callout p")).toEqual([t("refused-header-renamed-what", renamed), `Plek: ${place}`]);
  expect(text(".callout p")[0]).toContain("In de map staat wel header 2.json.");
  expect(text("ol li")[2]).toMatch(/header\.json en probeer het opnieuw\.$/);
});

test("and is not named twice", () => {
  notOpen("vault.missing");
  expect(document.body.textContent!.split(place)).toHaveLength(2);
});

test("trying again says that nothing changed, and when", async () => {
  notOpen("vault.damaged");
  button("Opnieuw proberen")!.click();
  await tick();
  await vi.waitFor(() => expect(text(".row [role=status]")[0]).toMatch(/^Nog steeds niet\. Geprobeerd om \d+[.:]\d\d\.$/));
});

test("trying again claims nothing while the vault is being opened to look at it", async () => {
  const tried = vi.fn(nothing);
  let opened = () => {};
  notOpen("disk.read_only", { onagain: tried, onlook: () => new Promise<void>((done) => (opened = done)) });
  button(t("unlock-readonly"))!.click();
  flushSync();
  const retry = button("Opnieuw proberen")!;
  expect(retry.ariaDisabled ?? retry.getAttribute("aria-disabled")).toBe("true");
  retry.click();
  await new Promise((done) => setTimeout(done, 20));
  expect(tried).not.toHaveBeenCalled();
  expect(text(".row [role=status]")).toEqual([""]);
  opened();
  await vi.waitFor(() => expect(retry.getAttribute("aria-disabled")).toBeNull());
  retry.click();
  await vi.waitFor(() => expect(text(".row [role=status]")[0]).toMatch(/^Nog steeds niet/));
});

test("where waiting may help the first button tries again, and where nothing helps there is none", async () => {
  notOpen("vault.damaged");
  expect(text(".primary")).toEqual(["Opnieuw proberen"]);
  await unmount(shown as never);
  notOpen("vault.too_old");
  expect(button("Opnieuw proberen")).toBeUndefined();
  expect(text(".primary")).toEqual(["Nieuwe kluis maken"]);
});

test("versions that the program kept are named, and then the newest is looked for all the same", () => {
  older({ rows: "3", until: "1764000000000" }, { kept: ["/home/ria/een.kluis", "/home/ria/twee.kluis"] });
  expect(text("ol li").slice(1, 4)).toEqual([
    expect.stringMatching(/^Uw eigen versie staat in \/home\/ria\/een\.kluis/),
    expect.stringMatching(/^Uw eigen versie staat in \/home\/ria\/twee\.kluis/),
    t("older-unknown-seek"),
  ]);
  expect(document.body.textContent).toContain(t("older-not-found"));
});

test("of an unknown file nothing newer is looked for, also where a version was kept", () => {
  older({ forked: "true", unproven: "true" }, { kept: ["/home/ria/een.kluis"] });
  expect(text("ol li")).not.toContain(t("older-unknown-seek"));
  expect(document.body.textContent).toContain(t("older-from-unknown"));
});

test("what has to be done again is read before the choice to go on", () => {
  older({ forked: "true" });
  const [heading] = [...document.querySelectorAll("h2")].filter((one) => one.textContent === t("older-then"));
  expect(heading!.compareDocumentPosition(button(`${t("older-open")}${t("older-open-hint-forked")}`)!)).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  );
});

test("of an unknown file nothing is to be erased, and only the first sentence stands out", () => {
  older({ forked: "true", unproven: "true" });
  expect(document.body.textContent).toContain("Wis nu niets.");
  expect(document.body.textContent).not.toContain("Wis het als");
  expect(text(".callout b")).toEqual(["Het kan van ander werk zijn, maar wij kunnen niet nagaan of het echt is."]);
});

function told(findings: VaultFinding[], more: Partial<VaultState> = {}): void {
  session.vault = { ...state, phase: "open", me: { ...me, told: findings }, ...more };
  router.replace("#/vandaag");
  show(Told as never, {});
}

test("two locks that differ are a warning", () => {
  told([{ code: "vault.headers_differ", args: {} }]);
  expect(document.querySelector(".callout.warn")).not.toBeNull();
});

test("what could not be finished at the unlock says so, and asks to try nothing that the user did not do", async () => {
  told([{ code: "disk.full", args: {} }]);
  expect(text("li .what")).toEqual([`${t("told-undone")} ${t("told-undone-disk")}`]);
  await unmount(shown as never);
  told([{ code: "internal", args: {} }]);
  expect(text("li .what")).toEqual([`${t("told-undone")} ${t("told-undone-do", { code: "internal" })}`]);
  expect(document.body.textContent).not.toMatch(/laatste wijziging|probeer het opnieuw/);
});

test("every version that was set aside has its line and its button, and what to do is a list", () => {
  // A folder may have any name, also one that looks like two.
  const places = ["/home/ria/een, /twee.kluis", "/home/ria/drie.kluis"];
  const finding = { code: "vault.set_aside", args: { how: "kept", place: places.join(", ") } };
  told([finding], { set_aside: { places, overwritten: false } });
  expect(text(".what ul li span:first-child")).toEqual(places);
  expect([...document.querySelectorAll(".what ul button")].map((one) => one.ariaLabel ?? one.getAttribute("aria-label"))).toEqual([
    "Eigen versie openen: /home/ria/een, /twee.kluis",
    "Eigen versie openen: /home/ria/drie.kluis",
  ]);
  expect(document.querySelector("details")!.open).toBe(false);
  expect(text("details ol li")).toHaveLength(4);
});
