// Startup: the host, the appearance, the session, then the first screen.
import { mount } from "svelte";
import "../kit/base.css";
import { keptDoor } from "../lib/door";
import { setHost, type Host } from "../lib/host";
import { language } from "../lib/language.svelte";
import { router } from "../lib/router.svelte";
import { session } from "../lib/session.svelte";
import { textSize } from "../lib/textSize.svelte";
import { theme } from "../lib/theme.svelte";
import App from "./App.svelte";

export async function start(host: Host): Promise<void> {
  setHost(host);
  // A file dropped on the window must not replace the page.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
  const door = keptDoor();
  theme.start();
  theme.set(door.theme ?? "system");
  language.set(door.language ?? "nl");
  if (door.textSize) textSize.set(door.textSize);
  router.start();
  await session.start();
  const target = document.getElementById("app");
  if (target) mount(App, { target });
}
