import { expect, test } from "vitest";
import { firstSentence } from "./sentences";

test("the first sentence ends where another begins, and not in a date, a time or the name of a file", () => {
  const parts = [
    ["Deze kluis is bijgewerkt tot 2 nov. 2026 om 10.14.", "Op deze computer is er daarna nog in gewerkt."],
    ["In de map staat ook data (kopie).db.", "Dat kan werk zijn."],
    ["Was u het zelf?", "Dan hoeft u niets te doen."],
  ] as const;
  for (const [first, rest] of parts) expect(firstSentence(`${first} ${rest}`)).toEqual([first, rest]);
  expect(firstSentence("Eén zin.")).toEqual(["Eén zin.", ""]);
});
