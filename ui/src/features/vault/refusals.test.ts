import { afterEach, expect, test } from "vitest";
import type { ErrorView } from "../../generated/types";
import { language, languages } from "../../lib/language.svelte";
import { errorText, t } from "../../lib/t";
import { breachSteps } from "../../shared/breach";
import { broken } from "./door";
import { explain, parts, type Breach } from "./refusals";

const refusal = (code: string): ErrorView => ({
  code,
  kind: "refused",
  args: { names: "data 2.db", file: "data.db" },
  fields: [],
  incident: null,
});

const whole = (breach?: Breach): string[] => (breach ? [breach.what, ...breachSteps(breach.folder)] : []);

afterEach(() => language.set("nl"));

test.each(languages)("the parts of a refusal are its whole text, in %s", (tag) => {
  language.set(tag);
  for (const code of Object.keys(parts)) {
    if (code in broken) continue;
    const { what, steps, breach } = explain(refusal(code), null);
    expect([...what, ...steps, ...whole(breach)].join(" ")).toBe(errorText(code, refusal(code).args));
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
  expect(explain(refusal("vault.too_new"), null).breach).toBeUndefined();
});
