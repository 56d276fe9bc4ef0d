// What a column can become, in words.
import { has, say, t } from "../../lib/t";

/** Such as 'Achternaam' or 'Toestemming: foto's'. */
export function meaningName(meaning: string): string {
  const purpose = /^consent_(.+)$/.exec(meaning)?.[1];
  if (!purpose) return say(`meaning-${meaning.replaceAll("_", "-")}`);
  const id = `purpose-${purpose.replaceAll("_", "-")}`;
  return t("meaning-consent", { purpose: has(id) ? say(id) : purpose });
}

/** Column letters as in a spreadsheet: 'A', 'B', … 'AA'. */
export function letter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letter(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
