// What the end of a relation would mean for how long the person is kept, in words.
import type { AfterEnd } from "../../generated/types";
import { isoDay, longDate } from "../../lib/format";
import { said } from "../../lib/said";
import { t } from "../../lib/t";

/** Until when the person is kept then, and why. */
export function afterWords({ until, because, due, while: lasts }: AfterEnd, name: string): string {
  if (due) {
    const part = until && until >= isoDay(new Date()) ? t("person-end-due-part", { date: longDate(until) }) : "";
    return [t("person-end-due", { name }), part].filter(Boolean).join(" ");
  }
  if (until) return [t("person-end-kept", { name, date: longDate(until) }), because && said(because)].filter(Boolean).join(" ");
  if (lasts === "relation") return t("person-end-running", { name });
  return lasts === "unknown" ? t("person-end-other-unknown") : t("person-end-body");
}
