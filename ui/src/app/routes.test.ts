import { expect, test } from "vitest";
import { places } from "../lib/places";
import { match, read, visible } from "./routes";

test("the named parts of a path", () => {
  expect(read("/personen/:person/:tab?", "/personen/p1")).toEqual({ person: "p1" });
  expect(read("/personen/:person/:tab?", "/personen/p1/toestemming")).toEqual({ person: "p1", tab: "toestemming" });
  expect(read("/personen/:person/:tab?", "/personen")).toBeNull();
  expect(read("/vandaag", "/vandaag/meer")).toBeNull();
});

test("the menu holds only what leads somewhere for this person", () => {
  expect(visible((permission) => permission === "own").map((item) => item.key)).toEqual(["today", "admin"]);
});

test("today and Beheer are there", () => {
  for (const place of [places.today, places.users, places.settings, places.log]) expect(match(place.slice(1)), place).not.toBeNull();
});
