// What the door looks like for whoever comes back. The page starts anew at every lock and knows nothing of before, but for this: the
// language, the look, and which user was in. It lies in the memory of the window and goes with it.
export interface Door {
  language?: string;
  theme?: string;
  textSize?: number;
  user?: string;
}

const place = "door";

/** Keeps it for the page after this one. */
export function keepDoor(door: Door): void {
  sessionStorage.setItem(place, JSON.stringify(door));
}

/** What the page before this one kept. */
export function keptDoor(): Door {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? "{}");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
