// What the page needs from what it runs in: the window, or the bridge of the browser tests. Only src/host knows which.
import type { ErrorView, Topic } from "../generated/types";

/** What a command answers. */
export interface Reply {
  value: unknown;
  touches: Topic[];
}

/** A file that the person chose; the page never learns its path. */
export interface ChosenFile {
  file: string;
  name: string;
}

/** What to ask for: a list to import, or the folder of a vault, or a folder for a new one. */
export interface PickRequest {
  kind: "list" | "vault" | "folder";
  title: string;
}

/** Where to keep a new file. */
export interface SaveRequest {
  kind: "pdf" | "json" | "csv" | "xlsx";
  title: string;
  name: string;
}

/** How far the running job is; a total of 0 says that none runs. */
export interface JobProgress {
  done: number;
  total: number;
}

export interface Host {
  /** Runs one command; rejects with an `ErrorView`. */
  rpc(command: string, request: unknown): Promise<Reply>;
  /** Asks the person for a file or folder; null when they close the dialog. */
  pickFile(request: PickRequest): Promise<ChosenFile | null>;
  /** Asks the person where to keep a file; null when they close the dialog. */
  saveFile(request: SaveRequest): Promise<ChosenFile | null>;
  /** Opens a file that the core wrote in the viewer of the computer. */
  openFile(file: string): Promise<void>;
  /** Makes everything larger or smaller; 1 is as designed. */
  setZoom(factor: number): Promise<void>;
  /** Calls back with a file that was dropped on the window. The answer stops it. */
  onDropped(callback: (file: ChosenFile) => void): () => void;
  /** Somebody types or moves the pointer: said every few seconds at most, for the idle clock of the computer. */
  stillHere(): void;
  jobProgress(): Promise<JobProgress>;
  jobCancel(): Promise<void>;
}

let current: Host | undefined;

/** Said once, before anything is shown. */
export function setHost(host: Host): void {
  current = host;
}

export function host(): Host {
  if (!current) throw new Error("no host");
  return current;
}

/** Is this what a refused command throws? */
export function isErrorView(error: unknown): error is ErrorView {
  return typeof error === "object" && error !== null && "code" in error && "fields" in error;
}

/** Whatever was thrown, as the page shows it. */
export function errorView(error: unknown): ErrorView {
  if (isErrorView(error)) return error;
  return { code: "internal", kind: "broken", args: {}, fields: [], incident: null };
}
