// The parts of the list, and the address of each.
import type { MessageId } from "../../generated/messages";
import type { PeopleTab } from "../../generated/types";

type Plain = Extract<MessageId, `people-tab-${string}`>;

export const tabs: readonly { tab: PeopleTab; label: Plain; word: string }[] = [
  { tab: "all", label: "people-tab-all", word: "alle" },
  { tab: "members", label: "people-tab-members", word: "leden" },
  { tab: "donors", label: "people-tab-donors", word: "donateurs" },
  { tab: "volunteers", label: "people-tab-volunteers", word: "vrijwilligers" },
  { tab: "former", label: "people-tab-former", word: "oud-leden" },
];

/** The part that an address names; everyone if it names none. */
export function tabOf(word: string | null): PeopleTab {
  return tabs.find((each) => each.word === word)?.tab ?? "all";
}

/** The address of a part of the list. What is searched for is a name, and no address holds that. */
export function place(tab: PeopleTab): string {
  return tab === "all" ? "#/personen" : `#/personen?sel=${tabs.find((each) => each.tab === tab)?.word ?? ""}`;
}
