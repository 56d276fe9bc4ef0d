// Files that the core writes for people: kept where they say, or opened to print. Whatever leaves the vault is said so.
import type { Target, Written } from "../generated/types";
import { host, type SaveRequest } from "./host";
import { notices } from "./notices.svelte";
import { t } from "./t";

/** Asks where to keep a file; null when the person changes their mind. */
export async function askWhere(request: SaveRequest): Promise<{ target: Target; name: string } | null> {
  const chosen = await host().saveFile(request);
  return chosen && { target: { to: "file", file: chosen.file }, name: chosen.name };
}

/** Asks where to keep one file, has it written, says where it is. False when the person changes their mind. */
export async function keep(request: SaveRequest, write: (target: Target) => Promise<Written>): Promise<boolean> {
  const place = await askWhere(request);
  if (!place) return false;
  await write(place.target);
  sayOutside(place.name);
  return true;
}

/** Has a file written where only this program reads it, and opens it in the viewer of the computer. */
export async function show(write: (target: Target) => Promise<Written>): Promise<void> {
  await open(await write({ to: "print" }));
}

/** Opens what was written to be printed. */
export async function open(written: Written): Promise<void> {
  if (written.open) await host().openFile(written.open);
  notices.add(t("print-temp"), "info");
}

/** Says that a file lies outside the vault now. */
export function sayOutside(name: string): void {
  notices.add(t("outside", { path: name }), "info");
}
