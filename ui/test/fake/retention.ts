// Who is due, what happens to them, the rules, the proofs.
import type { DueRow, ErasureDone, ErasurePreview, ErasureRow, RetentionDue, RetentionRule, Said } from "../../src/generated/types";
import { asked, refuse, type Answers } from "./ask";

const say = (text_id: string, args: Said["args"] = {}): Said => ({ text_id, args });
const day = (value: string) => ({ type: "date", value }) as const;

function due(person: string, name: string, on: string, proposal: DueRow["proposal"] = "erase"): DueRow {
  const because =
    proposal === "part"
      ? "retention-because-member-paid"
      : proposal === "ask"
        ? "retention-because-member-end-unknown"
        : "retention-because-member";
  const held = proposal === "wait" ? say("retention-held-restricted") : null;
  return { person, name, because: say(because, { date: day(on) }), proposal, since: on, partly: proposal === "part", held_by: held };
}

const everybody: RetentionDue = {
  on: "2026-11-24",
  total: 9,
  next_on: "2027-01-12",
  groups: [
    {
      rule: "R01",
      rows: [
        due("p1", "Aalbers, Greet", "2024-10-31"),
        due("p2", "Mulder, Pieter", "2024-10-31", "part"),
        due("p3", "Nijland, Corrie", "2024-10-31"),
        due("p4", "Okafor, Grace", "2024-10-31", "wait"),
        due("p5", "Pronk, Jan", "2024-10-31", "ask"),
      ],
    },
    {
      rule: "R07c",
      rows: ["Smeets, Harrie", "Tuinstra, familie", "Veen, Lies van der", "Wolters, Bas"].map((name, n) =>
        due(`p${10 + n}`, name, "2018-12-31"),
      ),
    },
  ],
};

let list = asked.has("nobody") ? { on: "2026-11-24", groups: [], total: 0, next_on: asked.get("nobody") || null } : everybody;

const preview = (person: string, name: string): ErasurePreview => ({
  person,
  name,
  proposal: "erase",
  goes: [
    say("erased-person"),
    say("erased-email", { n: { type: "number", value: 1 } }),
    say("erased-phone", { n: { type: "number", value: 2 } }),
    say("erased-birth-date"),
  ],
  stays:
    person === "p2"
      ? [{ what: say("retention-stays-payments"), until: "2031-12-31", why: say("retention-stays-why-tax"), rule: "R03" }]
      : [],
  counts: [say("retention-counts-member", { from: { type: "text", value: "2009" }, to: { type: "text", value: "2024" } })],
});

const rule = (
  id: string,
  status: RetentionRule["status"],
  value: number,
  source: string,
  unit: RetentionRule["unit"] = "year",
): RetentionRule => ({
  id,
  status,
  value,
  max: null,
  unit,
  start: "membership_end",
  action: "erase",
  source,
  confidence: id === "R12" ? "V" : "C",
  valid_from: "2026-11-23",
  valid_to: null,
  jurisdiction: "NL",
  used: 12,
});

const proofs: ErasureRow[] = [
  {
    id: "e1",
    number: "W-2026-001",
    at: Date.UTC(2026, 4, 12, 9, 30),
    by: "Ria de Boer",
    persons: 8,
    partly: 1,
    pending: asked.has("pending"),
    searched: true,
    residue: 0,
  },
];

export const answers: Answers = {
  retention_due: () => list,
  retention_preview: ({ person }: { person: string }) =>
    preview(person, list.groups.flatMap((group) => group.rows).find((row) => row.person === person)?.name ?? "Berg, Anneke van den"),
  retention_rules: () => ({
    pack: "nl-2026-11",
    date: "2026-11-23",
    rules: [
      rule("R01", "guidance", 1, "AVG art. 5(1)(e)"),
      rule("R03", "law", 7, "AWR art. 52(4); BW art. 2:10(3)"),
      rule("R07c", "guidance", 2, "AVG art. 5(1)(e), 6(1)(f)"),
      rule("R12", "guidance", 24, "AVG art. 7(3), 21(3)", "month"),
    ],
  }),
  retention_keep: ({ person, until, reason }: { person: string; until: string; reason: string }) => {
    if (!until || !reason)
      throw refuse("input.invalid", { ...(until ? {} : { until: "field.required" }), ...(reason ? {} : { reason: "field.required" }) });
    list = {
      ...list,
      total: list.total - 1,
      groups: list.groups.map((group) => ({ ...group, rows: group.rows.filter((row) => row.person !== person) })),
    };
    return {};
  },
  erasure_run: async ({ persons }: { persons: string[] }) => {
    await new Promise((resume) => setTimeout(resume, Number(asked.get("slow") ?? 50)));
    list = {
      ...list,
      groups: list.groups
        .map((group) => ({ ...group, rows: group.rows.filter((row) => !persons.includes(row.person)) }))
        .filter((group) => group.rows.length > 0),
    };
    proofs.unshift({
      id: "e2",
      number: "W-2026-002",
      at: Date.UTC(2026, 10, 24, 9, 30),
      by: "Ria de Boer",
      persons: persons.length,
      partly: 1,
      pending: false,
      searched: true,
      residue: 0,
    });
    const done: ErasureDone = {
      erasure: "e2",
      number: "W-2026-002",
      erased: persons.length - 1,
      partly: 1,
      kept: [],
      strangers: 0,
      problem: null,
    };
    return done;
  },
  erasure_list: () => (asked.has("noproofs") ? [] : [...proofs]),
  erasure_proof: () => ({ pages: 1, bytes: 20480, sha256: "", name: "bewijs.pdf", open: "f9" }),
};
