// How each kind of task looks and where it leads.
import type { TodayItem } from "../../generated/types";
import type { IconName } from "../../kit/icons";
import { inSentence, longDate } from "../../lib/format";
import { language } from "../../lib/language.svelte";
import { places } from "../../lib/places";
import { t } from "../../lib/t";

export interface Task {
  kind: "neutral" | "warn" | "danger";
  icon?: IconName;
  word: string;
  title: string;
  body: string;
  /** The button that leads there. */
  button: string;
  href: string;
  /** A task about several people also leads to each of them. */
  each?: { name: string; date: string; href: string }[];
  /** How many there are besides `each`. */
  more?: number;
}

/** What the card shows of a task. */
export function task(item: TodayItem, isNow: boolean): Task {
  const kind = isNow ? "warn" : "neutral";
  const person = item.persons[0];
  const people = t("today-people", { n: item.count }).replace(/^\S+ /, "");
  switch (item.kind) {
    case "recovery":
      return {
        kind: "danger",
        icon: "key-round",
        word: t("today-tile-sheet"),
        title: t("today-item-recovery"),
        body: t("today-item-recovery-body"),
        button: t("act-print"),
        href: places.recoverySheet,
      };
    case "retention":
      return {
        kind,
        word: people,
        title: t("today-item-retention"),
        body: t("today-item-retention-body"),
        button: t("act-view"),
        href: places.retention,
      };
    case "missing": {
      const purpose = inSentence((language.now === "en" ? item.args.purpose_en : item.args.purpose) ?? "");
      return {
        kind,
        word: people,
        title: t("today-item-missing", { purpose }),
        body: item.args.key?.startsWith("photos") ? t("today-item-missing-photo") : t("today-item-missing-body"),
        button: t("act-view"),
        href: places.consent,
      };
    }
    case "sixteen": {
      const shown = { kind, word: people, button: t("act-view") } as const;
      if (item.count > 1)
        return {
          ...shown,
          title: t("today-item-sixteen-many", { n: item.count }),
          body: t("today-item-sixteen-many-body"),
          href: places.consent,
          each: item.persons.map(({ person, name, on }) => ({ name, date: longDate(on), href: places.person(person) })),
          more: item.count - item.persons.length,
        };
      const name = person?.name ?? "";
      const date = person ? longDate(person.on) : "";
      return {
        ...shown,
        title: t("today-item-sixteen", { name }),
        body: t("today-item-sixteen-body", { name, date }),
        href: person ? places.person(person.person) : places.people,
      };
    }
    default:
      return {
        kind,
        icon: "file-spreadsheet",
        word: "",
        title: t("today-item-oldfile"),
        body: t("today-item-oldfile-body"),
        button: t("act-view"),
        href: places.imports,
      };
  }
}
