// What a column can become, in words.
import { has, say, t } from "../../lib/t";

/** In the order in which a person fills them in. */
export const fields = [
  "full_name", "given_name", "initials", "prefix", "surname", "partner_prefix", "partner_surname", "email", "email2", "phone", "mobile",
  "street", "house_number", "house_number_addition", "street_and_number", "postcode", "city", "country", "birth_date", "member_number",
  "relation", "member_since", "member_until", "note",
] as const;

/** 'Achternaam', 'Toestemming: foto's' */
export function meaningName(meaning: string): string {
  const purpose = /^consent_(.+)$/.exec(meaning)?.[1];
  if (!purpose) return say(`meaning-${meaning.replaceAll("_", "-")}`);
  const id = `purpose-${purpose.replaceAll("_", "-")}`;
  return t("meaning-consent", { purpose: has(id) ? say(id) : purpose });
}

/** A value of a sample as the page shows it: a consent from a list proves nothing, and says so. */
export const isConsent = (meaning: string) => meaning.startsWith("consent_");

/** 'A', 'B', … 'AA' as sheets count columns. */
export function letter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letter(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
