import { expect, test } from "vitest";
import { parseDate } from "./parseDate";

const read = (text: string) => parseDate(text, 2026);

test.each([
  "4-12-26",
  "4-12-2026",
  "04122026",
  "041226",
  "4/12/2026",
  "4.12.2026",
  "4 dec 2026",
  "4 dec. 2026",
  "4 december 2026",
  "2026-12-04",
  " 4 12 2026 ",
])("%s is understood", (text) => {
  expect(read(text)).toBe("2026-12-04");
});

test.each([
  ["1 mrt 1960", "1960-03-01"],
  ["1 maart 1960", "1960-03-01"],
  ["1 May 1960", "1960-05-01"],
  ["1 okt 1960", "1960-10-01"],
  ["1 Oct 1960", "1960-10-01"],
])("%s in either language", (text, day) => {
  expect(read(text)).toBe(day);
});

test("two digits of a year lie at most ten years ahead", () => {
  expect(read("4-12-36")).toBe("2036-12-04");
  expect(read("4-12-37")).toBe("1937-12-04");
  expect(read("23-11-61")).toBe("1961-11-23");
});

test.each(["", "morgen", "31-2-2026", "29-2-2025", "4-13-2026", "0-12-2026", "12-2026", "4-12-999"])("%s is no date", (text) => {
  expect(read(text)).toBeNull();
});

test("a leap day is a day", () => expect(read("29-2-2024")).toBe("2024-02-29"));
