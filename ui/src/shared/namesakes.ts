// What tells people with the same name apart, where this role may see it.
import type { PersonRow } from "../generated/types";
import { t } from "../lib/t";

/** Such as 'geb. 1961, nr. 0147'; empty where nothing is known. */
export function tellApart({ birth_year, member_number }: Pick<PersonRow, "birth_year" | "member_number">): string {
  const born = birth_year === null ? "" : t("people-born", { year: String(birth_year) });
  const number = member_number && t("people-number", { number: member_number });
  return [born, number].filter(Boolean).join(", ");
}
