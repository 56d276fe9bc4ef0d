// What Ctrl+K finds besides people: the screens and common actions that this user may open, and help.
import { imports, people } from "../generated/api";
import type { IconName } from "../kit/icons";
import { adminTabs, places } from "../lib/places";
import { router } from "../lib/router.svelte";
import { session } from "../lib/session.svelte";
import { t } from "../lib/t";
import { visible } from "./routes";
import { topics, type Topic } from "./topics";

/** An action that is available on any screen. */
export interface Command {
  key: string;
  title: string;
  icon: IconName;
  run: () => void;
}

/** Every command. `onhelp` opens the help on a topic. */
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

/** The commands in whose title every typed word is the start of a word. */
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
