// Chooses the host that the page runs in.
import type { Host } from "../lib/host";

/** The bridge puts this tag into the page it serves; the window does not. */
export async function chooseHost(): Promise<Host> {
  if (document.querySelector('meta[name="ledenkluis-bridge"]')) return (await import("./bridge")).bridge;
  return (await import("./tauri")).tauri;
}
