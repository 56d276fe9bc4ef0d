// A row as it will be stored, in words: name parts joined, dates and relations as people write them.
import type { RelationKind } from "../../generated/types";
import { longDate } from "../../lib/format";
import { relationKindName } from "../../shared/relations";
import { t } from "../../lib/t";
import type { ImportFact } from "../../generated/types";
import { meaningName } from "./meanings";

const nameParts = ["given_name", "initials", "prefix", "surname"];

/** The lines to show: a label and its value. */
export function lines(facts: readonly ImportFact[]): { what: string; value: string }[] {
  const of = (meaning: string) => facts.find((fact) => fact.meaning === meaning)?.value ?? "";
  const first = of("given_name") || of("initials");
  const name = [first, of("prefix"), of("surname")].filter(Boolean).join(" ");
  const others = facts
    .filter((fact) => !nameParts.includes(fact.meaning))
    .map((fact) => ({ what: meaningName(fact.meaning), value: inWords(fact) }));
  return name ? [{ what: t("people-col-name"), value: name }, ...others] : others;
}

function inWords({ meaning, value }: ImportFact): string {
  // A tick in a list does not prove consent: who ticked it, when, on which words? A no is kept as a no.
  if (meaning.startsWith("consent_")) return value === "refused" ? t("import-refused") : t("import-noproof");
  if (meaning === "status") return t("import-status-ended");
  if (meaning === "relation") return relationKindName(value as RelationKind);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? longDate(value) : value;
}
