import { expect, test } from "vitest";
import { capital, dateTime, fullDate, inSentence, isoDay, longDate, money, number, shortDate, weekday } from "./format";

// Non-breaking spaces are hard to see in a test, so compare with ordinary ones.
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

test("a date as people say it, in both languages", () => {
  expect(longDate("2026-12-04", "nl-NL")).toBe("4 december 2026");
  expect(longDate("2026-12-04", "en-GB")).toBe("4 December 2026");
  expect(plain(fullDate("2026-11-23", "nl-NL"))).toBe("maandag 23 november 2026");
  expect(weekday("2026-11-25", "nl-NL")).toBe("woensdag");
});

test("a date in a narrow cell", () => expect(shortDate("2026-12-04")).toBe("04-12-2026"));

test("an instant is told in the time of the Netherlands", () => {
  expect(plain(dateTime(Date.UTC(2026, 10, 23, 13, 32), "nl-NL"))).toContain("14.32");
  expect(isoDay(new Date(Date.UTC(2026, 10, 23, 23, 30)))).toBe("2026-11-24");
});

test("money and numbers", () => {
  expect(plain(money(125_000, "nl-NL"))).toBe("€ 1.250,00");
  expect(number(12_500, "nl-NL")).toBe("12.500");
  expect(number(12_500, "en-GB")).toBe("12,500");
});

test("a word inside a sentence, an abbreviation stays", () => {
  expect(inSentence("Naam")).toBe("naam");
  expect(inSentence("BSN")).toBe("BSN");
  expect(capital("maandag")).toBe("Maandag");
});
