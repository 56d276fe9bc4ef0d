// A person as the form holds it: the core's format, except that dates are text while they are typed.
import type { NewPerson, PersonView, RelationKind } from "../../generated/types";
import { t } from "../../lib/t";
import { phone } from "../../shared/phone";

export type Draft = Omit<NewPerson, "birth_date" | "relations"> & {
  birth_date: string;
  /** Only for a new person; later, relations have their own dialogs. */
  relation: RelationKind | "";
  since: string;
};

/** An empty form, with one line per list because that is what most people need. */
export function blank(): Draft {
  return {
    initials: "",
    given_name: "",
    prefix: "",
    surname: "",
    partner_prefix: "",
    partner_surname: "",
    name_use: "own",
    emails: [{ label: "home", address: "" }],
    phones: [{ label: "mobile", number: "" }],
    street: "",
    postcode: "",
    city: "",
    country: "",
    birth_date: "",
    member_number: "",
    note: "",
    relation: "member",
    since: "",
  };
}

/** An existing person, ready to be changed. The note comes separately, because reading it is logged. */
export function entered(view: PersonView, note: string): Draft {
  const empty = blank();
  return {
    ...empty,
    ...view.name,
    emails: view.emails.length > 0 ? view.emails.map(({ label, address }) => ({ label, address })) : empty.emails,
    phones: view.phones.length > 0 ? view.phones.map(({ label, number }) => ({ label, number: phone(number) })) : empty.phones,
    street: view.address?.street ?? "",
    postcode: view.address?.postcode ?? "",
    city: view.address?.city ?? "",
    country: view.address?.country ?? "",
    birth_date: view.full?.birth_date ?? "",
    member_number: view.full?.member_number ?? "",
    note,
    relation: "",
  };
}

/** The draft in the core's format. */
export function person(draft: Draft): NewPerson {
  const { relation, since, birth_date, ...rest } = draft;
  const started_on = since || null;
  return {
    ...rest,
    birth_date: birth_date || null,
    relations: relation ? [{ kind: relation, started_on, ended_on: null, ended: false }] : [],
  };
}

/** Is any of the less common name fields in use? */
export function hasRareName(draft: Draft): boolean {
  return draft.initials !== "" || draft.partner_surname !== "" || draft.partner_prefix !== "" || draft.name_use !== "own";
}

/** The name as spoken, for messages. */
export function fullName(draft: Draft): string {
  return [draft.given_name || draft.initials, draft.prefix, draft.surname].filter(Boolean).join(" ");
}

/** The labels of the fields, for error messages. */
export function labels(): Record<string, string> {
  const all: Record<string, string> = {
    surname: t("field-last-the"),
    given_name: t("field-first"),
    prefix: t("field-infix"),
    initials: t("field-initials"),
    partner_prefix: t("field-partner-infix"),
    partner_surname: t("field-partner-last"),
    street: t("field-address"),
    postcode: t("field-postcode"),
    city: t("field-city"),
    country: t("field-country"),
    birth_date: t("field-birth"),
    member_number: t("field-memberno"),
    note: t("edit-note"),
    since: t("field-since"),
  };
  for (let n = 0; n < 10; n += 1) {
    all[`emails.${n}.address`] = t("field-email");
    all[`phones.${n}.number`] = t("field-phone");
  }
  return all;
}
