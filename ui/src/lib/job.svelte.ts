// How far the long work of the core is, asked a few times a second while a component shows it.
import { host } from "./host";

const often = 300;

/** What is to be shown of a running job; a total of 0 says that it is not known yet. */
export interface Job {
  readonly done: number;
  readonly total: number;
  /** Seconds still to go, once that can be told. */
  readonly seconds: number | undefined;
}

/** Looks at the running job while the component lives. */
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
            // When the job is over the counts go back to 0; the last ones stay on screen until the answer is there.
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
