import { afterEach, expect, test } from "vitest";
import type { ErrorView } from "../../generated/types";
import { language, languages } from "../../lib/language.svelte";
import { errorText, t } from "../../lib/t";
import { broken } from "./door";
import { explain, parts } from "./refusals";

const refusal = (code: string): ErrorView => ({ code, kind: "refused", args: { names: "data 2.db" }, fields: [], incident: null });

afterEach(() => language.set("nl"));

test.each(languages)("the parts of a refusal are its whole text, in %s", (tag) => {
  language.set(tag);
  for (const code of Object.keys(parts)) {
    if (code in broken) continue;
    const { what, steps, breach } = explain(refusal(code), null);
    expect([...what, ...steps, breach].join(" ").trim()).toBe(errorText(code, refusal(code).args));
    expect(steps.length, code).toBeGreaterThan(1);
  }
});

test("what may be a breach says so apart, and is not said twice", () => {
  for (const code of [...Object.keys(broken), "vault.roster_refused"]) {
    const { what, steps, breach } = explain(refusal(code), null);
    expect(breach, code).toContain(t("breach-note"));
    expect([...what, ...steps].join(" "), code).not.toContain("datalek");
  }
  expect(explain(refusal("vault.missing"), "/media/stick").breach).toContain("datalek");
  expect(explain(refusal("vault.too_new"), null).breach).toBe("");
});
