// The tasks of Vandaag that this user can do something about now, so that the menu counts what the screen shows.
import { vault } from "../generated/api";
import type { TodayItem } from "../generated/types";
import type { Writing } from "../lib/session.svelte";
import { session } from "../lib/session.svelte";

// Tasks that are useless without writing. The others lead to a screen with something to look at.
const does: Partial<Record<string, Writing>> = { recovery: vault.recoveryMake };

/** Leaves out tasks that only lead to a change which the user cannot make now. */
export function toDo(items: readonly TodayItem[]): TodayItem[] {
  return items.filter(({ kind }) => {
    const command = does[kind];
    return !command || session.may(command);
  });
}

/** Are there tasks that this user could do, were the vault not only being viewed? */
export function anyWaiting(items: readonly TodayItem[]): boolean {
  return items.some(({ kind }) => {
    const command = does[kind];
    return command !== undefined && session.looking && session.mayOtherwise(command);
  });
}
