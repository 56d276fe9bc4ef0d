import { expect, test } from "vitest";
import type { ErrorView } from "../generated/types";
import { language } from "../lib/language.svelte";
import { againFaults } from "./again";
import { emptyGroups, groupsIn, inOrder, noGroups, refuseWrong, wrongGroup } from "./groups";

const sheet = ["2DEHX", "0A1B2", "C3D4E", "5F6G7", "H8J9K", "M0N1P", "Q2R3S", "T4V5W"];
const isRight = (index: number, group: string) => Promise.resolve(sheet[index] === group);

test.each([
  ["with numbers", sheet.map((group, at) => `${at + 1}  ${group}`).join("\n")],
  ["with words before them", `Herstelsleutel: ${sheet.map((group, at) => `Groep ${at + 1}: ${group.toLowerCase()}`).join(", ")}`],
  ["with a word of five characters before them", `Sheet of Veldrade\n${sheet.join("-")}`],
])("of what is pasted only the groups are taken: %s", async (_, text) => {
  expect(await inOrder(groupsIn(text), 0, isRight)).toEqual(sheet);
});

test("groups of which one is wrong stay in their places, and no more are taken than there is room for", async () => {
  const wrong = [...sheet.slice(0, 3), "XXXXX", ...sheet.slice(4)];
  expect(await inOrder(wrong, 0, isRight)).toEqual(wrong);
  expect(await inOrder(["H8J9K", "M0N1P"], 4, isRight)).toEqual(["H8J9K", "M0N1P", "", ""]);
  expect(await inOrder(sheet, 6, isRight)).toHaveLength(2);
});

test("a group that is not there leaves its place open, and the others stay in theirs", async () => {
  const short = groupsIn(sheet.with(3, "5F6G").join(" "));
  expect(await inOrder(short, 0, isRight)).toEqual(sheet.with(3, ""));
  const typo = [...short.slice(0, 5), "XXXXX", ...short.slice(6)];
  expect(await inOrder(typo, 0, isRight)).toEqual(sheet.with(3, "").with(6, "XXXXX"));
  // A group that happens to be right in a later place as well does not shift the others.
  const lucky = (index: number, group: string) => Promise.resolve(sheet[index] === group || (group === "XXXXX" && index === 7));
  expect(await inOrder(sheet.with(1, "XXXXX"), 0, lucky)).toEqual(sheet.with(1, "XXXXX"));
});

test("a word before the groups pushes none of them on", async () => {
  expect(await inOrder(groupsIn("Kluis: 7 Q2R3S 8 T4V5W"), 0, isRight)).toEqual(["", "", "", "", "", "", "Q2R3S", "T4V5W"]);
});

test("of a whole document the beginning is looked at", () => {
  expect(groupsIn("LETTER ".repeat(9000) + "AB1CD ".repeat(9000))).toHaveLength(40);
});

test("an empty group is asked by its number, all of them at once, and a refused one is named", () => {
  language.set("nl");
  expect(emptyGroups([...sheet.slice(0, 7), " "])).toEqual([{ name: "groups.7", text: "Vul groep 8 in." }]);
  expect(emptyGroups(noGroups())).toHaveLength(1);
  const refusal: ErrorView = { code: "vault.recovery_group", kind: "invalid", args: { n: "3" }, fields: [], incident: null };
  expect(wrongGroup(refusal)?.[0]?.name).toBe("groups.2");
  expect(wrongGroup({ ...refusal, code: "vault.recovery_wrong", args: {} })).toBeUndefined();
});

test("a second passphrase that is empty is something else than another one", () => {
  language.set("nl");
  expect(againFaults("again", "zes zwanen", "", true)[0]?.text).toBe("Typ de wachtzin nog een keer.");
  expect(againFaults("again", "zes zwanen", "zes", true)[0]?.text).toBe("De twee wachtzinnen zijn niet gelijk.");
  expect(againFaults("again", "zes zwanen", "zes zwanen", true)).toEqual([]);
});

test("of offered words only the words are compared, and the first that differs is named", () => {
  language.set("nl");
  const of = (typed: string) => againFaults("again", "fiets appel wolf", typed, false).map((fault) => fault.text);
  expect(of("  Fiets APPEL\u00a0 wolf ")).toEqual([]);
  expect(of("fiets bitter wolf")).toEqual(["Woord 2 is anders: bitter"]);
  expect(of("fiets appel wolf tafel")).toEqual(["Een woord te veel: tafel"]);
  expect(of("fiets appel")).toEqual(["Typ alle 3 woorden."]);
  expect(of("")).toEqual(["Typ alle 3 woorden."]);
  expect(againFaults("again", "Zes zwanen", "zes zwanen", true)).toHaveLength(1);
});

test("every group that is not right is named, not just the first", async () => {
  await expect(refuseWrong(sheet, isRight)).resolves.toBeUndefined();
  const refusal = (await refuseWrong(sheet.with(1, "XXXXX").with(6, " "), isRight).catch((cause: unknown) => cause)) as ErrorView;
  expect(wrongGroup(refusal)?.map((fault) => fault.name)).toEqual(["groups.1", "groups.6"]);
});
