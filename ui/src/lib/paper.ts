// Files that the core writes for people: saved where they choose, or opened to print. The user is told about both.
import type { Target, Written } from "../generated/types";
import { host, type SaveRequest } from "./host";
import { notices } from "./notices.svelte";
import { t } from "./t";

/** Asks where to save a file; null when the user cancels. */
export async function askWhere(request: SaveRequest): Promise<{ target: Target; name: string } | null> {
  const chosen = await host().saveFile(request);
  return chosen && { target: { to: "file", file: chosen.file }, name: chosen.name };
}

/** Asks where to save a file, has it written, and says where it is. False when the user cancels. */
export async function keep(request: SaveRequest, write: (target: Target) => Promise<Written>): Promise<boolean> {
  const place = await askWhere(request);
  if (!place) return false;
  await write(place.target);
  sayOutside(place.name);
  return true;
}

/** Has a private temporary file written, and opens it in the system's viewer. */
export async function show(write: (target: Target) => Promise<Written>): Promise<void> {
  await open(await write({ to: "print" }));
}

/** Opens a file that was written to print. */
export async function open(written: Written): Promise<void> {
  if (written.open) await host().openFile(written.open);
  notices.add(t("print-temp"), "info");
}

/** Tells the user that a file is now outside the vault. */
export function sayOutside(name: string): void {
  notices.add(t("outside", { path: name }), "info");
}
