// Shared by all fake answers.
import type { ErrorView } from "../../src/generated/types";

/** Fake answers by command. To refuse, one throws what `refuse` makes. */
export type Answers = Record<string, (request: never) => unknown>;

/** The options in the address: `?state=locked&lang=en&theme=dark`. */
export const asked = new URLSearchParams(location.search);

export function refuse(code: string, fields: Record<string, string> = {}, args: Record<string, string> = {}): ErrorView {
  const wrong = Object.entries(fields).map(([field, fault]) => ({ field, code: fault }));
  return { code, kind: wrong.length > 0 ? "invalid" : "refused", args, fields: wrong, incident: null };
}
