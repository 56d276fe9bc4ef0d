// As many people as `?people=100000` asks for; the first ones match the mock-ups.
import type { PeopleFilter, PersonRow, PersonView } from "../../src/generated/types";
import { asked, type Answers } from "./ask";

const known = [
  "Berg, Anneke van den",
  "Berg, Daan van den",
  "Bergen, Marijke van",
  "Bergh, Otto ter",
  "Berghuis, Els",
  "Bergman, Willem",
  "Bergsma, Tjitske",
  "Blankenberg, Ineke",
  "Heuvelberg, Ahmed",
  "Kalkenberg, Rob",
  "Lindenberg, Joke",
  "Yıldız, Fatma",
  "Hendriks, Tom",
  "Nijland, Corrie",
  "Okafor, Grace",
];
const cities = ["Veldrade", "Oosterveld", "Nieuwe Mark"];
const many = Number(asked.get("people") ?? 312);

function row(index: number): PersonRow {
  const sort = known[index % known.length] ?? "";
  const [surname = "", given = ""] = sort.split(", ");
  const [first = "", ...prefix] = given.split(" ");
  const name = [first, ...prefix, surname].join(" ");
  return {
    id: `p${index + 1}`,
    name,
    sort_name: index < known.length ? sort : `${sort} ${Math.floor(index / known.length)}`,
    relations: [{ id: `r${index}`, kind: index % 7 === 3 ? "donor" : "member", started_on: "2011-09-01", ended_on: null, ended: false }],
    email: `${first.toLowerCase()}@voorbeeld.nl`,
    phone: "06 00 00 01 47",
    city: cities[index % 3] ?? "",
    member_number: String(147 + index).padStart(4, "0"),
    namesake: false,
    birth_year: null,
    restricted: null,
    consents: [
      {
        purpose: index % 7 === 3 ? "newsletter_others" : "newsletter_members",
        state: index % 5 === 1 ? "withdrawn" : "not_asked",
        asks_consent: index % 7 === 3,
      },
      { purpose: "photos_portrait", state: index % 3 === 0 ? "given" : "not_asked", asks_consent: true },
      { purpose: "photos_social", state: index % 4 === 0 ? "refused" : "not_asked", asks_consent: true },
    ],
  };
}

function view(person: string): PersonView {
  const found = row(Number(person.slice(1)) - 1);
  const [given = "", ...rest] = found.name.split(" ");
  return {
    id: person,
    name: {
      initials: "A.",
      given_name: given,
      prefix: rest.slice(0, -1).join(" "),
      surname: rest.at(-1) ?? "",
      partner_prefix: "",
      partner_surname: "",
      name_use: "own",
    },
    display_name: found.name,
    sort_name: found.sort_name,
    badge: "AB",
    emails: [{ id: "e1", label: "", address: found.email }],
    phones: [{ id: "t1", label: "Mobiel", number: "06 00 00 01 47" }],
    relations: found.relations,
    address: { street: "Molenpad 12", postcode: "9999 ZV", city: found.city, country: "" },
    full: { birth_date: "1961-11-23", age: 65, member_number: found.member_number, source: "entered" },
    has_note: false,
    restricted: null,
    restricted_until: null,
    changed_at: 0,
  };
}

export const answers: Answers = {
  people_list: ({ q = "", offset = 0, limit = 200 }: PeopleFilter) => {
    const all = q ? [...Array(Math.min(many, 5000)).keys()].filter((n) => row(n).name.toLowerCase().includes(q.toLowerCase())) : null;
    const matching = all ? all.length : many;
    const rows = Array.from({ length: Math.max(0, Math.min(limit, matching - offset)) }, (_, n) =>
      row(all ? (all[offset + n] ?? 0) : offset + n),
    );
    return { total: many, matching, alike: 0, counts: { all: 486, members: 312, donors: 86, volunteers: 41, former: 57 }, rows };
  },
  people_get: ({ person }: { person: string }) => view(person),
  people_similar: () => ({ people: [] }),
  people_create: () => "p1",
  people_change: () => ({}),
  people_start_relation: () => "r1",
  people_end_relation: () => ({}),
  people_reopen_relation: () => ({}),
  people_change_relation: () => ({}),
  people_place: ({ from }: { from: number }) => ({ row: Math.min(from, many - 1) }),
};
