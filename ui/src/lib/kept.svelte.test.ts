// Unsaved input is kept, offered again where it was typed, and dropped once it is saved.
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Draft, NewDraft } from "../generated/types";
import { fakeHost } from "../../test/fake";
import { form } from "./form.svelte";
import { setHost } from "./host";
import { anyTyped, anyUnkept, keepAll, newest } from "./kept.svelte";
import { language } from "./language.svelte";

let stored: Draft[] = [];
let kept = 0;
const stops: (() => void)[] = [];

beforeEach(() => {
  language.set("nl");
  stored = [];
  kept = 0;
  const answers: Record<string, (request: never) => unknown> = {
    drafts_list: () => stored,
    drafts_keep: ({ place, content, person = null }: NewDraft) => {
      kept += 1;
      stored = [{ place, person, at: Date.UTC(2026, 10, 24, 13, 32), content }];
    },
    drafts_drop: ({ place }: { place: string }) => (stored = stored.filter((draft) => draft.place !== place)),
  };
  setHost({ ...fakeHost(), rpc: async (command, request) => ({ value: answers[command]!(request as never) ?? {}, touches: [] }) });
});
afterEach(() => stops.splice(0).forEach((stop) => stop()));

type Person = { surname: string; note: string };

function opened(submit: () => Promise<unknown> = async () => {}) {
  let made!: ReturnType<typeof form<Person, unknown>>;
  stops.push(
    $effect.root(() => {
      made = form<Person, unknown>({ initial: { surname: "", note: "" }, keep: { name: "person", compartment: "confidential" }, submit });
    }),
  );
  flushSync();
  return made;
}

test("nothing typed keeps nothing, and what is kept already is not kept again", async () => {
  const one = opened();
  await keepAll();
  expect(kept).toBe(0);
  one.draft.surname = "Zomer";
  await keepAll();
  await keepAll();
  expect([kept, stored[0]?.content]).toEqual([1, '{"surname":"Zomer","note":""}']);
});

test("who comes back is offered what he typed, takes it, saves it, and it is gone", async () => {
  const one = opened();
  one.draft.surname = "Zomer";
  await keepAll();
  stops.pop()!();

  const again = opened();
  await vi.waitFor(() => expect(again.offer).toBe("14.32"));
  again.take();
  expect([again.draft.surname, again.offer, again.changed]).toEqual(["Zomer", null, true]);
  await again.submit();
  await vi.waitFor(() => expect(stored).toEqual([]));
});

test("what is not wanted is let go, and the form is as it was", async () => {
  const one = opened();
  one.draft.surname = "Zomer";
  await keepAll();
  one.drop();
  expect([one.draft.surname, one.changed]).toEqual(["", false]);
  await vi.waitFor(() => expect(stored).toEqual([]));
});

test("the newest leads to where it was typed", async () => {
  const one = opened();
  one.draft.note = "neef";
  await keepAll();
  expect(await newest()).toEqual({ at: stored[0]?.at, href: "#/" });
});

test("a vault that takes nothing stops nobody", async () => {
  const one = opened();
  setHost({ ...fakeHost(), rpc: () => Promise.reject({ code: "vault.read_only", kind: "refused", args: {}, fields: [], incident: null }) });
  one.draft.surname = "Zomer";
  expect(await keepAll(), "and says that it is not kept").toBe(false);
});

test("what a form that keeps nothing holds is known before the lock", async () => {
  let made!: ReturnType<typeof form<Person, unknown>>;
  const end = $effect.root(() => {
    made = form<Person, unknown>({ initial: { surname: "", note: "" }, submit: async () => {} });
  });
  flushSync();
  expect([anyTyped(), await keepAll()]).toEqual([false, true]);
  made.draft.note = "belde zelf";
  expect([anyTyped(), anyUnkept(), await keepAll()]).toEqual([true, true, false]);
  end();
  expect(anyTyped()).toBe(false);
});
