// What a recovery sheet opens or lacks, in words.
import { say, t } from "../lib/t";

/** Such as 'giften en betalingen'; several are joined. */
export function partsInWords(compartments: readonly string[]): string {
  const words = compartments.map((one) => say(`start-sheet-part-${one}`));
  return words.reduceRight((rest, first) => (rest ? t("list-and", { first, last: rest }) : first), "");
}
