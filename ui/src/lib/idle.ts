// When nobody touches keys or mouse: the time runs, and the page asks before it locks.
/** What somebody at the computer does to a page. */
export const signs = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"] as const;

/** How long before the lock the page asks, in seconds. */
export const warning = 60;

interface Watch {
  /** Of now, in milliseconds; tests bring their own. */
  clock?: () => number;
  minutes: () => number;
  /** Seconds left; called each second during the last minute, and with null when somebody is there again. */
  left: (seconds: number | null) => void;
  lock: () => void;
  /** Somebody is there: at most every few seconds. */
  here?: () => void;
}

/** A watch that runs. */
export interface Watching {
  /** Somebody says to be there. */
  stay(): void;
  stop(): void;
}

// How often it is passed on that somebody is there.
const pulse = 5000;

/** Watches until it is stopped. Counts by the clock, so that a computer that slept locks at once. */
export function watchIdle({ clock = Date.now, minutes, left, lock, here }: Watch): Watching {
  let last = clock();
  let warned = false;
  let told = 0;
  const stay = () => {
    last = clock();
    if (last - told >= pulse) {
      told = last;
      here?.();
    }
    if (warned) left(null);
    warned = false;
  };
  const seen = (event: Event) => {
    if (!warned || answers(event)) stay();
  };
  const timer = setInterval(() => {
    const seconds = Math.ceil(minutes() * 60 - (clock() - last) / 1000);
    if (seconds <= 0) lock();
    else if (seconds <= warning) {
      warned = true;
      left(seconds);
    }
  }, 1000);
  for (const sign of signs) addEventListener(sign, seen, { passive: true, capture: true });
  const stop = () => {
    clearInterval(timer);
    for (const sign of signs) removeEventListener(sign, seen, { capture: true });
  };
  return { stay, stop };
}

// Once the question is on the screen a moving mouse is no answer, or its buttons could never be reached; nor is a key or a press
// that is meant for one of those buttons. Any other key or press says: still here.
function answers(event: Event): boolean {
  const onButton = event.target instanceof Element && event.target.closest("[role=alertdialog] button") !== null;
  if (event.type === "pointerdown" || event.type === "touchstart") return !onButton;
  if (!(event instanceof KeyboardEvent)) return false;
  return event.key !== "Tab" && event.key !== "Shift" && !(onButton && (event.key === "Enter" || event.key === " ")) && !locks(event);
}

// Ctrl+L: going, not staying.
function locks(event: KeyboardEvent): boolean {
  return event.key === "Control" || event.key === "Meta" || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "l");
}
