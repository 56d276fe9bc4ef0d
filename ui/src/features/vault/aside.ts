// What is said of a version that was set aside: what happened, and then what to do, one step at a time.
import type { SetAside } from "../../generated/types";
import { t } from "../../lib/t";

const kept = ["aside-do-stranger", "aside-do-open", "aside-do-again", "aside-do-erase"] as const;
const lost = ["aside-do-check", "aside-do-rights", "aside-do-lost"] as const;

/** It in words; where the versions are is shown between the two. */
export interface Aside {
  what: string;
  /** What became of the version that was open, or what may have done this. */
  more: string;
  steps: string[];
}

export function explainAside({ places, overwritten }: SetAside): Aside {
  const steps = (places.length > 0 ? kept : lost).map((id) => t(id));
  const more = places.length > 0 ? t("aside-cause") : t(overwritten ? "aside-missing" : "aside-lost");
  return { what: t("aside-what"), more, steps };
}
