// The keys that work everywhere. Ctrl is Cmd on a Mac. No single letters: they would hit who dictates.
import { router } from "../lib/router.svelte";
import { session } from "../lib/session.svelte";
import { textSize } from "../lib/textSize.svelte";
import { places } from "./places";
import type { NavItem } from "./routes";

interface Shell {
  items: readonly NavItem[];
  toggleHelp: () => void;
}

/** Does what the key says, and stops the browser from doing its own. */
export function onKey(event: KeyboardEvent, shell: Shell): void {
  const action = event.ctrlKey || event.metaKey ? withControl(event, shell) : event.altKey ? withAlt(event) : plain(event, shell);
  if (!action) return;
  event.preventDefault();
  action();
}

function withControl(event: KeyboardEvent, { items }: Shell): (() => void) | undefined {
  const item = items[Number(event.key) - 1];
  if (item && !event.shiftKey) return () => router.go(item.href);
  switch (event.key.toLowerCase()) {
    case "k":
      return () => document.querySelector<HTMLInputElement>("[data-search]")?.focus();
    case "l":
      return () => void session.lock();
    case "n":
      return session.can("people_write") ? () => router.go(places.newPerson) : undefined;
    case "f":
      return inList();
    case "+":
    case "=":
      return () => textSize.step(1);
    case "-":
      return () => textSize.step(-1);
    case "0":
      return () => textSize.set(100);
  }
  return undefined;
}

// Ctrl+F goes to the search of this list; without one it is the browser's.
function inList(): (() => void) | undefined {
  const input = document.querySelector<HTMLInputElement>("main [data-list-search], main input[type=search]");
  return input ? () => input.focus() : undefined;
}

function withAlt(event: KeyboardEvent): (() => void) | undefined {
  if (event.key === "ArrowLeft") return () => router.back();
  if (event.key === "ArrowRight") return () => router.forward();
  return undefined;
}

function plain(event: KeyboardEvent, shell: Shell): (() => void) | undefined {
  if (event.key === "F1") return shell.toggleHelp;
  if (event.key === "F6") return () => nextRegion(event.shiftKey ? -1 : 1);
  return undefined;
}

// Menu, bar, content, messages: the next one that is there.
function nextRegion(step: number): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter((region) => region.offsetHeight > 0);
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + step + regions.length) % regions.length];
  const first = next?.querySelector<HTMLElement>("a[href], button, input, select, textarea, [tabindex='0']");
  (next?.id === "main" ? next : (first ?? next))?.focus();
}
