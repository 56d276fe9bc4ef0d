// What was done, in words.
import { has, say } from "../../lib/t";

/** 'Persoon toegevoegd' of the code of an op. */
export function opName(op: string): string {
  const id = `op-${op.replaceAll(/[._]/g, "-")}`;
  return has(id) ? say(id) : op;
}
