// The check of a passphrase that is typed twice.
import type { Fault } from "../lib/form.svelte";
import { t } from "../lib/t";

/** No error when both are equal. An empty second one is reported as missing, not as different. */
export function againFaults(name: string, value: string, again: string): Fault[] {
  if (value === again) return [];
  return [{ name, text: again === "" ? t("start-pass-again-empty") : t("start-pass-differs") }];
}
