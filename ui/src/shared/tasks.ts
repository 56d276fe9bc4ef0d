// What of Vandaag this person can do something about now: the menu counts what the screen shows.
import { vault } from "../generated/api";
import type { TodayItem } from "../generated/types";
import type { Writing } from "../lib/session.svelte";
import { session } from "../lib/session.svelte";

// The others lead to a screen on which there is something to look at.
const does: Partial<Record<string, Writing>> = { recovery: vault.recoveryMake };

/** Without what leads to nothing else than a change, for who may not make it now. */
export function toDo(items: readonly TodayItem[]): TodayItem[] {
  return items.filter(({ kind }) => {
    const command = does[kind];
    return !command || session.may(command);
  });
}
