// Somebody who was a member twice has two bars with the same title: lists of the kit must accept equal texts.
import { flushSync, mount, unmount, type Component } from "svelte";
import { afterEach, expect, test } from "vitest";
import { language } from "../lib/language.svelte";
import Consequences from "./Consequences.svelte";
import KeepBars from "./KeepBars.svelte";
import Menu from "./Menu.svelte";

let shown: Record<string, unknown> | undefined;

function show(component: Component<never>, props: object): void {
  language.set("nl");
  shown = mount(component as never, { target: document.body, props: props as never });
  flushSync();
}
afterEach(async () => {
  if (shown) await unmount(shown as never);
});

const texts = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent?.trim());

test("both memberships of who came back have their bar", () => {
  const bar = { title: "Lidmaatschap", sentence: "Tot 2 jaar na het einde" };
  show(KeepBars as never, {
    today: "2026-11-24",
    now: "nu",
    bars: [
      { ...bar, from: "2001-01-01", until: "2010-12-31" },
      { ...bar, from: "2019-09-01" },
    ],
  });
  expect(texts(".keep > p")).toEqual(["Lidmaatschap", "Lidmaatschap"]);
});

test("both of its lines stand in what an erasure does", () => {
  const stay = { what: "Naam", until: "", why: "Belasting" };
  show(Consequences as never, { goes: ["Lid tot 2010", "Lid tot 2010"], stays: [stay, stay], counts: ["Was lid", "Was lid"] });
  expect(texts("li")).toHaveLength(8);
});

test("and both can be ended in a menu", () => {
  show(Menu as never, {
    label: "Meer",
    items: [
      { label: "Lid beëindigen", run: () => {} },
      { label: "Lid beëindigen", run: () => {} },
    ],
  });
  document.querySelector("button")!.click();
  flushSync();
  expect(texts("[role=menuitem]")).toHaveLength(2);
});
