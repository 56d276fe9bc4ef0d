import { beforeEach, expect, test } from "vitest";
import { keepDoor, keptDoor } from "./door";

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
