// What whoever helps needs to know about an error: codes and versions, never anything about a person.
import type { ErrorView } from "../generated/types";
import { version } from "../../package.json";

/** The lines to copy. */
export function technical(error: ErrorView, now = new Date()): string {
  const { code, kind, incident } = error;
  const browser = /(?:AppleWebKit|Chrome|Edg)\/[\d.]+/g;
  return [
    `Ledenkluis ${version}`,
    `${code} (${kind})`,
    incident ?? "-",
    now.toISOString(),
    ...(navigator.userAgent.match(browser) ?? []),
  ].join("\n");
}

/** Copies them to the clipboard; false when the page is not allowed to. */
export async function copyTechnical(error: ErrorView): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(technical(error));
    return true;
  } catch {
    return false;
  }
}
