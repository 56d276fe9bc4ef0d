// How sure the guess for a column is, in words and colours.
import type { ImportPreviewColumn } from "../../generated/types";
import type { IconName } from "../../kit/icons";
import type { PlainId } from "../../lib/t";
import type { Wizard } from "./wizard.svelte";

interface Badge {
  text: PlainId;
  kind: "ok" | "warn" | "danger" | "neutral" | "info";
  icon: IconName;
}

/** From here on the heading is known and the values fit. */
const sure = 0.9;

export const badges = {
  forbidden: { text: "import-forbidden", kind: "danger", icon: "ban" },
  sensitive: { text: "import-sensitive", kind: "warn", icon: "triangle-alert" },
  chosen: { text: "import-chosen", kind: "ok", icon: "check" },
  sure: { text: "import-sure", kind: "ok", icon: "check" },
  look: { text: "import-look", kind: "warn", icon: "circle-question-mark" },
  unknown: { text: "import-unknown", kind: "neutral", icon: "minus" },
} satisfies Record<string, Badge>;

export type Certainty = keyof typeof badges;

/** How sure one column is; `chosen` means that the user picked its meaning. */
export function certainty(column: ImportPreviewColumn, chosen: boolean): Certainty {
  if (column.blocked) return "forbidden";
  if (column.sensitive) return "sensitive";
  if (chosen) return "chosen";
  if (!column.meaning) return "unknown";
  return column.certainty >= sure ? "sure" : "look";
}

/** How many columns are sure, how many need a look, how many are skipped. */
export function tally(wizard: Wizard): { sure: number; look: number; skip: number } {
  const columns = wizard.preview?.columns ?? [];
  const taken = (index: number) => Boolean(wizard.request?.columns[index]);
  const look = columns.filter(
    (column, index) => taken(index) && ["look", "sensitive"].includes(certainty(column, wizard.chosen.includes(index))),
  ).length;
  const kept = columns.filter((_, index) => taken(index)).length;
  return { sure: kept - look, look, skip: columns.length - kept };
}
