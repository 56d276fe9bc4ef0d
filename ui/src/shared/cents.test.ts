import { expect, test } from "vitest";
import { cents } from "./cents";

test("amounts are read as people type them", () => {
  expect(["25", "12,50", "12.50", "€ 1.250,00", "1250", "1,250.00", "25,-"].map(cents)).toEqual([
    2500, 1250, 1250, 125000, 125000, 125000, 2500,
  ]);
});

test("what is no amount is not guessed", () => {
  expect(["", "0", "-5", "tien", "12,5,0", "1.25.00"].map(cents)).toEqual([null, null, null, null, null, null]);
});
