// What was found at the unlock, as far as other screens need it.
import type { ErrorView } from "../generated/types";
import { session } from "../lib/session.svelte";
import { t } from "../lib/t";

/** Is the date of this computer doubted? Then no term is counted until somebody says that it is right. */
export function isClockDoubted(): boolean {
  return session.me?.told.some((finding) => finding.code === "clock.doubtful") ?? false;
}

/** Was something not counted because of that? The message above the screen says so already, and what to do. */
export function isUncounted(error: ErrorView | undefined): boolean {
  return error?.code === "clock.doubtful" && isClockDoubted();
}

/** That nothing can be changed now, in the words that are said wherever somebody comes for it. */
export function lookingOnly(): string {
  return t("looking-only");
}

/** Why that is, where it is known: somebody else has the vault open. */
export function lookingWhy(): string {
  const holder = session.vault?.in_use;
  return holder?.computer ? t("looking-why", { computer: holder.computer }) : "";
}
