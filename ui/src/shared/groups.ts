// The groups of a recovery sheet as somebody copies them: with numbers before them, or words around them.
import type { ErrorView } from "../generated/types";
import { missing, type Fault } from "../lib/form.svelte";
import { t } from "../lib/t";

/** Groups on a sheet. */
export const groupCount = 8;

export const noGroups = (): string[] => Array.from({ length: groupCount }, () => "");

/** A sheet with words around it has fewer than this; of a whole document the beginning is enough to see that it is none. */
const most = 40;

/** Everything of five characters that may be a group. The word 'groep' itself is none. */
export function groupsIn(text: string): string[] {
  const parts = text.toUpperCase().split(/[^0-9A-Z]+/);
  return parts.filter((part) => part.length === 5 && part !== "GROEP" && part !== "GROUP").slice(0, most);
}

/**
 * The groups for the places from this one on. As many as possible stand where they are right, in the order in which they were found;
 * those that are right nowhere fill what is open between these, if they are not more. What is missing stays empty.
 */
export async function inOrder(
  found: readonly string[],
  start: number,
  isRight: (index: number, group: string) => Promise<boolean>,
): Promise<string[]> {
  const room = groupCount - start;
  const fits = await Promise.all(
    found.map((group) => Promise.all(Array.from({ length: room }, (_, place) => isRight(start + place, group)))),
  );
  const placed = Array.from({ length: room }, () => "");
  let [nextGroup, nextPlace] = [0, 0];
  // Before the first that is right there may be words that are no groups at all.
  const fill = (group: number, place: number) => {
    const [open, room] = [found.slice(nextGroup, group), place - nextPlace];
    const fits = nextGroup > 0 || group === found.length ? open.length <= room : open.length === room;
    if (fits) open.forEach((one, at) => (placed[nextPlace + at] = one));
  };
  for (const [group, place] of longest(fits, room)) {
    fill(group, place);
    placed[place] = found[group] ?? "";
    [nextGroup, nextPlace] = [group + 1, place + 1];
  }
  fill(found.length, room);
  return placed;
}

/** The longest row of pairs of a group and a place where it is right, both rising. */
function longest(fits: readonly (readonly boolean[])[], room: number): [number, number][] {
  // best[group][place]: the longest row that begins with this group or a later one, at this place or a later one.
  const best: [number, number][][][] = Array.from({ length: fits.length + 1 }, () => Array.from({ length: room + 1 }, () => []));
  const at = (group: number, place: number) => best[group]?.[place] ?? [];
  for (let group = fits.length - 1; group >= 0; group--) {
    for (let place = room - 1; place >= 0; place--) {
      const rows = [at(group + 1, place), at(group, place + 1)];
      if (fits[group]?.[place]) rows.unshift([[group, place], ...at(group + 1, place + 1)]);
      best[group]![place] = rows.reduce((longest, row) => (row.length > longest.length ? row : longest));
    }
  }
  return at(0, 0);
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
