// Relations to the association, in words.
import type { Relation, RelationKind } from "../generated/types";
import { capital } from "../lib/format";
import { t } from "../lib/t";

const now = { member: "relation-member", donor: "relation-donor", volunteer: "relation-volunteer", contact: "relation-contact" } as const;
const former = {
  member: "relation-former-member",
  donor: "relation-former-donor",
  volunteer: "relation-former-volunteer",
  contact: "relation-former-contact",
} as const;

const ties = {
  member: "relation-tie-member",
  donor: "relation-tie-donor",
  volunteer: "relation-tie-volunteer",
  contact: "relation-tie-contact",
} as const;

export const relationKinds: readonly RelationKind[] = ["member", "donor", "volunteer", "contact"];

/** 'Lid', or 'Oud-lid' when it has ended. */
export function relationName(relation: Pick<Relation, "kind" | "ended">): string {
  return t(relation.ended ? former[relation.kind] : now[relation.kind]);
}

/** Such as 'Lid'. */
export function relationKindName(kind: RelationKind): string {
  return t(now[kind]);
}

/** What begins and ends, such as 'lidmaatschap'. */
export function tieName(kind: RelationKind): string {
  return t(ties[kind]);
}

/** The action that ends it, such as 'Lidmaatschap beëindigen'. */
export function endTie(kind: RelationKind): string {
  return capital(t("person-end-relation", { tie: tieName(kind) }));
}

/** Such as 'Lid, vrijwilliger': the running relations, else the former ones. */
export function relationNames(relations: readonly Relation[]): string {
  const running = relations.filter((relation) => !relation.ended);
  const names = [...new Set((running.length > 0 ? running : relations).map(relationName))];
  return names.map((name, index) => (index === 0 ? name : name.toLowerCase())).join(", ");
}
