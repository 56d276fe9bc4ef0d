import { beforeEach, expect, test, vi } from "vitest";
import { language } from "./language.svelte";
import { notices } from "./notices.svelte";
import { touch } from "./touch";

beforeEach(() => {
  language.set("nl");
  notices.clear();
});

test("what can be taken back is taken back once, by the button or by the key", async () => {
  const undo = vi.fn(async () => {});
  notices.add("Opgeslagen", { undo });
  expect(notices.all[0]?.action?.text).toBe("Ongedaan maken");
  await notices.undo();
  await notices.undo();
  expect(undo).toHaveBeenCalledOnce();
  expect(notices.all.map((notice) => notice.text)).toEqual(["Ongedaan gemaakt"]);
});

test("a refusal to take it back is said", async () => {
  notices.add("Opgeslagen", {
    undo: () => Promise.reject({ code: "person.changed_meanwhile", kind: "refused", args: {}, fields: [], incident: null }),
  });
  await notices.undo();
  expect(notices.all.map((notice) => notice.kind)).toEqual(["danger"]);
});

test("another change makes it the past, and so does the lock", () => {
  notices.add("Opgeslagen", { undo: async () => {} });
  expect(notices.canUndo).toBe(true);
  touch(["Consent"]);
  expect(notices.canUndo).toBe(false);
  expect(notices.all[0]?.action, "no button offers what can no longer be undone").toBeUndefined();
  notices.add("Opgeslagen", { undo: async () => {} });
  notices.clear();
  expect(notices.canUndo).toBe(false);
});

test("the same message is shown once, the latest", () => {
  notices.add("Opgeslagen", { undo: async () => {} });
  notices.add("Opgeslagen");
  expect(notices.all.map((notice) => notice.action)).toEqual([undefined]);
});

test("after an erasure no message speaks of who was erased; a refusal stays", () => {
  notices.add("Anneke van den Berg is toegevoegd.", { undo: async () => {} });
  notices.add("Een ander heeft de kluis open.", "danger");
  notices.erased();
  expect(notices.all.map((notice) => notice.kind)).toEqual(["danger"]);
  expect(notices.canUndo).toBe(false);
});
