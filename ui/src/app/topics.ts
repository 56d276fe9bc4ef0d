// The topics of the help panel.
import type { PlainId } from "../lib/t";

/** The screens that have help. */
export type Topic = "today" | "people" | "person" | "import" | "consent" | "retention" | "admin";

/** Their titles, in menu order. */
export const topics: readonly { topic: Topic; title: PlainId }[] = [
  { topic: "today", title: "nav-today" },
  { topic: "people", title: "nav-people" },
  { topic: "person", title: "help-topic-person" },
  { topic: "import", title: "people-import" },
  { topic: "consent", title: "nav-consent" },
  { topic: "retention", title: "nav-retention" },
  { topic: "admin", title: "nav-admin" },
];
