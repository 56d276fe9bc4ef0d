// The groups of a recovery sheet as people paste them: with numbers before them, or words around them.
import type { ErrorView } from "../generated/types";
import { missing, type Fault } from "../lib/form.svelte";
import { t } from "../lib/t";

/** The number of groups on a sheet. */
export const groupCount = 8;

export const noGroups = (): string[] => Array.from({ length: groupCount }, () => "");

/** How many candidates to look at: a sheet with words around it has fewer, so a longer text is not a sheet. */
const most = 40;

/** Every part of five characters, any of which may be a group, except the word 'groep' or 'group' itself. */
export function groupsIn(text: string): string[] {
  const parts = text.toUpperCase().split(/[^0-9A-Z]+/);
  return parts.filter((part) => part.length === 5 && part !== "GROEP" && part !== "GROUP").slice(0, most);
}

/**
 * Assigns groups to the places from `start` on. As many as possible go where they are right, in the order in which they
 * were found. Those that are right nowhere fill the gaps between these, if they fit. What is missing stays empty.
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
  // Before the first right group there may be words that are not groups at all.
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

/** The longest sequence of pairs of a group and a place where it is right, both increasing. */
function longest(fits: readonly (readonly boolean[])[], room: number): [number, number][] {
  // best[group][place]: the longest sequence that begins with this group or a later one, at this place or a later one.
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

/** The errors of empty groups: one for each, or a single one when all are empty. */
export function emptyGroups(groups: readonly string[]): Fault[] {
  const empty = [...groups.keys()].filter((index) => groups[index]?.trim() === "");
  if (empty.length === groupCount) return [{ name: "groups.0", text: t("recover-all") }];
  return empty.map((index) => missing(`groups.${index}`, t("start-sheet-group", { n: index + 1 })));
}

/** The errors of the groups that were refused: the core names the first one, `refuseWrong` all of them. */
export function wrongGroup(refusal: ErrorView): Fault[] | undefined {
  if (refusal.code !== "vault.recovery_group") return undefined;
  const wrong = (refusal.args.n ?? "")
    .split(" ")
    .map(Number)
    .filter((n) => n > 0);
  return wrong.length === 0 ? undefined : wrong.map((n) => ({ name: `groups.${n - 1}`, text: t("start-sheet-wrong", { n }) }));
}

/** Refuses as the core does, but names every group that is not right. */
export async function refuseWrong(groups: readonly string[], isRight: (index: number, group: string) => Promise<boolean>): Promise<void> {
  const right = await Promise.all(groups.map((group, index) => isRight(index, group.trim())));
  const wrong = [...groups.keys()].filter((index) => !right[index]).map((index) => index + 1);
  if (wrong.length === 0) return;
  const refusal: ErrorView = { code: "vault.recovery_group", kind: "invalid", args: { n: wrong.join(" ") }, fields: [], incident: null };
  throw Object.assign(new Error(refusal.code), refusal);
}

/** The groups for the core; undefined when none was typed. */
export function typed(groups: readonly string[]): string[] | undefined {
  const trimmed = groups.map((group) => group.trim());
  return trimmed.some((group) => group !== "") ? trimmed : undefined;
}
