// What the unlock screen needs from before. The page restarts at every lock and forgets everything except this: the
// language, the appearance and which user was in. It is in sessionStorage, which goes with the window. After a start of
// the program the core knows the language and the appearance of the last time, and nobody knows the user.
import type { DoorLook } from "../generated/types";

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

/** How the door looks: as on the page before, else as when a vault was last open here, else as the system speaks. */
export function doorLook(kept: Door, known: DoorLook | null | undefined, spoken: string | undefined): Required<Omit<Door, "user">> {
  // Without any sign it is Dutch: the associations are.
  const language = !spoken || /^nl\b/i.test(spoken) ? "nl" : "en";
  return {
    language: kept.language ?? known?.language ?? language,
    theme: kept.theme ?? known?.theme ?? "system",
    textSize: kept.textSize ?? known?.text_size ?? 100,
  };
}
