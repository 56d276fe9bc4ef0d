import { beforeEach, describe, expect, it, vi } from "vitest";
import { setHost, type Host } from "../../lib/host";
import { answers } from "../../../test/fake/import";
import { certainty, tally } from "./certainty";
import { grouped } from "./problems";
import { Wizard } from "./wizard.svelte";

let refuse: object | undefined;
let asked: [string, { sheet?: number | null }][];
let file: { file: string; name: string } | null;

beforeEach(() => {
  refuse = undefined;
  asked = [];
  file = { file: "f1", name: "lijst.xlsx" };
  const host: Partial<Host> = {
    pickFile: async () => file,
    async rpc(command, request) {
      asked.push([command, request as { sheet?: number | null }]);
      if (refuse) throw refuse;
      return { value: await answers[command]!(request as never), touches: [] };
    },
  };
  setHost(host as Host);
});

describe("an import", () => {
  it("stays at the first step when no file is chosen or the file cannot be read", async () => {
    const wizard = new Wizard();
    file = null;
    await wizard.choose();
    expect([wizard.step, wizard.error]).toEqual(["file", undefined]);
    file = { file: "f1", name: "lijst.xlsx" };
    refuse = { code: "import.encrypted", kind: "refused", args: {}, fields: [], incident: null };
    await wizard.choose();
    expect([wizard.step, wizard.error?.code, wizard.file]).toEqual(["file", "import.encrypted", undefined]);
  });

  it("gives a meaning to one column, but lets several headings refuse the same", async () => {
    const wizard = new Wizard();
    await wizard.choose();
    wizard.setColumn(6, "note");
    wizard.setColumn(8, "note");
    expect([wizard.request?.columns[6], wizard.request?.columns[8]]).toEqual([null, "note"]);
    wizard.setColumn(6, "refusal_newsletter_others");
    wizard.setColumn(8, "refusal_newsletter_others");
    expect([wizard.request?.columns[6], wizard.request?.columns[8]]).toEqual(["refusal_newsletter_others", "refusal_newsletter_others"]);
  });

  it("of a second file that cannot be read keeps nothing of the first", async () => {
    const wizard = new Wizard();
    await wizard.choose();
    wizard.setColumn(1, "surname");
    refuse = { code: "import.encrypted", kind: "refused", args: {}, fields: [], incident: null };
    await wizard.choose();
    expect([wizard.step, wizard.file, wizard.preview, wizard.request, wizard.checked, wizard.chosen, wizard.begun]).toEqual([
      "file",
      undefined,
      undefined,
      undefined,
      undefined,
      [],
      false,
    ]);
  });

  it("reads the last of what was chosen while it was reading, and shows it at once", async () => {
    const wizard = new Wizard();
    await wizard.choose();
    void wizard.open({ sheet: 2 });
    void wizard.open({ sheet: 3 });
    const last = wizard.open({ sheet: 2 });
    expect([wizard.busy, wizard.sheet, wizard.request?.sheet]).toEqual(["reading", 2, 1]);
    await last;
    expect([
      wizard.busy,
      wizard.sheet,
      wizard.request?.sheet,
      asked.filter(([command]) => command === "import_open").map(([, request]) => request.sheet),
    ]).toEqual([null, 2, 2, [null, 2, 2]]);
  });

  it("forgets a look that was about to start when another sheet is chosen", async () => {
    vi.useFakeTimers();
    try {
      const wizard = new Wizard();
      await wizard.choose();
      wizard.setColumn(1, "surname");
      const reading = wizard.open({ sheet: 2 });
      vi.runAllTimers();
      expect([wizard.busy, asked.some(([command]) => command === "import_check")]).toEqual(["reading", false]);
      await reading;
    } finally {
      vi.useRealTimers();
    }
  });

  it("shows the sheet that was read when another one cannot be", async () => {
    const wizard = new Wizard();
    await wizard.choose();
    refuse = { code: "import.limit", kind: "refused", args: {}, fields: [], incident: null };
    await wizard.open({ sheet: 2, header_row: 0 });
    expect([wizard.sheet, wizard.header, wizard.error?.code]).toEqual([1, 1, "import.limit"]);
  });

  it("gives one meaning to one column: the earlier one gives way", async () => {
    vi.useFakeTimers();
    const wizard = new Wizard();
    await wizard.choose();
    wizard.setColumn(1, "surname");
    expect([wizard.request?.columns[0], wizard.request?.columns[1], wizard.begun]).toEqual([null, "surname", true]);
    expect(wizard.checked).toBeUndefined();
    await vi.advanceTimersByTimeAsync(300);
    expect(wizard.checked?.new).toBe(294);
    vi.useRealTimers();
  });

  it("goes on only with a name, and stops before writing when that fails", async () => {
    const wizard = new Wizard();
    await wizard.choose();
    await wizard.toColumns();
    wizard.setColumn(0, null);
    await wizard.toProblems();
    expect([wizard.step, wizard.error?.code]).toEqual(["columns", "import.no_name"]);
    wizard.setColumn(0, "surname");
    await wizard.toProblems();
    expect([wizard.step, wizard.error]).toEqual(["problems", undefined]);
    wizard.back();
    expect([wizard.step, wizard.request?.columns[0]]).toEqual(["columns", "surname"]);
  });

  it("that was stopped goes back to the check with the reason", async () => {
    const wizard = new Wizard();
    await wizard.choose();
    refuse = { code: "job.cancelled", kind: "refused", args: {}, fields: [], incident: null };
    await wizard.run();
    expect([wizard.step, wizard.error?.code, wizard.done]).toEqual(["check", "job.cancelled", undefined]);
  });

  it("counts what is known, what to look at and what stays behind", async () => {
    const wizard = new Wizard();
    await wizard.choose();
    expect(tally(wizard)).toEqual({ sure: 4, look: 2, skip: 3 });
    const bsn = wizard.preview!.columns[4]!;
    expect([certainty(bsn, true), certainty(wizard.preview!.columns[6]!, true)]).toEqual(["forbidden", "sensitive"]);
  });

  it("takes what a person decides about a row in doubt, and takes it back", async () => {
    const wizard = new Wizard();
    await wizard.choose();
    await wizard.check();
    const [doubt] = wizard.undecided;
    wizard.decide([doubt!], "another");
    wizard.decide(wizard.checked!.doubts, "same");
    expect([wizard.request?.decisions, wizard.choice(doubt!), wizard.undecided]).toEqual([
      [{ row: 3, answer: { same: "p2" } }],
      "same",
      [],
    ]);
    wizard.decide([{ ...doubt!, person: null, same_row: 2 }], "same");
    expect(wizard.request?.decisions).toEqual([{ row: 3, answer: { same_row: 2 } }]);
    wizard.decide([doubt!], "skip");
    expect(wizard.choice(doubt!)).toBe("skip");
  });

  it("groups its problems, the most frequent first", () => {
    const problem = (code: string, row: number) => ({ row, column: 1, code });
    expect(grouped([problem("a", 1), problem("b", 2), problem("b", 3)]).map((group) => [group.code, group.problems.length])).toEqual([
      ["b", 2],
      ["a", 1],
    ]);
  });
});
