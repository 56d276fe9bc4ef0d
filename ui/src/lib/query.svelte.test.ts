import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setHost, type Host } from "./host";
import { query, type Query } from "./query.svelte";
import { command } from "./rpc";
import { touch } from "./touch";

type Pending = { request: unknown; answer: (value: unknown) => void; refuse: (error: unknown) => void };

let pending: Pending[] = [];
let stop = () => {};
const list = command<{ q: string }, string>("people_list", ["People"]);
const settle = () => new Promise((resume) => setTimeout(resume));

beforeEach(() => {
  pending = [];
  const rpc: Host["rpc"] = (_, request) =>
    new Promise((resolve, reject) => pending.push({ request, answer: (value) => resolve({ value, touches: [] }), refuse: reject }));
  setHost({ rpc } as Host);
});
afterEach(() => stop());

function made(request: () => { q: string } | null): Query<string> {
  let result!: Query<string>;
  stop = $effect.root(() => {
    result = query(list, request);
  });
  flushSync();
  return result;
}

test("it asks again when the request changes, and an older answer is dropped", async () => {
  let q = $state("a");
  const found = made(() => ({ q }));
  q = "b";
  flushSync();
  expect(pending.map((one) => one.request)).toEqual([{ q: "a" }, { q: "b" }]);
  pending[1]!.answer("of b");
  await settle();
  pending[0]!.answer("of a");
  await settle();
  expect(found.data).toBe("of b");
});

test("a touched topic makes it ask again, another topic does not", async () => {
  const found = made(() => ({ q: "" }));
  pending[0]!.answer("one");
  await settle();
  touch(["Consent"]);
  flushSync();
  expect(pending).toHaveLength(1);
  touch(["People"]);
  flushSync();
  expect(pending).toHaveLength(2);
  expect(found.data).toBe("one");
});

test("a refusal is an error view, and the last answer stays", async () => {
  const found = made(() => ({ q: "" }));
  pending[0]!.answer("one");
  await settle();
  found.reload();
  flushSync();
  pending[1]!.refuse({ code: "vault.locked", kind: "refused", args: {}, fields: [], incident: null });
  await settle();
  expect([found.data, found.error?.code, found.loading]).toEqual(["one", "vault.locked", false]);
});

test("nothing is asked without a request", () => {
  expect(made(() => null).loading).toBe(false);
  expect(pending).toHaveLength(0);
});
