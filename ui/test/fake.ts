// A host without a core: each file in fake/ answers the commands of its feature.
import type { Topic } from "../src/generated/types";
import type { ChosenFile, Host } from "../src/lib/host";
import { refuse, type Answers } from "./fake/ask";

const files = import.meta.glob<{ answers?: Answers }>("./fake/*.ts", { eager: true });
const every: Topic[] = [
  "Vault",
  "Users",
  "Settings",
  "People",
  "Purposes",
  "Consent",
  "Donations",
  "Retention",
  "Erasure",
  "Import",
  "Trail",
];
const reads = /_(list|get|of|state|words|strength|overview|due|preview|rules|bars|similar|verify|open|check|group|history|until)$/;

export function fakeHost(): Host {
  const answers: Answers = Object.assign({}, ...Object.values(files).map((file) => file.answers ?? {}));
  const file: ChosenFile = { file: "f1", name: "Ledenlijst 2026.xlsx" };
  return {
    async rpc(command, request) {
      const answer = answers[command];
      if (!answer) throw refuse("command.unknown");
      await new Promise((resume) => setTimeout(resume, 5));
      return { value: await answer(request as never), touches: reads.test(command) ? [] : every };
    },
    pickFile: async () => file,
    saveFile: async (wanted) => ({ file: "f2", name: wanted.name }),
    openFile: async () => {},
    setZoom: async () => {},
    onDropped: () => () => {},
    stillHere: () => {},
    jobProgress: async () => ({ done: 120, total: 318 }),
    jobCancel: async () => {},
  };
}

/** The same, and the commands that it is asked for, in their order. */
export function listeningHost(): { host: Host; said: string[] } {
  const said: string[] = [];
  const host = fakeHost();
  const rpc: Host["rpc"] = (command, request) => {
    said.push(command);
    return host.rpc(command, request);
  };
  return { host: { ...host, rpc }, said };
}
