// The host in the window: every call is a Tauri command of the Rust side.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { ChosenFile, Host, JobProgress, Reply } from "../lib/host";
import { signs } from "../lib/idle";

// The window has its own idle clock, which locks even when the page hangs. Report activity to it now and then.
const tellEvery = 10_000;
let told = 0;

function stillHere() {
  if (Date.now() - told < tellEvery) return;
  told = Date.now();
  void invoke("still_here");
}

for (const sign of signs) addEventListener(sign, stillHere, { passive: true, capture: true });

export const tauri: Host = {
  rpc: (command, request) => invoke<Reply>("rpc", { command, request }),
  pickFile: (request) => invoke<ChosenFile | null>("pick_file", { request }),
  saveFile: (request) => invoke<ChosenFile | null>("save_file", { request }),
  openFile: (file) => invoke("open_file", { file }),
  setZoom: (factor) => invoke("set_zoom", { factor }),
  onDropped(callback) {
    const listening = listen<ChosenFile>("dropped", ({ payload }) => callback(payload));
    return () => void listening.then((stop) => stop());
  },
  stillHere: () => void invoke("still_here"),
  jobProgress: () => invoke<JobProgress>("job_progress"),
  jobCancel: () => invoke("job_cancel"),
};
