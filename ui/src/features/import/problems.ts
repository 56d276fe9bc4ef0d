// Groups problems by kind: the same fault twelve times is one thing to look at.
import type { ImportProblem } from "../../generated/types";

export interface Group {
  code: string;
  problems: ImportProblem[];
}

/** The largest group first. */
export function grouped(problems: readonly ImportProblem[]): Group[] {
  const groups: Record<string, ImportProblem[]> = {};
  for (const problem of problems) (groups[problem.code] ??= []).push(problem);
  return Object.entries(groups)
    .map(([code, all]) => ({ code, problems: all }))
    .sort((one, other) => other.problems.length - one.problems.length);
}
