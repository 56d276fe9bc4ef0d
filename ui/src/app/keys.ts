// The keys that work everywhere. Ctrl is Cmd on a Mac. No single letters, because dictation would trigger them.
import { people } from "../generated/api";
import { layers } from "../lib/layers.svelte";
import { notices } from "../lib/notices.svelte";
import { places } from "../lib/places";
import { router } from "../lib/router.svelte";
import { session } from "../lib/session.svelte";
import { claimed } from "../lib/shortcuts";
import { textSize } from "../lib/textSize.svelte";
import type { NavItem } from "./routes";

interface Shell {
  items: readonly NavItem[];
  toggleHelp: () => void;
}

type Action = (() => void) | undefined;

const held = (event: KeyboardEvent) => event.ctrlKey || event.metaKey;

/**
 * Runs the action of a key and prevents the browser's own. Behind an open dialog, and during work that must not be
 * interrupted, only harmless keys work.
 */
export function onKey(event: KeyboardEvent, shell: Shell): void {
  // Otherwise keys such as F2 would act on the page behind an open dialog.
  const closed = session.blocked || layers.top !== undefined;
  const action = closed ? behind(event) : held(event) ? withControl(event, shell) : event.altKey ? withAlt(event) : plain(event, shell);
  act(event, action);
}

/** The same on the setup and unlock screens, where only the text size can be changed. */
export function onDoorKey(event: KeyboardEvent): void {
  act(event, held(event) ? size(event) : undefined);
}

function act(event: KeyboardEvent, action: Action): void {
  if (!action && !isBrowsers(event)) return;
  event.preventDefault();
  action?.();
}

// Reloading, printing, saving and the browser's own history keys are never wanted here. The form handles Ctrl+S itself.
function isBrowsers(event: KeyboardEvent): boolean {
  if (event.key === "F5") return true;
  if (held(event)) return ["p", "r", "s"].includes(event.key.toLowerCase());
  return event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight");
}

function behind(event: KeyboardEvent): Action {
  if (!held(event)) return undefined;
  if (event.key.toLowerCase() === "l") return () => void session.lock();
  return size(event);
}

function withControl(event: KeyboardEvent, { items }: Shell): Action {
  const item = items[Number(event.key) - 1];
  if (item && !event.shiftKey) return () => router.go(item.href);
  switch (event.key.toLowerCase()) {
    case "k":
      return () => document.querySelector<HTMLInputElement>("[data-search]")?.focus();
    case "l":
      return () => void session.lock();
    case "n":
      return session.mayOtherwise(people.create) ? () => router.go(places.newPerson) : undefined;
    case "f":
      return inList();
    case "p":
      return claimed("Ctrl+P");
    case "z":
      return undo(event);
  }
  return size(event);
}

// In a field, Ctrl+Z undoes typing.
function undo(event: KeyboardEvent): Action {
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]") !== null;
  return !typing && !event.shiftKey && notices.canUndo ? () => void notices.undo() : undefined;
}

function size(event: KeyboardEvent): Action {
  switch (event.key) {
    case "+":
    case "=":
      return () => textSize.step(1);
    case "-":
      return () => textSize.step(-1);
    case "0":
      return () => textSize.choose(100);
  }
  return undefined;
}

// Ctrl+F goes to the search of the list; without one it stays the browser's.
function inList(): Action {
  const input = document.querySelector<HTMLInputElement>("main [data-list-search], main input[type=search]");
  return input ? () => input.focus() : undefined;
}

function withAlt(event: KeyboardEvent): Action {
  if (event.key === "ArrowLeft") return () => router.back();
  if (event.key === "ArrowRight") return () => router.forward();
  return undefined;
}

function plain(event: KeyboardEvent, shell: Shell): Action {
  if (event.key === "F1") return shell.toggleHelp;
  if (event.key === "F2") return claimed("F2");
  if (event.key === "F6") return () => nextRegion(event.shiftKey ? -1 : 1);
  return undefined;
}

// Goes to the next visible region: menu, bar, content, help, messages.
function nextRegion(step: number): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter((region) => region.offsetHeight > 0);
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + step + regions.length) % regions.length];
  const controls = [...(next?.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, [tabindex='0']") ?? [])];
  const first = controls.find((control) => control.getClientRects().length > 0 && control.ariaDisabled !== "true");
  (next?.id === "main" ? next : (first ?? next))?.focus();
}
