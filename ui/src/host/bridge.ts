// The host in the browser tests: the same commands over loopback. The test answers its dialogs.
import type { ErrorView } from "../generated/types";
import type { ChosenFile, Host, JobProgress, Reply } from "../lib/host";

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

type Outcome = { ok: Reply } | { error: ErrorView };

export const bridge: Host = {
  async rpc(command, request) {
    const outcome = await post<Outcome>("/rpc", { command, request });
    if ("error" in outcome) throw outcome.error;
    return outcome.ok;
  },
  pickFile: (request) => post<ChosenFile | null>("/dialog/open", request),
  saveFile: (request) => post<ChosenFile | null>("/dialog/save", request),
  openFile: (file) => post("/dialog/view", { file }),
  async setZoom(factor) {
    document.documentElement.style.setProperty("zoom", String(factor));
  },
  // A test simulates a drop with this event, which carries a token from the bridge.
  onDropped(callback) {
    const hear = (event: Event) => callback((event as CustomEvent<ChosenFile>).detail);
    addEventListener("bridge-dropped", hear);
    return () => removeEventListener("bridge-dropped", hear);
  },
  stillHere: () => {},
  jobProgress: async () => (await (await fetch("/job/progress")).json()) as JobProgress,
  jobCancel: () => post("/job/cancel", {}),
};
