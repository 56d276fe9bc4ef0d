// The groups of a recovery sheet as somebody copies them: with numbers before them, or words around them.
import type { ErrorView } from "../generated/types";
import { missing, type Fault } from "./form.svelte";
import { t } from "./t";

/** Groups on a sheet. */
export const groupCount = 8;

export const noGroups = (): string[] => Array.from({ length: groupCount }, () => "");

/** Everything of five characters that may be a group. The word 'groep' itself is none. */
export function groupsIn(text: string): string[] {
  return text.toUpperCase().split(/[^0-9A-Z]+/).filter((part) => part.length === 5 && part !== "GROEP" && part !== "GROUP");
}

/** Those that fit, from this place on; where they do not all fit, all in the order in which they stand. */
export async function inOrder(found: readonly string[], start: number, isRight: (index: number, group: string) => Promise<boolean>): Promise<string[]> {
  const room = groupCount - start;
  const fits: string[] = [];
  for (const group of found) {
    if (fits.length < room && (await isRight(start + fits.length, group))) fits.push(group);
  }
  return fits.length === Math.min(room, found.length) || fits.length === room ? fits : found.slice(0, room);
}

/** The groups that are not filled in: each by its number, all of them in one line. */
export function emptyGroups(groups: readonly string[]): Fault[] {
  const empty = [...groups.keys()].filter((index) => groups[index]?.trim() === "");
  if (empty.length === groupCount) return [{ name: "groups.0", text: t("recover-all") }];
  return empty.map((index) => missing(`groups.${index}`, t("start-sheet-group", { n: index + 1 })));
}

/** The group that was refused, by its number. */
export function wrongGroup(refusal: ErrorView): Fault[] | undefined {
  const n = Number(refusal.args.n);
  return refusal.code === "vault.recovery_group" && n > 0 ? [{ name: `groups.${n - 1}`, text: t("start-sheet-wrong", { n }) }] : undefined;
}

/** The groups as they go to the core; nothing when none was typed. */
export function typed(groups: readonly string[]): string[] | undefined {
  const trimmed = groups.map((group) => group.trim());
  return trimmed.some((group) => group !== "") ? trimmed : undefined;
}
