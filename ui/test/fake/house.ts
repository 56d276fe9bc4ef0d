// Today, users, settings and the trail.
import type { Settings, TodayOverview, TrailLine, UserRow } from "../../src/generated/types";
import { asked, refuse, type Answers } from "./ask";
import { me } from "./vault";

const overview: TodayOverview = {
  now: [
    { kind: "recovery", count: 0, persons: [], args: {} },
    { kind: "retention", count: 14, persons: [], args: {} },
  ],
  month: [
    { kind: "missing", count: 23, persons: [], args: { purpose: "foto's", key: "photos_portrait" } },
    { kind: "sixteen", count: 1, persons: [{ person: "p2", name: "Daan van den Berg" }], args: { on: "2026-12-04" } },
  ],
  members: {
    total: 312,
    years: [
      [2021, 12, 18],
      [2022, 17, 14],
      [2023, 24, 15],
      [2024, 22, 14],
      [2025, 19, 15],
      [2026, 20, 13],
    ].map(([year, joined, left]) => ({ year: year!, joined: joined!, left: left! })),
  },
  birthdays: [
    { person: "p1", name: "Anneke van den Berg", on: "2026-11-24", age: 65 },
    { person: "p3", name: "Tom Hendriks", on: "2026-11-25", age: 41 },
    { person: "p4", name: "Fatma Yıldız", on: "2026-11-28", age: 52 },
  ],
  consent: [
    { purpose: "c1", key: "photos", name: "Foto's", name_en: "Photos", text_version: 1, given: 248, refused: 41, unknown: 3, open: 20 },
  ],
  empty: asked.has("empty"),
};
if (overview.empty) Object.assign(overview, { month: [], birthdays: [], members: { total: 0, years: [] } });

const settings: Settings = {
  association: "Muziekvereniging Veldrade",
  kind: "association",
  privacy_email: "privacy@voorbeeld.nl",
  country: "NL",
  language: "nl",
  theme: "light",
  text_size: 100,
  book_year_end: 12,
  idle_minutes: 10,
  recovery_confirmed: false,
  demo: false,
};

const users: UserRow[] = [
  { id: "u1", name: "Ria de Boer", roles: ["secretary"], admin: true, unlocked_at: Date.UTC(2026, 10, 24, 8), is_me: true },
  { id: "u2", name: "Henk Visser", roles: ["treasurer"], admin: false, unlocked_at: Date.UTC(2026, 10, 14, 19), is_me: false },
  { id: "u3", name: "Sanne Kuipers", roles: ["privacy"], admin: false, unlocked_at: Date.UTC(2026, 10, 14, 19), is_me: false },
];

const lines: TrailLine[] = ["person.create", "person.change", "relation.end", "settings.set"].map((op, index) => ({
  seq: 40 - index,
  at: Date.UTC(2026, 10, 23, 14, 32 - index),
  actor: "u1",
  actor_name: "Ria de Boer",
  op,
  done: index !== 2,
  subject: null,
  count: 1,
  fields: index === 1 ? ["email"] : [],
  about: "nobody" as const,
}));

export const answers: Answers = {
  today_overview: () => overview,
  settings_get: () => ({ ...settings }),
  settings_set: (change: Partial<Settings>) =>
    Object.assign(settings, change) && Object.assign(me, { theme: settings.theme, language: settings.language }) && {},
  users_list: () => [...users],
  users_administrators: () => users.filter((user) => user.admin).map((user) => user.name),
  users_add: ({ name, roles, admin }: UserRow) => {
    if (!name.trim()) throw refuse("input.invalid", { name: "field.required" });
    users.push({ id: `u${users.length + 1}`, name, roles, admin, unlocked_at: null, is_me: false });
    return users.at(-1)!.id;
  },
  users_change: ({ user, roles, admin }: { user: string } & UserRow) =>
    Object.assign(users.find((row) => row.id === user) ?? {}, { roles, admin }) && {},
  users_remove: ({ user }: { user: string }) =>
    users.splice(
      users.findIndex((row) => row.id === user),
      1,
    ) && {},
  audit_list: () => lines,
  audit_of: () => lines,
  audit_verify: () => ({ ok: !asked.has("fault"), rows: 40, first_broken: asked.has("fault") ? 17 : null, fault: asked.get("fault") }),
};
