// The findings at unlock, as far as other screens need them.
import type { ErrorView } from "../generated/types";
import { session } from "../lib/session.svelte";
import { t } from "../lib/t";

/** Is the date of this computer in doubt? Then no retention period is counted until a user confirms the date. */
export function isClockDoubted(): boolean {
  return session.me?.told.some((finding) => finding.code === "clock.doubtful") ?? false;
}

/** Was something not counted because of that? The notice above the screen already says so, and what to do. */
export function isUncounted(error: ErrorView | undefined): boolean {
  return error?.code === "clock.doubtful" && isClockDoubted();
}

/** That nothing can be changed now, in the same words everywhere. */
export function lookingOnly(): string {
  return t("looking-only");
}

/** Why the session is read-only, if known: somebody else has the vault open. */
export function lookingWhy(): string {
  const holder = session.vault?.in_use;
  return holder?.computer ? t("looking-why", { computer: holder.computer }) : "";
}
