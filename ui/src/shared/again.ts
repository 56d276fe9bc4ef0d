// The check of a passphrase that is typed twice.
import type { Fault } from "../lib/form.svelte";
import { t } from "../lib/t";

const wordsOf = (text: string): string[] => text.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);

/**
 * No error when both are equal: of offered words the words, of the user's own passphrase every character. The core
 * compares them in the same way at an unlock. An empty second one is reported as missing, not as different.
 */
export function againFaults(name: string, value: string, again: string, own: boolean): Fault[] {
  if (value === again) return [];
  if (own) return [{ name, text: again === "" ? t("start-pass-again-empty") : t("start-pass-differs") }];
  const [offered, typed] = [wordsOf(value), wordsOf(again)];
  for (let at = 0; at < Math.max(offered.length, typed.length); at += 1) {
    const word = typed[at];
    if (word === undefined) return [{ name, text: t("start-pass-words-missing", { n: offered.length }) }];
    if (at >= offered.length) return [{ name, text: t("start-pass-word-extra", { word }) }];
    if (word !== offered[at]) return [{ name, text: t("start-pass-word-differs", { n: at + 1, word }) }];
  }
  return [];
}
