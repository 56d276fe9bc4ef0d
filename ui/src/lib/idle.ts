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

// How often it is passed on that somebody is there.
const pulse = 5000;

/** Watches until the answer is called. Counts by the clock, so that a computer that slept locks at once. */
export function watchIdle({ clock = Date.now, minutes, left, lock, here }: Watch): () => void {
  let last = clock();
  let warned = false;
  let told = 0;
  const seen = () => {
    last = clock();
    if (last - told >= pulse) {
      told = last;
      here?.();
    }
    if (warned) left(null);
    warned = false;
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
  return () => {
    clearInterval(timer);
    for (const sign of signs) removeEventListener(sign, seen, { capture: true });
  };
}
