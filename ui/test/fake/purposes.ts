// Purposes, and people's answers on them.
import type { ConsentCount, ConsentLine, ConsentRow, PurposeRow } from "../../src/generated/types";
import type { Answers } from "./ask";

const asks: [string, string, string][] = [
  ["newsletter_members", "Nieuwsbrief aan leden", "Newsletter to members"],
  ["photos_portrait", "Herkenbare foto's", "Recognisable photos"],
  ["birthdays", "Verjaardagen en smoelenboek", "Birthdays and face book"],
  ["sponsors_share", "Gegevens aan sponsors", "Sharing with sponsors"],
];
const plain = { note: "", confidence: "L", asks_consent: false, opt_out: false, text_version: null, text: null, text_en: null };

const rows: PurposeRow[] = [
  ...asks.map(([key, name, name_en], n): PurposeRow => ({
    ...plain,
    id: `c${n}`,
    key,
    name,
    name_en,
    basis: "consent",
    source: "6(1)(a)",
    term_rule: "R12",
    asks_consent: true,
    text_version: 1,
    text: "Mogen wij uw foto op onze website zetten? U kunt uw keuze altijd veranderen.",
    text_en: "May we put your photo on our website? You can always change your choice.",
  })),
  {
    ...plain,
    id: "o1",
    key: "fundraising_post",
    name: "Fondsenwerving per post",
    name_en: "Fundraising by post",
    basis: "interest",
    source: "6(1)(f)",
    term_rule: null,
    opt_out: true,
  },
  {
    ...plain,
    id: "m1",
    key: "member_admin",
    name: "Ledenadministratie",
    name_en: "Membership administration",
    basis: "contract",
    source: "6(1)(b)",
    term_rule: "R01",
  },
  {
    ...plain,
    id: "m2",
    key: "fiscal",
    name: "Financiële administratie",
    name_en: "Bookkeeping",
    basis: "law",
    source: "6(1)(c); AWR 52; BW 2:10",
    confidence: "C",
    term_rule: "R03",
  },
];

const none = { state: "not_asked", since: null, how: null, text_version: null, by: null } as const;
const states: ConsentRow[] = [
  {
    purpose: "c0",
    key: "newsletter_members",
    name: "Nieuwsbrief aan leden",
    name_en: "",
    asks_consent: true,
    usual: true,
    state: "given",
    since: "2023-03-12",
    how: "paper",
    text_version: 1,
    by: "subject",
  },
  {
    purpose: "c1",
    key: "photos_portrait",
    name: "Herkenbare foto's",
    name_en: "",
    asks_consent: true,
    usual: true,
    state: "unknown",
    since: "2026-11-01",
    how: "import",
    text_version: null,
    by: null,
  },
  { purpose: "c2", key: "birthdays", name: "Verjaardagen", name_en: "", asks_consent: true, usual: false, ...none },
  { purpose: "c3", key: "sponsors_share", name: "Sponsors", name_en: "", asks_consent: true, usual: false, ...none },
  { purpose: "o1", key: "fundraising_post", name: "Fondsenwerving per post", name_en: "", asks_consent: false, usual: false, ...none },
];

const event = {
  undoes: false,
  asks_consent: true,
  text: null,
  remark: null,
  recorded_at: Date.UTC(2026, 10, 1),
  recorded_by: "Ria de Boer",
};
const events: ConsentLine[] = [
  {
    ...event,
    id: "e2",
    purpose: "c1",
    key: "photos_portrait",
    state: "unknown",
    on: "2026-11-01",
    how: "import",
    text_version: null,
    by: "subject",
  },
  {
    ...event,
    id: "e1",
    purpose: "c0",
    key: "newsletter_members",
    state: "given",
    on: "2023-03-12",
    how: "paper",
    text_version: 1,
    by: "subject",
  },
];

function set(purpose: string, change: Partial<ConsentRow>) {
  const row = states.find((state) => state.purpose === purpose);
  if (row) Object.assign(row, change, { since: "2026-11-24" });
  return {};
}

export const answers: Answers = {
  purposes_list: () => rows,
  consent_of: () => structuredClone(states),
  consent_history: () => events,
  consent_record: ({ purpose, given, how }: { purpose: string; given: boolean; how: ConsentRow["how"] }) =>
    set(purpose, { state: given ? "given" : "refused", how }),
  consent_withdraw: ({ purpose }: { purpose: string }) => set(purpose, { state: "withdrawn", how: "not_recorded" }),
  consent_overview: (): ConsentCount[] =>
    asks.map(([key, name, name_en], n) => ({
      purpose: `c${n}`,
      key,
      name,
      name_en,
      text_version: 1,
      given: 248 - 60 * n,
      refused: 41,
      open: 23 + 48 * n,
      unknown: n * 12,
    })),
};
