// Idle detection: counts the time without input, and warns before the vault locks.
/** The events that count as activity. */
export const signs = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"] as const;

/** How long before the lock the page warns, in seconds. */
export const warning = 60;

interface Watch {
  /** The current time, in milliseconds. */
  clock?: () => number;
  minutes: () => number;
  /** Seconds left: called each second during the last minute, and with null when the user is back. */
  left: (seconds: number | null) => void;
  lock: () => void;
  /** Activity, reported at most every few seconds. */
  here?: () => void;
}

/** A running watch. */
export interface Watching {
  /** The user confirms that they are still there. */
  stay(): void;
  stop(): void;
}

// The least number of milliseconds between two reports of activity.
const pulse = 5000;

/** Watches until it is stopped. Uses the clock, so that a computer that slept locks at once. */
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

// While the question is on screen a moving mouse is not an answer, or its buttons could never be reached; nor is a key
// or a press on one of those buttons. Any other key or press means that the user is still there.
function answers(event: Event): boolean {
  const onButton = event.target instanceof Element && event.target.closest("[role=alertdialog] button") !== null;
  if (event.type === "pointerdown" || event.type === "touchstart") return !onButton;
  if (!(event instanceof KeyboardEvent)) return false;
  return event.key !== "Tab" && event.key !== "Shift" && !(onButton && (event.key === "Enter" || event.key === " ")) && !locks(event);
}

// Ctrl+L locks, so it does not mean that the user stays.
function locks(event: KeyboardEvent): boolean {
  return event.key === "Control" || event.key === "Meta" || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "l");
}
