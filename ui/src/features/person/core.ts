// The commands of erasing and of reports, until they are made from the core.
import type { PersonId, Stay, Target, Written } from "../../generated/types";
import { command } from "../../lib/rpc";

export type ErasureDone = { erasure: string; number: string; erased: number; partly: number; kept: Array<Stay> };

export const erasure = {
  run: command<{ persons: Array<PersonId>; confirm: string }, ErasureDone>("erasure_run", []),
  proof: command<{ erasure: string; target: Target }, Written>("erasure_proof", []),
};

export const exports = {
  report: command<{ person: PersonId; kind: "access"; pdf: Target; data: Target }, { pdf: Written; data: Written }>("export_report", []),
};
