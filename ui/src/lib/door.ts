// What the unlock screen needs from before. The page restarts at every lock and forgets everything except this: the
// language, the appearance and which user was in. It is in sessionStorage, which goes with the window.
export interface Door {
  language?: string;
  theme?: string;
  textSize?: number;
  user?: string;
}

const place = "door";

/** Keeps it for the next page. */
export function keepDoor(door: Door): void {
  sessionStorage.setItem(place, JSON.stringify(door));
}

/** What the previous page kept. */
export function keptDoor(): Door {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? "{}");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
