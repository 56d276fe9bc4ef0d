// Unsaved input: none, unless `?draft=1` asks for it.
import type { Draft } from "../../src/generated/types";
import { asked, type Answers } from "./ask";

const kept: Draft[] = asked.has("draft")
  ? [{ place: "/personen/nieuw person", person: null, at: Date.UTC(2026, 10, 24, 13, 32), content: '{"surname":"Zomer"}' }]
  : [];

export const answers: Answers = {
  drafts_list: () => kept,
  drafts_keep: () => ({}),
  drafts_drop: () => void kept.splice(0),
};
