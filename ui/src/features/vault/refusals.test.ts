import { afterEach, expect, test } from "vitest";
import type { ErrorView } from "../../generated/types";
import { language, languages } from "../../lib/language.svelte";
import { errorText, say, t } from "../../lib/t";
import { breachSteps } from "../../shared/breach";
import { broken } from "./door";
import { explain, isLasting, parts, type Breach } from "./refusals";

const refusal = (code: string): ErrorView => ({
  code,
  kind: "refused",
  args: { names: "data 2.db", file: "data.db" },
  fields: [],
  incident: null,
});

// Where there is no folder to leave as it is, the text of the error is short: the door shows the steps.
const whole = (breach?: Breach): string[] => {
  if (!breach) return [];
  return [breach.what, ...(breach.folder ? breachSteps(true) : [t("breach-do-board"), t("breach-known")])];
};

afterEach(() => language.set("nl"));

test.each(languages)("the parts of a refusal are its whole text, in %s", (tag) => {
  language.set(tag);
  for (const code of Object.keys(parts)) {
    const { what, steps, breach } = explain(refusal(code), null);
    // What is broken is said in other words at the door: without the names of files.
    const said = code in broken ? [say(parts[code]!.what)] : what;
    expect([...said, ...steps, ...whole(breach)].join(" ")).toBe(errorText(code, refusal(code).args));
    expect(steps.length, code).toBeGreaterThan(1);
  }
});

test("what may be a breach says so apart, and is not said twice", () => {
  for (const code of [...Object.keys(broken), "vault.roster_refused"]) {
    const { what, steps, breach } = explain(refusal(code), null);
    const said = whole(breach).join(" ");
    expect(said.replace(t("breach-then"), t("breach-may")), code).toContain(t("breach-note"));
    expect([...what, ...steps].join(" "), code).not.toContain("datalek");
  }
  expect(explain(refusal("vault.halves_differ"), null).breach?.what).toMatch(/ of deed een vreemde dit\? Dan kan dit een datalek zijn\.$/);
  expect(explain(refusal("vault.missing"), "/media/stick").breach).toEqual({ what: t("unlock-missing-lost"), folder: false });
  expect(explain(refusal("vault.moved"), "/media/stick").breach).toEqual({ what: t("unlock-missing-lost"), folder: false });
  expect(explain(refusal("vault.too_new"), null).breach).toBeUndefined();
});

test("where waiting may help, trying again comes first", () => {
  for (const code of Object.keys(broken)) {
    const waits = explain(refusal(code), null).steps.includes(t("unlock-step-cloud"));
    expect(isLasting(refusal(code)), code).toBe(!waits);
  }
});

test.each(languages)("a fault of the program at the door speaks of no last change, and has its code, in %s", (tag) => {
  language.set(tag);
  const fault = { ...refusal("internal"), kind: "broken", incident: "7F3K-92" } as const;
  expect(explain(fault, null).what).toEqual([t("unlock-internal", { code: "7F3K-92" })]);
  expect(explain({ ...fault, code: "database.broken", incident: null }, null).what).toEqual([
    t("unlock-internal", { code: "database.broken" }),
  ]);
  // After a new passphrase nobody can say that nothing changed.
  const [bySheet = ""] = explain(fault, null, true).what;
  expect(bySheet).toContain("7F3K-92");
  expect(bySheet).not.toMatch(/niet veranderd|not changed/);
});
