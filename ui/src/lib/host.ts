// What the page needs from its host: the window, or the bridge of the browser tests. Only src/host knows which.
import type { ErrorView, Topic } from "../generated/types";

/** The answer to a command, and the topics that it changed. */
export interface Reply {
  value: unknown;
  touches: Topic[];
}

/** A file that the user chose: a token and a name. The page does not get its path. */
export interface ChosenFile {
  file: string;
  name: string;
}

/** What to ask for: a list to import, the folder of a vault, or a folder for a new one. */
export interface PickRequest {
  kind: "list" | "vault" | "folder";
  title: string;
}

/** What to save, with a suggested name. */
export interface SaveRequest {
  kind: "pdf" | "json" | "csv" | "xlsx";
  title: string;
  name: string;
}

/** The progress of the running job; a total of 0 means that none is running. */
export interface JobProgress {
  done: number;
  total: number;
}

export interface Host {
  /** Runs one command; rejects with an `ErrorView`. */
  rpc(command: string, request: unknown): Promise<Reply>;
  /** Asks the user for a file or folder; null when they cancel. */
  pickFile(request: PickRequest): Promise<ChosenFile | null>;
  /** Asks the user where to save a file; null when they cancel. */
  saveFile(request: SaveRequest): Promise<ChosenFile | null>;
  /** Opens a file that the core wrote, in the system's viewer. */
  openFile(file: string): Promise<void>;
  /** Makes everything larger or smaller; 1 is 100%. */
  setZoom(factor: number): Promise<void>;
  /** Calls back with a file that was dropped on the window. The returned function stops it. */
  onDropped(callback: (file: ChosenFile) => void): () => void;
  /** Reports activity to the host's idle clock, at most every few seconds. */
  stillHere(): void;
  jobProgress(): Promise<JobProgress>;
  jobCancel(): Promise<void>;
}

let current: Host | undefined;

/** Called once, before anything is shown. */
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

/** Any thrown value, as the page shows it. */
export function errorView(error: unknown): ErrorView {
  if (isErrorView(error)) return error;
  return { code: "internal", kind: "broken", args: {}, fields: [], incident: null };
}
