// Startup: the host, the appearance, the session, then the first screen.
import { mount } from "svelte";
import "../kit/base.css";
import { doorLook, keptDoor } from "../lib/door";
import { setHost, type Host } from "../lib/host";
import { language } from "../lib/language.svelte";
import { router } from "../lib/router.svelte";
import { session } from "../lib/session.svelte";
import { spoken } from "../lib/spoken";
import { textSize } from "../lib/textSize.svelte";
import { theme } from "../lib/theme.svelte";
import App from "./App.svelte";

export async function start(host: Host): Promise<void> {
  setHost(host);
  // A file dropped on the window must not replace the page.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
  theme.start();
  // Before the core answers, so that even an error at the start is in the right language.
  const kept = keptDoor();
  show(doorLook(kept, null, spoken()));
  router.start();
  await session.start();
  // An open vault has set the look of its user by now.
  if (!session.me) show(doorLook(kept, session.vault?.look, spoken()));
  const target = document.getElementById("app");
  if (target) mount(App, { target });
}

function show(look: ReturnType<typeof doorLook>): void {
  theme.set(look.theme);
  language.set(look.language);
  if (textSize.now !== look.textSize) textSize.set(look.textSize);
}
