// The commands of the import, until they are made from the core.
import type { FileToken, RelationKind, Target, Written } from "../../generated/types";
import { command } from "../../lib/rpc";

export type DateOrder = "dmy" | "mdy" | "ymd";
export type ImportRequest = { file: FileToken, sheet: number, header_row: number | null, columns: Array<string | null>, relation: RelationKind, date_order: DateOrder, };
export type ImportColumn = { heading: string, meaning: string | null, certainty: number, blocked: string | null, sensitive: string | null, samples: Array<string>, };
export type ImportSheet = { name: string, hidden: boolean, rows: number, };
export type ImportTopRow = { number: number, cells: Array<string>, };
export type ImportPreview = { sheets: Array<ImportSheet>, rows: number, top: Array<ImportTopRow>, columns: Array<ImportColumn>, meanings: Array<string>, request: ImportRequest, earlier: number | null, };
export type ImportProblem = { row: number, column: number | null, code: string, };
export type ImportFact = { meaning: string, value: string, };
export type ImportSample = { row: number, facts: Array<ImportFact>, };
export type ImportChecked = { new: number, complete: number, same: number, skip: number, problems: Array<ImportProblem>, samples: Array<ImportSample>, };
export type ImportDone = { import_id: string, new: number, updated: number, same: number, skipped: number, problems: Array<ImportProblem>, };
export type ImportRow = { id: string, at: number, by: string | null, file_name: string, new: number, updated: number, undone_at: number | null, undo_until: number | null, };
export type ImportUndone = { removed: number, restored: number, kept: number, };

export const imports = {
  open: command<{ file: FileToken, sheet: number | null, header_row?: number | null, }, ImportPreview>("import_open", []),
  check: command<ImportRequest, ImportChecked>("import_check", []),
  run: command<ImportRequest, ImportDone>("import_run", []),
  problems: command<ImportRequest & { target: Target, }, Written>("import_problems", []),
  undo: command<{ import: string, }, ImportUndone>("import_undo", []),
  list: command<Record<string, never>, Array<ImportRow>>("import_list", ["Import"]),
};
