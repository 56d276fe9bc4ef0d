// Who is due and what goes, in words.
import { t } from "../lib/t";

/** The name as in lists; somebody whom this role may not see any more has none. */
export function listName(name: string): string {
  return name || t("retention-name-hidden");
}

/** 'Anneke van den Berg' of 'Berg, Anneke van den' */
export function spokenName(name: string): string {
  const [last = "", ...first] = listName(name).split(", ");
  return [...first, last].join(" ");
}

/** '6 wissen, 1 deels wissen' */
export function sumOf(whole: number, part: number): string {
  const parts = [whole > 0 && t("retention-sum-erase", { n: whole }), part > 0 && t("retention-sum-part", { n: part })];
  return parts.filter(Boolean).join(", ");
}
