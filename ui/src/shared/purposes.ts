// Purposes of processing and people's answers, in words. The names are texts, which printed documents share.
import type { ConsentState } from "../generated/types";
import { has, say, type PlainId } from "../lib/t";

interface Answer {
  /** Which icon goes with it. */
  kind: "yes" | "no" | "none";
  text: PlainId;
}

const answers: Readonly<Record<ConsentState, Answer>> = {
  given: { kind: "yes", text: "consent-yes" },
  refused: { kind: "no", text: "consent-no" },
  withdrawn: { kind: "no", text: "consent-withdrawn" },
  not_asked: { kind: "none", text: "consent-open" },
  unknown: { kind: "none", text: "consent-unknown" },
};

/** Did the person say no, from the start or later? */
export function saidNo(state: ConsentState): boolean {
  return answers[state].kind === "no";
}

/** The answer in words. A purpose that asks no consent has no yes: no answer is fine, and a no is an objection. */
export function answerOf(state: ConsentState, asksConsent: boolean): Answer {
  if (asksConsent) return answers[state];
  return saidNo(state) ? { kind: "no", text: "consent-objected" } : { kind: "none", text: "consent-objected-not" };
}

/** The name of a purpose by its stable key, such as 'Nieuwsbrief'. */
export function purposeName(key: string): string {
  const id = `purpose-${key.replaceAll("_", "-")}`;
  return has(id) ? say(id) : key;
}
