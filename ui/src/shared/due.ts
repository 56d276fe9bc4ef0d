// Who is due and how much is erased, in words.
import { t } from "../lib/t";

/** The name as in lists, or a placeholder if this role may no longer see it. */
export function listName(name: string): string {
  return name || t("retention-name-hidden");
}

/** 'Berg, Anneke van den' becomes 'Anneke van den Berg'. */
export function spokenName(name: string): string {
  const [last = "", ...first] = listName(name).split(", ");
  return [...first, last].join(" ");
}

/** Such as '6 wissen, 1 deels wissen'. */
export function sumOf(whole: number, part: number): string {
  const parts = [whole > 0 && t("retention-sum-erase", { n: whole }), part > 0 && t("retention-sum-part", { n: part })];
  return parts.filter(Boolean).join(", ");
}
