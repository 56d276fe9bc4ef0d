// Coming back to a screen: to where it was scrolled and to what had the focus, as soon as those are there again. Whoever acts
// meanwhile is left alone.
import { router } from "./router.svelte";

export interface Place {
  top: number;
  focus: string;
}

/** How long a screen may take to show what it showed. */
const patience = 4000;
const acts = ["keydown", "pointerdown", "wheel"] as const;

/** What would be looked for again: a link by its place, a row by its number, a button by its words. */
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

/** Where somebody was on this screen, if he was. */
export const placeOf = (): Place | undefined => router.kept<Place>("place");

/** Keeps where somebody is on this screen. */
export function note(main: HTMLElement, focused?: EventTarget | null): void {
  const told = focused instanceof HTMLElement && focused !== main && focused.tagName !== "H1";
  const focus = told ? nameOf(focused) : (placeOf()?.focus ?? "");
  router.keep("place", { top: main.scrollTop, focus });
}

/** Goes back to where somebody was on this screen, if he was. The answer gives up. */
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
