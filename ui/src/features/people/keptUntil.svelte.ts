// Until when the people in view are kept. Requested in blocks, so that scrolling does not send a request per row.
import { retention } from "../../generated/api";
import type { KeptUntil as KeptUntilDay, PersonRow } from "../../generated/types";
import { query, type Query } from "../../lib/query.svelte";

const block = 50;

/** Looks up until when a person is kept, as the core says; undefined while unknown. */
export class KeptUntil {
  #from = $state(0);
  #to = $state(-1);
  readonly #row: (index: number) => PersonRow | undefined;
  readonly #asked = $derived.by(() => {
    const persons: string[] = [];
    for (let index = this.#from; index <= this.#to; index += 1) {
      const id = this.#row(index)?.id;
      if (id) persons.push(id);
    }
    return persons;
  });
  readonly #found: Query<KeptUntilDay[]>;

  constructor(row: (index: number) => PersonRow | undefined, allowed: () => boolean) {
    this.#row = row;
    this.#found = query(retention.until, () => (allowed() && this.#asked.length > 0 ? { persons: this.#asked } : null));
  }

  /** Called when these rows come into view. */
  need(from: number, to: number): void {
    this.#from = Math.floor(from / block) * block;
    this.#to = Math.ceil((to + 1) / block) * block - 1;
  }

  of(person: string): KeptUntilDay | undefined {
    return this.#found.data?.find((kept) => kept.person === person);
  }
}
