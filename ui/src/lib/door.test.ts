import { beforeEach, expect, test } from "vitest";
import type { DoorLook } from "../generated/types";
import { doorLook, keepDoor, keptDoor } from "./door";

beforeEach(() => sessionStorage.clear());

test("what one page keeps the next one knows", () => {
  expect(keptDoor()).toEqual({});
  keepDoor({ language: "en", theme: "dark", textSize: 130, user: "u1" });
  expect(keptDoor()).toEqual({ language: "en", theme: "dark", textSize: 130, user: "u1" });
});

test("what cannot be read is nothing", () => {
  for (const kept of ["{", "null", "7"]) {
    sessionStorage.setItem("door", kept);
    expect(keptDoor()).toEqual({});
  }
});

test("the door looks as on the page before, else as this computer knows, else as the system speaks", () => {
  const known: DoorLook = { language: "en", theme: "dark", text_size: 150 };
  expect(doorLook({ language: "nl", theme: "light", textSize: 90 }, known, "en-GB")).toEqual({
    language: "nl",
    theme: "light",
    textSize: 90,
  });
  expect(doorLook({}, known, "nl-NL")).toEqual({ language: "en", theme: "dark", textSize: 150 });
  const language = (spoken?: string) => doorLook({}, null, spoken).language;
  expect([language("nl"), language("nl-BE"), language(), language("")]).toEqual(["nl", "nl", "nl", "nl"]);
  expect([language("en-GB"), language("de-DE"), language("nlx")]).toEqual(["en", "en", "en"]);
});
