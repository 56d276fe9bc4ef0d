// Every command goes through here: it asks the host, then reloads what the answer touched.
import type { Permission, Topic } from "../generated/types";
import { host, isErrorView } from "./host";
import { touch } from "./touch";

type Empty = Record<string, never>;

/** A command of the core, called with its request. */
export interface Asked<Request, Answer> {
  (request: Request): Promise<Answer>;
  /** Its name, such as `people_list`. */
  readonly command: string;
  /** What a read depends on: when one of these is touched, it is stale. */
  readonly topics: readonly Topic[];
  /** The permission that a command needs to write into the open vault; null for one that only reads. */
  readonly writes: Permission | null;
}

/** A command of the core. An empty request may be left out. */
export type Command<Request, Answer> = Asked<Request, Answer> & (Request extends Empty ? () => Promise<Answer> : unknown);

/** Runs a command by name. */
export async function rpc<Answer>(name: string, request: unknown): Promise<Answer> {
  try {
    const reply = await host().rpc(name, request);
    touch(reply.touches);
    return reply.value as Answer;
  } catch (cause) {
    // Locked in the meantime, by the program or another window: the page must notice and clear itself.
    if (isErrorView(cause) && cause.code === "vault.locked") touch(["Vault"]);
    throw cause;
  }
}

/** Makes the function that `src/generated/api.ts` exports for a command. */
export function command<Request, Answer>(
  name: string,
  topics: readonly Topic[],
  writes: Permission | null = null,
): Command<Request, Answer> {
  const call = (request?: Request) => rpc<Answer>(name, request ?? {});
  return Object.assign(call, { command: name, topics, writes }) as Command<Request, Answer>;
}
