// A passphrase that is typed twice: what is wrong with the second time.
import type { Fault } from "../lib/form.svelte";
import { t } from "../lib/t";

/** Nothing when both are the same. An empty second one is not typed yet, which is something else than another one. */
export function againFaults(name: string, value: string, again: string): Fault[] {
  if (value === again) return [];
  return [{ name, text: again === "" ? t("start-pass-again-empty") : t("start-pass-differs") }];
}
