// Rules and proposals of the core, in words.
import type { Proposal, RetentionRule, RuleStatus } from "../../generated/types";
import { say, t } from "../../lib/t";

const proposals = { erase: "retention-erase", part: "retention-part", wait: "retention-wait", ask: "retention-ask" } as const;
const statuses = { law: "retention-status-law", guidance: "retention-status-guidance", custom: "retention-status-custom" } as const;

export function proposalName(proposal: Proposal): string {
  return t(proposals[proposal]);
}

export function statusName(status: RuleStatus): string {
  return t(statuses[status]);
}

/** Such as 'Oud-leden'. */
export function ruleName(rule: string): string {
  return say(`retention-rule-${rule.toLowerCase()}`);
}

/** Such as 'Het einde van het lidmaatschap'. */
export function ruleAfter(rule: string): string {
  return say(`retention-rule-${rule.toLowerCase()}-after`);
}

/** Such as '1 jaar'. */
export function termName(rule: RetentionRule): string {
  return t(rule.unit === "year" ? "time-years" : "time-months", { n: rule.value });
}

/** Such as 'Oud-leden: 1 jaar na het einde van het lidmaatschap'; only the first part while the rules are loading. */
export function ruleLine(rule: string, rules: readonly RetentionRule[]): string {
  const found = rules.find((one) => one.id === rule);
  return found ? say(`retention-rule-${rule.toLowerCase()}-line`, { term: termName(found) }) : ruleName(rule);
}
