import { expect, test } from "vitest";
import { technical } from "./technical";

test("what is copied for help names the fault and nobody", () => {
  const error = {
    code: "internal",
    kind: "broken",
    args: { name: "Anneke van den Berg" },
    fields: [{ field: "surname", code: "field.required" }],
    incident: "K7-2",
  } as const;
  const text = technical({ ...error, fields: [...error.fields] }, new Date(0));
  expect(text).toContain("internal");
  expect(text).toContain("K7-2");
  expect(text).not.toContain("Anneke");
});
