import { beforeEach, expect, test } from "vitest";
import { forgetLost, noteLost, takeLost } from "./lost";

beforeEach(() => sessionStorage.clear());

test("who lost something hears of it once, and nobody else does", () => {
  noteLost("u1");
  expect(takeLost("u2")).toBeNull();
  expect(takeLost("u1")).toBeGreaterThan(0);
  expect(takeLost("u1")).toBeNull();
});

test("what was kept after all is not told, and what cannot be read is nothing", () => {
  noteLost("u1");
  forgetLost();
  expect(takeLost("u1")).toBeNull();
  sessionStorage.setItem("lost", "{");
  expect(takeLost("u1")).toBeNull();
});
