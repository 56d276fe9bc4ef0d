// The progress of long work in the core, polled a few times a second while a component shows it.
import { host } from "./host";

const often = 300;

/** The progress of a running job; a total of 0 means that it is not known yet. */
export interface Job {
  readonly done: number;
  readonly total: number;
  /** Seconds left, once they can be estimated. */
  readonly seconds: number | undefined;
}

/** Polls the running job while the component lives. */
export function watchJob(): Job {
  let done = $state(0);
  let total = $state(0);
  let seconds = $state<number>();

  $effect(() => {
    const began = Date.now();
    const timer = setInterval(() => {
      void host()
        .jobProgress()
        .then(
          (now) => {
            // When the job is over its counts go back to 0; the last ones stay on screen until the answer arrives.
            if (now.total === 0) return;
            ({ done, total } = now);
            const spent = (Date.now() - began) / 1000;
            seconds = done > 0 && spent > 2 ? Math.ceil((spent / done) * (total - done)) : undefined;
          },
          () => {},
        );
    }, often);
    return () => clearInterval(timer);
  });

  return {
    get done() {
      return done;
    },
    get total() {
      return total;
    },
    get seconds() {
      return seconds;
    },
  };
}
