// What became stale: the answer to a write names topics, and every open query on one of them reloads.
import type { Topic } from "../generated/types";

type Listener = { topics: readonly Topic[]; reload: () => void };
const listeners = new Set<Listener>();

/** Calls `reload` whenever one of the topics is touched; the returned function stops it. */
export function onTouch(topics: readonly Topic[], reload: () => void): () => void {
  const listener = { topics, reload };
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Reports that these topics changed. */
export function touch(topics: readonly Topic[]): void {
  if (topics.length === 0) return;
  for (const { topics: mine, reload } of [...listeners]) {
    if (mine.some((topic) => topics.includes(topic))) reload();
  }
}
