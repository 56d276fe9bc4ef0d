// What a column can become, in words.
import { has, say, t } from "../../lib/t";

/** Such as 'Achternaam', 'Toestemming: foto's' or 'Weigering: nieuwsbrief'. */
export function meaningName(meaning: string): string {
  const [, kind, key] = /^(consent|refusal)_(.+)$/.exec(meaning) ?? [];
  if (!key) return say(`meaning-${meaning.replaceAll("_", "-")}`);
  const id = `purpose-${key.replaceAll("_", "-")}`;
  const purpose = has(id) ? say(id) : key;
  return kind === "refusal" ? t("meaning-refusal", { purpose }) : t("meaning-consent", { purpose });
}

/** Column letters as in a spreadsheet: 'A', 'B', … 'AA'. */
export function letter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letter(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
