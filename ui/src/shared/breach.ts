// What to do about a breach, one step at a time; `breach-note` is all of it after each other.
import { t } from "../lib/t";

const steps = ["breach-do-note", "breach-do-board", "breach-do-leave", "breach-do-record", "breach-do-report", "breach-do-warn"] as const;

/** The text of an error without what to do about a breach, and whether that was in it: it is shown apart. */
export function withoutBreach(text: string): { text: string; breached: boolean } {
  const note = t("breach-note");
  return { text: text.replace(note, "").trim(), breached: text.includes(note) };
}

/** `folder` is false where there is no folder that must stay as it is. */
export const breachSteps = (folder: boolean): string[] => steps.filter((id) => folder || id !== "breach-do-leave").map((id) => t(id));
