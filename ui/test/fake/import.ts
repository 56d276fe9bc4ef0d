// A list of 318 rows with a BSN, a remark about health, and a few errors.
import type {
  ImportChecked,
  ImportDoubt,
  ImportPreviewColumn,
  ImportFact,
  ImportPreview,
  ImportRequest,
  ImportRow,
} from "../../src/generated/types";
import { asked, refuse, type Answers } from "./ask";

const column = (
  heading: string,
  meaning: string | null,
  certainty: number,
  samples: string[],
  more: Partial<ImportPreviewColumn> = {},
): ImportPreviewColumn => ({
  heading,
  meaning,
  certainty,
  blocked: null,
  sensitive: null,
  samples,
  ...more,
});

const columns: ImportPreviewColumn[] = [
  column("Achternaam", "surname", 0.97, ["van Dijk", "Mulder", "ter Bergh"]),
  column("Roepnaam", "given_name", 0.97, ["Joke", "Pieter", "Otto"]),
  column("Geb.dat", "birth_date", 0.97, ["03-04-1958", "12-11-71"]),
  column("Tel", "phone", 0.7, ["06 00 00 03 12", "0000-12"]),
  column("BSN", null, 0, [], { blocked: "bsn" }),
  column("Foto ja/nee", "consent_photos_portrait", 0.7, ["ja", "nee", "ja"]),
  column("Opmerking", null, 0, ["Rolstoel, graag vooraan"], { sensitive: "health" }),
  column("Woonpl", "city", 0.97, ["Veldrade", "Oosterveld"]),
  column("Kast", null, 0, ["12", "7"]),
];

const request: ImportRequest = {
  file: "f1",
  sheet: 1,
  header_row: 1,
  columns: columns.map((one) => one.meaning),
  relation: "member",
  ended: false,
  date_order: "dmy",
};

const top = [
  ["Achternaam", "Roepnaam", "Geb.dat", "Tel", "•••", "Foto ja/nee", "Opmerking", "Woonpl"],
  ["van Dijk", "Joke", "03-04-1958", "06 00 00 03 12", "•••", "ja", "", "Veldrade"],
  ["Mulder", "Pieter", "12-11-71", "0000-12", "•••", "nee", "Rolstoel, graag vooraan", "Oosterveld"],
].map((cells, index) => ({ number: index + 1, cells }));

const preview = (sheet: number): ImportPreview => ({
  sheets: [
    { name: "Leden", hidden: false, rows: 318 },
    { name: "Donateurs", hidden: false, rows: 86 },
    { name: "Oud", hidden: true, rows: 12 },
  ],
  rows: sheet === 1 ? 318 : 86,
  top,
  columns,
  meanings: ["given_name", "surname", "birth_date", "phone", "city", "note", "consent_photos_portrait"],
  request: { ...request, sheet, header_row: asked.has("noheader") ? null : 1 },
  earlier: Date.UTC(2026, 8, 3),
});

function facts(meanings: readonly (string | null)[], row: number): ImportFact[] {
  const joke: Record<string, string> = {
    surname: "Dijk",
    given_name: "Joke",
    birth_date: "1958-04-03",
    phone: "06 00 00 03 12",
    city: "Veldrade",
    prefix: "van",
    relation: "member",
    consent_photos_portrait: "",
  };
  const pieter: Record<string, string> = { surname: "Mulder", given_name: "Pieter", birth_date: "1971-11-12", city: "Oosterveld" };
  const values = row === 2 ? joke : pieter;
  return Object.entries(values)
    .filter(([meaning]) => ["prefix", "relation"].includes(meaning) || meanings.includes(meaning))
    .map(([meaning, value]) => ({ meaning, value }));
}

const doubts: ImportDoubt[] = [
  {
    row: 3,
    name: "Pieter Mulder",
    facts: facts(["surname", "given_name", "birth_date", "city"], 3),
    person: "p2",
    same_row: null,
    known_name: "Piet Mulder",
    known: [
      { meaning: "given_name", value: "Piet" },
      { meaning: "surname", value: "Mulder" },
      { meaning: "city", value: "Veldrade" },
    ],
    because: ["call_name", "same_surname", "other_address"],
    decided: null,
  },
];

function check(wanted: ImportRequest): ImportChecked {
  if (!wanted.columns.some((one) => one === "surname" || one === "full_name")) throw refuse("import.no_name");
  const emails = Array.from({ length: 12 }, (_, index) => ({ row: 14 + index * 9, column: 3, code: "field.phone" }));
  const problems = asked.has("clean")
    ? []
    : [...emails, { row: 41, column: 2, code: "field.date" }, { row: 77, column: null, code: "field.required" }];
  return {
    new: 294,
    complete: 18,
    same: 5,
    ask: doubts.length - (wanted.decisions ?? []).length,
    skip: 1,
    refusals: 0,
    problems,
    samples: [2, 3].map((row) => ({ row, facts: facts(wanted.columns, row) })),
    doubts,
    differing: [{ row: 8, person: "p3", name: "Otto ter Bergh", fields: [{ field: "city", old: "Veldrade", new: "Oosterveld" }] }],
  };
}

const rows: ImportRow[] = [
  {
    id: "i2",
    at: Date.UTC(2026, 10, 20, 13, 5),
    by: "Ria de Boer",
    file_name: "Donateurs.csv",
    new: 86,
    updated: 0,
    undone_at: null,
    undo_until: Date.UTC(2026, 11, 20),
  },
  {
    id: "i1",
    at: Date.UTC(2026, 8, 3, 9, 12),
    by: "Ria de Boer",
    file_name: "Ledenlijst 2026.xlsx",
    new: 301,
    updated: 2,
    undone_at: Date.UTC(2026, 8, 3, 10),
    undo_until: null,
  },
];

export const answers: Answers = {
  import_open: ({ sheet }: { sheet: number | null }) => {
    const bad = asked.get("bad");
    if (bad) throw refuse(bad);
    return preview(sheet ?? 1);
  },
  import_check: check,
  import_run: async () => {
    await new Promise((resume) => setTimeout(resume, Number(asked.get("slow") ?? 50)));
    return {
      import_id: "i3",
      new: 294,
      updated: 18,
      same: 5,
      asked: 0,
      skipped: 1,
      problems: [{ row: 41, column: 2, code: "field.date" }],
    };
  },
  import_problems: () => ({ pages: 0, bytes: 812, sha256: "", name: "problemen.csv", open: null }),
  import_undo: () => ({ removed: 294, restored: 18, kept: 2 }),
  import_list: () => rows,
};
