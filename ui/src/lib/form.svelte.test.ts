import { flushSync } from "svelte";
import { afterEach, expect, test } from "vitest";
import type { ErrorView } from "../generated/types";
import { form, missing } from "./form.svelte";
import { language } from "./language.svelte";

const refusal: ErrorView = {
  code: "input.invalid",
  kind: "invalid",
  args: {},
  fields: [
    { field: "email", code: "field.email" },
    { field: "name", code: "field.required" },
  ],
  incident: null,
};
let stop = () => {};

function made(submit: (draft: { name: string; email: string }) => Promise<unknown>) {
  language.set("nl");
  let result!: ReturnType<typeof form<{ name: string; email: string }, unknown>>;
  stop = $effect.root(() => {
    result = form({ initial: { name: "", email: "" }, labels: () => ({ name: "Naam" }), submit });
  });
  flushSync();
  return result;
}

afterEach(() => stop());

test("what the core refuses stands at its field and in the summary, in the same words", async () => {
  const one = made(() => Promise.reject(refusal));
  expect(await one.submit()).toBe(false);
  expect(one.error("name")).toBe("Vul naam in.");
  expect(one.faults.map((fault) => fault.text)).toEqual([one.error("email"), one.error("name")]);
  expect(one.failures).toBe(1);
  expect(one.busy).toBe(false);
});

test("a refusal without fields stands in the summary, with its code for help", async () => {
  const one = made(() => Promise.reject({ ...refusal, code: "internal", kind: "broken", fields: [], incident: "K7" }));
  await one.submit();
  expect(one.faults).toHaveLength(1);
  expect(one.faults[0]!.text).toContain("K7");
});

test("typing makes it changed, saving makes it clean", async () => {
  const one = made(() => Promise.resolve());
  expect(one.changed).toBe(false);
  one.draft.name = "Ria";
  expect(one.changed).toBe(true);
  expect(await one.submit()).toBe(true);
  expect(one.changed).toBe(false);
});

test("what the page sees itself never reaches the core", async () => {
  language.set("nl");
  let asked = 0;
  let one!: ReturnType<typeof form<{ name: string }, number>>;
  stop = $effect.root(() => {
    one = form({
      initial: { name: "" },
      unguarded: true,
      check: (draft) => (draft.name ? [] : [missing("name", "Naam")]),
      submit: async () => (asked += 1),
    });
  });
  await one.submit();
  expect([asked, one.error("name")]).toEqual([0, "Vul naam in."]);
  one.draft.name = "Ria";
  await one.submit();
  expect([asked, one.error("name")]).toEqual([1, ""]);
});

test("two saves at once are one", async () => {
  let asked = 0;
  const one = made(async () => void (asked += 1));
  await Promise.all([one.submit(), one.submit()]);
  expect(asked).toBe(1);
});

// A form that asks for the user's own passphrase again.
function asking(submit: (draft: { name: string; own: string }) => Promise<unknown>) {
  language.set("nl");
  let result!: ReturnType<typeof form<{ name: string; own: string }, unknown>>;
  stop = $effect.root(() => {
    result = form({ initial: { name: "Ria", own: "" }, unguarded: true, again: "own", submit });
  });
  return result;
}

test("a wrong passphrase is told at its control only, and stays to be mended", async () => {
  const one = asking(() => Promise.reject({ ...refusal, code: "vault.wrong_passphrase", kind: "denied", fields: [] }));
  one.draft.own = "fout";
  expect(await one.submit()).toBe(false);
  expect([one.asked?.code, one.faults, one.failures, one.draft.own]).toEqual(["vault.wrong_passphrase", [], 0, "fout"]);
});

test("nothing typed is no attempt, and nothing of what was typed is kept after", async () => {
  const asked: string[] = [];
  const one = asking(async (draft) => void asked.push(draft.own));
  expect(await one.submit()).toBe(false);
  expect([asked, one.error("own")]).toEqual([[], "Vul uw eigen wachtzin in."]);
  one.draft.own = "vier woorden op rij";
  expect(await one.submit()).toBe(true);
  expect([asked, one.draft]).toEqual([["vier woorden op rij"], { name: "Ria", own: "" }]);
  expect(JSON.stringify($state.snapshot(one.draft))).not.toContain("woorden");
  expect(one.changed).toBe(false);
});

test("a refusal as a whole that is about one control is told there, and the summary leads to it", async () => {
  language.set("nl");
  let one!: ReturnType<typeof form<{ group: string }, unknown>>;
  stop = $effect.root(() => {
    one = form<{ group: string }, unknown>({
      initial: { group: "" },
      submit: () => Promise.reject({ ...refusal, code: "vault.recovery_group", fields: [] }),
      about: ({ code }) => (code === "vault.recovery_group" ? [{ name: "group", text: "Groep 1 klopt niet." }] : undefined),
    });
  });
  flushSync();
  await one.submit();
  expect([one.error("group"), one.faults]).toEqual(["Groep 1 klopt niet.", [{ name: "group", text: "Groep 1 klopt niet." }]]);
});

test("what the page filled in itself is not something typed", () => {
  let one!: ReturnType<typeof form<{ words: string; again: string }, unknown>>;
  stop = $effect.root(() => {
    one = form<{ words: string; again: string }, unknown>({
      initial: { words: "", again: "" },
      typed: ({ again }) => again,
      submit: () => Promise.resolve(),
    });
  });
  flushSync();
  one.draft.words = "vijf vrolijke vinken";
  expect(one.changed).toBe(false);
  one.draft.again = "vijf";
  expect(one.changed).toBe(true);
  one.drop();
  expect([one.draft.again, one.changed]).toEqual(["", false]);
});
