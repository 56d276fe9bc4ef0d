// A long list, loaded page by page: rows in view are fetched, and stay until one of the topics is touched.
import { SvelteMap } from "svelte/reactivity";
import type { ErrorView } from "../generated/types";
import { errorView } from "./host";
import type { Asked } from "./rpc";
import { onTouch } from "./touch";

interface Paged<Row> {
  matching: number;
  rows: Row[];
}

/** The part of a request that this file fills in. */
interface Part {
  offset: number;
  limit: number;
}

/** What a grid needs from a long list. */
export interface Pages<Row, Answer> {
  /** The latest first page, for its totals. */
  readonly first: Answer | undefined;
  readonly count: number;
  readonly error: ErrorView | undefined;
  readonly loading: boolean;
  row(index: number): Row | undefined;
  /** Called when these rows come into view. */
  need(from: number, to: number): void;
}

/** Reads a list in pages of `size` while the component lives. */
export function pages<Wanted extends object, Row, Answer extends Paged<Row>>(
  command: Asked<Wanted & Part, Answer>,
  request: () => Wanted,
  size = 200,
): Pages<Answer["rows"][number], Answer> {
  const rows = new SvelteMap<number, Answer["rows"]>();
  let asked: Record<number, true> = {};
  let first = $state.raw<Answer>();
  let error = $state.raw<ErrorView>();
  let loading = $state(true);
  let again = $state(0);
  let round = 0;
  let now: Wanted | undefined;

  async function fetch(page: number): Promise<void> {
    if (asked[page] || !now) return;
    asked[page] = true;
    const mine = round;
    try {
      const answer = await command({ ...now, offset: page * size, limit: size });
      if (mine !== round) return;
      // Old rows stay on screen until the new ones arrive: no flicker while typing.
      if (page === 0) rows.clear();
      rows.set(page, answer.rows);
      if (page === 0) first = answer;
      error = undefined;
    } catch (cause) {
      if (mine === round) error = errorView(cause);
    } finally {
      if (mine === round) loading = false;
    }
  }

  $effect(() => onTouch(command.topics, () => (again += 1)));
  $effect(() => {
    void again;
    now = $state.snapshot(request()) as Wanted;
    round += 1;
    loading = true;
    asked = {};
    void fetch(0);
  });

  return {
    get first() {
      return first;
    },
    get count() {
      return first?.matching ?? 0;
    },
    get error() {
      return error;
    },
    get loading() {
      return loading;
    },
    row: (index) => rows.get(Math.floor(index / size))?.[index % size],
    need(from, to) {
      for (let page = Math.floor(from / size); page <= Math.floor(to / size); page += 1) void fetch(page);
    },
  };
}
