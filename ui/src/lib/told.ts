// What was found at the unlock, as far as other screens need it.
import { session } from "./session.svelte";

/** Is the date of this computer doubted? Then no term is counted until somebody says that it is right. */
export function isClockDoubted(): boolean {
  return session.me?.told.some((finding) => finding.code === "clock.doubtful") ?? false;
}
