// That something typed could not be kept when the vault locked: told to the same person after the unlock. The page starts anew at
// every lock; this lies in the memory of the window and goes with it. Never what was typed.
const place = "lost";

/** From now on: whoever comes back as this user has lost something. */
export function noteLost(user: string): void {
  sessionStorage.setItem(place, JSON.stringify({ user, at: Date.now() }));
}

/** Nothing is lost after all. */
export function forgetLost(): void {
  sessionStorage.removeItem(place);
}

/** When this user lost something, in milliseconds; told once. */
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
