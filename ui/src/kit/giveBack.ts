// The focus after a dialog: back to what opened it or, if that disappears, to the control in its place;
// if its row disappears too, to the row that took its place.
const pressable = "a[href], button, input, select, textarea, [tabindex='0']";
/** How many milliseconds a list may take to drop a removed row. */
const patience = 3000;

/** Remembers what has the focus now, or had it before; the returned function restores it. */
export function giveBack(opener: Element | null = document.activeElement): () => void {
  if (!(opener instanceof HTMLElement) || opener === document.body) return () => toHeading();
  const row = opener.closest<HTMLElement>("tr, li, [role=row]");
  const near = [row?.nextElementSibling, row?.previousElementSibling].filter((one) => one instanceof HTMLElement);
  const place = opener.dataset.index ?? [...(row?.querySelectorAll(pressable) ?? [])].indexOf(opener);
  const elsewhere = () => {
    // A button that became another one, such as an answer that was withdrawn, is still in its row.
    const own = row?.isConnected && row.querySelector(pressable) ? row : undefined;
    const next = own ?? near.find((one) => one.isConnected);
    const inside = next ? [...next.querySelectorAll<HTMLElement>(pressable)] : [];
    const target = inside[Number(place)] ?? inside[0] ?? (next?.tabIndex === 0 ? next : undefined);
    if (target) target.focus();
    else toHeading();
  };
  return () => {
    if (!opener.isConnected) return elsewhere();
    opener.focus();
    // The row may disappear a moment later, when its list reloads.
    const watch = new MutationObserver(() => {
      if (opener.isConnected) return;
      watch.disconnect();
      if (lost()) elsewhere();
    });
    watch.observe(document.body, { childList: true, subtree: true });
    setTimeout(() => watch.disconnect(), patience);
  };
}

const lost = () => document.activeElement === null || document.activeElement === document.body;

/** Focuses the heading if nothing has the focus any more. */
export function toHeading(): void {
  if (lost()) document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
}
