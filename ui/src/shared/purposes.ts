// Purposes of processing, and what somebody said about one, in words. Their names are texts, so that screens and paper call them
// the same.
import type { ConsentState } from "../generated/types";
import { has, say, type PlainId } from "../lib/t";

interface Answer {
  /** Which sign stands beside it. */
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

/** Was it a no, from the start or later? */
export function saidNo(state: ConsentState): boolean {
  return answers[state].kind === "no";
}

/** What somebody said. Without a question there is no yes: nothing said is fine, a no is an objection. */
export function answerOf(state: ConsentState, asksConsent: boolean): Answer {
  if (asksConsent) return answers[state];
  return saidNo(state) ? { kind: "no", text: "consent-objected" } : { kind: "none", text: "consent-objected-not" };
}

/** 'Nieuwsbrief' of the stable name of a purpose. */
export function purposeName(key: string): string {
  const id = `purpose-${key.replaceAll("_", "-")}`;
  return has(id) ? say(id) : key;
}
