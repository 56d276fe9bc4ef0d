// What Ctrl+K finds beside people: the screens, what is done most, and help. Only what this person may.
import { imports, people } from "../generated/api";
import type { IconName } from "../kit/icons";
import { adminTabs, places } from "../lib/places";
import { router } from "../lib/router.svelte";
import { session } from "../lib/session.svelte";
import { t } from "../lib/t";
import { visible } from "./routes";
import { topics, type Topic } from "./topics";

/** Something that can be done from anywhere. */
export interface Command {
  key: string;
  title: string;
  icon: IconName;
  run: () => void;
}

/** All of them. `onhelp` opens the help about something. */
export function commands(onhelp: (topic: Topic) => void): Command[] {
  const to = (href: string) => () => router.go(href);
  return [
    ...visible((permission) => session.can(permission)).map(({ key, title, icon, href }): Command => ({
      key,
      title: t(title),
      icon,
      run: to(href),
    })),
    ...adminTabs("").map(({ href, label }): Command => ({ key: href, title: label, icon: "settings", run: to(href) })),
    ...(session.may(people.create) ? [{ key: "new", title: t("people-add"), icon: "user-plus", run: to(places.newPerson) } as const] : []),
    ...(session.may(imports.run) ? [{ key: "import", title: t("people-import"), icon: "upload", run: to(places.import) } as const] : []),
    { key: "lock", title: t("bar-lock"), icon: "lock", run: () => void session.lock() },
    ...topics.map(({ topic, title }): Command => ({
      key: `help-${topic}`,
      title: t("help-of", { topic: t(title) }),
      icon: "circle-question-mark",
      run: () => onhelp(topic),
    })),
  ];
}

const fold = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Those in which every word that was typed begins a word. */
export function matching(all: readonly Command[], typed: string): Command[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return all.filter(({ title }) =>
    words.every((word) =>
      fold(title)
        .split(/[^\p{L}\d]+/u)
        .some((part) => part.startsWith(word)),
    ),
  );
}
