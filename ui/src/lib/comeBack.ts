// Coming back to a screen restores its scroll position and focus, as soon as the content is there again. It stops when
// the user does something in the meantime.
import { router } from "./router.svelte";

export interface Place {
  top: number;
  focus: string;
}

/** How many milliseconds a screen may take to show its content again. */
const patience = 4000;
const acts = ["keydown", "pointerdown", "wheel"] as const;

/** How to find an element again: a link by its address, a row by its number, a button by its text. */
function nameOf(element: HTMLElement): string {
  const link = element.closest("a[href]");
  if (link) return `a ${link.getAttribute("href")}`;
  if (element.dataset.index) return `row ${element.dataset.index}`;
  return element.tagName === "BUTTON" ? `button ${element.textContent?.trim()}` : "";
}

function find(main: HTMLElement, name: string): HTMLElement | undefined {
  const wanted = name.slice(name.indexOf(" ") + 1);
  if (name.startsWith("a ")) return main.querySelector<HTMLElement>(`a[href="${CSS.escape(wanted)}"]`) ?? undefined;
  if (name.startsWith("row ")) return main.querySelector<HTMLElement>(`[data-index="${CSS.escape(wanted)}"]`) ?? undefined;
  return [...main.querySelectorAll<HTMLElement>("button")].find((button) => button.textContent?.trim() === wanted);
}

/** The kept place of this screen, if there is one. */
export const placeOf = (): Place | undefined => router.kept<Place>("place");

/** Keeps the scroll position and focus of this screen. */
export function note(main: HTMLElement, focused?: EventTarget | null): void {
  const told = focused instanceof HTMLElement && focused !== main && focused.tagName !== "H1";
  const focus = told ? nameOf(focused) : (placeOf()?.focus ?? "");
  router.keep("place", { top: main.scrollTop, focus });
}

/** Goes back to the kept place of this screen, if there is one. The returned function gives up. */
export function comeBack(main: HTMLElement, place: Place | undefined): () => void {
  if (!place) {
    main.scrollTop = 0;
    return () => {};
  }
  const watch = new MutationObserver(() => go());
  const timer = setTimeout(stop, patience);
  let scrolled = false;
  function stop(): void {
    watch.disconnect();
    clearTimeout(timer);
    for (const act of acts) removeEventListener(act, stop, { capture: true });
  }
  const { top, focus } = place;
  function go(): void {
    if (!scrolled) main.scrollTop = top;
    scrolled ||= Math.abs(main.scrollTop - top) < 2;
    const target = focus ? find(main, focus) : undefined;
    target?.focus({ preventScroll: true });
    if (scrolled && (target || !focus)) stop();
  }
  watch.observe(main, { childList: true, subtree: true, characterData: true });
  for (const act of acts) addEventListener(act, stop, { capture: true });
  go();
  return stop;
}
