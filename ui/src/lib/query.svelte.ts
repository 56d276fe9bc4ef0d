// A read that stays up to date with the core: it runs again when its request changes or a write touches its topics.
import type { ErrorView } from "../generated/types";
import { errorView } from "./host";
import type { Asked } from "./rpc";
import { onTouch } from "./touch";

/** What a component sees of a read. */
export interface Query<Answer> {
  /** The latest answer; it stays until a newer one arrives. */
  readonly data: Answer | undefined;
  readonly error: ErrorView | undefined;
  /** There is no answer to this request yet. */
  readonly loading: boolean;
  reload(): void;
}

/** Runs a read while the component lives. When `request` returns null, nothing is asked. */
export function query<Request, Answer>(command: Asked<Request, Answer>, request: () => Request | null): Query<Answer> {
  let data = $state.raw<Answer>();
  let error = $state.raw<ErrorView>();
  let loading = $state(true);
  let again = $state(0);
  let asked = 0;

  $effect(() => onTouch(command.topics, () => (again += 1)));
  $effect(() => {
    void again;
    const now = request();
    // An answer to an earlier request is dropped.
    const mine = ++asked;
    if (now === null) {
      data = undefined;
      loading = false;
      return;
    }
    loading = true;
    const done = (answer: Answer | undefined, failure: ErrorView | undefined) => {
      if (mine !== asked) return;
      if (!failure) data = answer;
      error = failure;
      loading = false;
    };
    command($state.snapshot(now) as Request).then(
      (answer) => done(answer, undefined),
      (cause: unknown) => done(undefined, errorView(cause)),
    );
    return () => void (asked += 1);
  });

  return {
    get data() {
      return data;
    },
    get error() {
      return error;
    },
    get loading() {
      return loading;
    },
    reload: () => void (again += 1),
  };
}
