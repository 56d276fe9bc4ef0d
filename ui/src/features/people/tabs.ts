// The tabs of the list of people, and the address of each.
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

/** The tab that an address names; everyone if it names none. */
export function tabOf(word: string | null): PeopleTab {
  return tabs.find((each) => each.word === word)?.tab ?? "all";
}

/** The address of a tab. It never contains the search text, which may be a name. */
export function place(tab: PeopleTab): string {
  return tab === "all" ? "#/personen" : `#/personen?sel=${tabs.find((each) => each.tab === tab)?.word ?? ""}`;
}
