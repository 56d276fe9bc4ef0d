// Where the focus goes when the element that had it disappears.
import { createRawSnippet, flushSync, mount, tick, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Notices from "./Notices.svelte";
import { language } from "../lib/language.svelte";
import { notices } from "../lib/notices.svelte";
import Dialog from "../kit/Dialog.svelte";
import { giveBack } from "../kit/giveBack";

const shown: Record<string, unknown>[] = [];

beforeEach(() => {
  language.set("nl");
  document.body.innerHTML =
    '<main><h1 tabindex="-1">Gebruikers</h1><ul><li><button>een</button></li><li><button>twee</button></li><li><button>drie</button></li></ul></main>';
});
afterEach(async () => {
  for (const one of shown.splice(0)) await unmount(one as never);
  notices.clear();
});

const button = (text: string) => [...document.querySelectorAll("button")].find((one) => one.textContent === text)!;
const focused = () => document.activeElement?.textContent;

test("back to what opened the dialog", () => {
  button("twee").focus();
  const back = giveBack();
  button("een").focus();
  back();
  expect(focused()).toBe("twee");
});

test("to the next row when the row is gone already, to the one before when it was the last", () => {
  button("twee").focus();
  let back = giveBack();
  button("twee").closest("li")!.remove();
  back();
  expect(focused()).toBe("drie");

  back = giveBack();
  button("drie").closest("li")!.remove();
  back();
  expect(focused()).toBe("een");
});

test("to the control that took its place in the same row", () => {
  button("twee").focus();
  const back = giveBack();
  button("twee").replaceWith(Object.assign(document.createElement("button"), { textContent: "vastleggen" }));
  back();
  expect(focused()).toBe("vastleggen");
});

test("when a message with the focus is closed, back to where the user came from", async () => {
  shown.push(mount(Notices as never, { target: document.body, props: { inside: true } as never }));
  notices.add("Opgeslagen");
  flushSync();
  button("drie").focus();
  const close = document.querySelector<HTMLElement>("[role=status] button")!;
  close.focus();
  close.click();
  flushSync();
  await vi.waitFor(() => expect(focused()).toBe("drie"));
});

test("to the next row also when the list is read again a moment later", async () => {
  button("twee").focus();
  const back = giveBack();
  back();
  button("twee").closest("li")!.remove();
  await vi.waitFor(() => expect(focused()).toBe("drie"));
});

test("to the heading when there is no row left", () => {
  button("een").focus();
  const back = giveBack();
  document.querySelector("ul")!.remove();
  back();
  expect(focused()).toBe("Gebruikers");
});

test("a message can be read and pressed while a dialog is open, and stays when it closes", async () => {
  shown.push(mount(Notices as never, { target: document.body, props: { inside: true } as never }));
  notices.add("Opgeslagen");
  const props = $state({
    open: true,
    title: "Vraag",
    onclose: () => {},
    actions: createRawSnippet(() => ({ render: () => "<button>Sluiten</button>" })),
  });
  shown.push(mount(Dialog as never, { target: document.body, props: props as never }));
  flushSync();
  await tick();
  expect(document.querySelector("dialog [role=status]")?.textContent).toContain("Opgeslagen");
  props.open = false;
  flushSync();
  await tick();
  expect(document.querySelector("dialog")).toBeNull();
  expect(document.querySelector("[role=status]")?.textContent).toContain("Opgeslagen");
});
