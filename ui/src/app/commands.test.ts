import { expect, test } from "vitest";
import { matching, type Command } from "./commands";

const named = (title: string): Command => ({ key: title, title, icon: "sun", run: () => {} });
const all = ["Persoon toevoegen", "Lijst importeren", "Hulp: Personen", "Één lijst"].map(named);
const found = (typed: string) => matching(all, typed).map((command) => command.title);

test("each word that is typed begins a word of what is found, whatever its accents", () => {
  expect(found("pers")).toEqual(["Persoon toevoegen", "Hulp: Personen"]);
  expect(found("hulp pers")).toEqual(["Hulp: Personen"]);
  expect(found("een")).toEqual(["Één lijst"]);
  expect(found("ersoon")).toEqual([]);
});

test("nothing typed finds nothing", () => {
  expect(found("  ")).toEqual([]);
});
