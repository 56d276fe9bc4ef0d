// What to do about a possible breach, one step at a time; `breach-note` is all of it after each other.
import { t } from "../lib/t";

const steps = ["breach-do-note", "breach-do-board", "breach-do-leave", "breach-do-record", "breach-do-report", "breach-do-warn"] as const;

export const breachSteps = (): string[] => steps.map((id) => t(id));
