import { createRawSnippet, flushSync, mount, tick, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { language } from "../lib/language.svelte";
import DataGrid from "./DataGrid.svelte";

const count = 100_000;
const opened: number[] = [];
let grid: Record<string, unknown>;

beforeEach(() => {
  language.set("nl");
  opened.length = 0;
  const cell = createRawSnippet((row: () => unknown) => ({ render: () => `<b>${String(row())}</b>` }));
  grid = mount(DataGrid as never, {
    target: document.body,
    props: {
      label: "Leden",
      // Rows are sorted by neither letter nor number: every tenth begins with the same letter.
      find: async (letters: string, from: number) => {
        const first = "abcdefghij".indexOf(letters);
        return first < 0 ? null : from + ((first - (from % 10) + 10) % 10);
      },
      columns: [{ key: "name", label: "Naam", width: "1fr" }],
      count,
      row: (index: number) => `${"abcdefghij"[index % 10]} ${index}`,
      onopen: (_: unknown, index: number) => opened.push(index),
      cell,
    } as never,
  });
  flushSync();
});
afterEach(async () => {
  await unmount(grid as never);
});

const rows = () => [...document.querySelectorAll<HTMLElement>("[data-index]")];
const stop = () =>
  rows()
    .filter((row) => row.tabIndex === 0)
    .map((row) => Number(row.dataset.index));

function press(key: string): void {
  document.querySelector("[role=grid]")!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  flushSync();
}

test("of a hundred thousand rows only those near the view are in the page, and it says how many there are", () => {
  expect(rows().length).toBeLessThan(100);
  expect(document.querySelector("[role=grid]")!.getAttribute("aria-rowcount")).toBe("100001");
});

test("exactly one row can be reached by Tab, and arrows move it", () => {
  expect(stop()).toEqual([0]);
  press("ArrowDown");
  press("ArrowDown");
  press("ArrowUp");
  expect(stop()).toEqual([1]);
});

test("End goes to the last row, which is in the page and has the focus; Enter opens it", async () => {
  press("End");
  await tick();
  expect(stop()).toEqual([count - 1]);
  expect((document.activeElement as HTMLElement).getAttribute("aria-rowindex")).toBe("100001");
  press("Enter");
  expect(opened).toEqual([count - 1]);
});

test("a press on a row opens that row", () => {
  rows()[3]!
    .querySelector("b")!
    .dispatchEvent(new MouseEvent("click", { bubbles: true }));
  expect(opened).toEqual([3]);
});

test("letters go to the row that begins with them, also one that is not loaded, and the same letter goes on", async () => {
  rows()[0]!.focus();
  press("c");
  await vi.waitFor(() => expect(stop()).toEqual([2]));
  press("c");
  await vi.waitFor(() => expect(stop()).toEqual([12]));
  press("z");
  await tick();
  expect(stop()).toEqual([12]);
});

test("a list that is on its way is not called empty, and shows rows to come after a moment", async () => {
  await unmount(grid as never);
  vi.useFakeTimers();
  const cell = createRawSnippet(() => ({ render: () => "<b></b>" }));
  const columns = [{ key: "name", label: "Naam", width: "1fr" }];
  const props = { label: "Leden", columns, count: 0, row: () => undefined, waiting: true, cell };
  grid = mount(DataGrid as never, { target: document.body, props: props as never });
  flushSync();
  const said = () => document.querySelector("[role=status]")?.textContent;
  expect(said()).toBeUndefined();
  expect(document.querySelectorAll(".line").length).toBe(0);
  vi.advanceTimersByTime(250);
  flushSync();
  expect(said()).toBe("Bezig met laden");
  expect(document.querySelectorAll(".line").length).toBeGreaterThan(5);
  vi.useRealTimers();
});

test("a shortcut is not a letter", () => {
  document.querySelector("[role=grid]")!.dispatchEvent(new KeyboardEvent("keydown", { key: "c", ctrlKey: true, bubbles: true }));
  flushSync();
  expect(stop()).toEqual([0]);
});
