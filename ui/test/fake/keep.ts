// How long one person is kept, what erasing that person would do, gifts and the report.
import type { DonationView, ErasurePreview, KeepBar, Said } from "../../src/generated/types";
import type { Answers } from "./ask";

const said = (text_id: string, args: Said["args"] = {}): Said => ({ text_id, args });

const bars: KeepBar[] = [
  {
    purpose: said("relation-member"),
    rule: "R01",
    status: "guidance",
    from: "2011-09-01",
    until: null,
    while: "relation",
    sentence: said("retention-bar-member-running-year", { n: { type: "number", value: 2 } }),
  },
  {
    purpose: said("donations-title"),
    rule: "R03",
    status: "law",
    from: "2011-09-01",
    until: "2033-12-31",
    while: null,
    sentence: said("retention-bar-books", { year: { type: "number", value: 2026 }, until: { type: "date", value: "2033-12-31" } }),
  },
  {
    purpose: said("consent-title"),
    rule: null,
    status: null,
    from: "2023-09-04",
    until: null,
    while: "consent",
    sentence: said("retention-bar-consent"),
  },
];

const preview: ErasurePreview = {
  person: "p1",
  name: "Anneke van den Berg",
  proposal: null,
  goes: [
    said("erased-email", { n: { type: "number", value: 1 } }),
    said("erased-phone", { n: { type: "number", value: 2 } }),
    said("erased-birth-date"),
    said("erased-note"),
  ],
  stays: [],
  counts: [said("relation-member")],
};
const done = { erasure: "w2", number: "2026-11-03", erased: 1, partly: 0, kept: [] };
const paper = { pages: 3, bytes: 1, sha256: "", name: "bewijs.pdf", open: "f9" };
const gift: DonationView = { id: "d1", kind: "gift", on: "2025-12-01", amount_cents: 2500, remark: "" };

export const answers: Answers = {
  retention_keep_bars: () => bars,
  retention_until: ({ persons }: { persons: string[] }) =>
    persons.map((person, n) => ({ person, until: n % 5 === 3 ? "2028-12-31" : null })),
  retention_preview: () => preview,
  erasure_run: () => done,
  erasure_proof: () => paper,
  export_report: () => ({ pdf: paper, data: { ...paper, name: "rapport.json", open: null } }),
  donations_list: () => [gift],
};
