// The commands of erasing, until they are made from the core.
import type { PersonId, Stay, Target, Written } from "../../generated/types";
import { command } from "../../lib/rpc";

export type RunErasure = { persons: Array<PersonId>; confirm: string };
export type ErasureDone = { erasure: string; number: string; erased: number; partly: number; kept: Array<Stay> };
export type ErasureRow = { id: string; number: string; at: number; by: string | null; persons: number };

export const erasure = {
  run: command<RunErasure, ErasureDone>("erasure_run", []),
  list: command<Record<string, never>, Array<ErasureRow>>("erasure_list", ["Erasure"]),
  proof: command<{ erasure: string; target: Target }, Written>("erasure_proof", []),
};
