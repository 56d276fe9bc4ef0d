// Notes that input was lost when the vault locked, to tell the same user after the unlock. The page restarts at every
// lock, so this is in sessionStorage, which goes with the window. It never contains the input itself.
const place = "lost";

/** From now on, this user has lost input. */
export function noteLost(user: string): void {
  sessionStorage.setItem(place, JSON.stringify({ user, at: Date.now() }));
}

/** Nothing is lost after all. */
export function forgetLost(): void {
  sessionStorage.removeItem(place);
}

/** When this user lost input, in milliseconds; returned once. */
export function takeLost(user: string): number | null {
  try {
    const noted: unknown = JSON.parse(sessionStorage.getItem(place) ?? "null");
    if (typeof noted !== "object" || noted === null || !("user" in noted) || noted.user !== user || !("at" in noted)) return null;
    forgetLost();
    return typeof noted.at === "number" ? noted.at : null;
  } catch {
    return null;
  }
}
