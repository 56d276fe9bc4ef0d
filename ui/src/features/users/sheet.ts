// Roles that see more than the current user: only the recovery sheet has the key for that.
import { rightsOf } from "../../generated/api";
import type { ErrorView, Role } from "../../generated/types";
import type { Fault } from "../../lib/form.svelte";
import { session } from "../../lib/session.svelte";
import { t } from "../../lib/t";
import { typed, wrongGroup } from "../../shared/groups";
import { partsInWords } from "../../shared/parts";

const seenBy = [
  ["donations_see", "giving"],
  ["notes_see", "confidential"],
] as const;

/** The sentence that asks for the sheet, for these roles. */
export function sheetNeeded(roles: readonly Role[]): string {
  const lacks = seenBy
    .filter(([right]) => !session.can(right) && roles.some((role) => rightsOf[role].includes(right)))
    .map(([, part]) => part);
  return lacks.length > 0 ? t("users-sheet-only", { parts: partsInWords(lacks) }) : t("users-needs-sheet");
}

/** The errors of the groups that a refusal is about. */
export function aboutSheet(refusal: ErrorView, roles: readonly Role[]): Fault[] | undefined {
  return refusal.code === "vault.key_missing" ? [{ name: "groups.0", text: sheetNeeded(roles) }] : wrongGroup(refusal);
}

/** The groups for the request, if any are typed. */
export function typedGroups(groups: readonly string[]): { recovery?: string[] } {
  const recovery = typed(groups);
  return recovery ? { recovery } : {};
}
