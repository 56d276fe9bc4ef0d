// Purposes of processing in words. Their names are texts, so that screens and paper call them the same.
import { has, say } from "./t";

/** 'Nieuwsbrief' of the stable name of a purpose. */
export function purposeName(key: string): string {
  const id = `purpose-${key.replaceAll("_", "-")}`;
  return has(id) ? say(id) : key;
}
