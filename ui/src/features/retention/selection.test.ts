import { describe, expect, it } from "vitest";
import type { DueRow, Proposal, RetentionDue } from "../../generated/types";
import { Selection } from "./selection.svelte";

function row(person: string, proposal: Proposal): DueRow {
  return {
    person,
    name: person,
    because: { text_id: "", args: {} },
    proposal,
    since: null,
    partly: proposal === "part" || person === "unsure",
    held_by: null,
  };
}

const due: RetentionDue = {
  on: "2026-11-24",
  total: 4,
  next_on: null,
  groups: [
    { rule: "R01", rows: [row("sure", "erase"), row("part", "part")] },
    { rule: "R22", rows: [row("held", "wait"), row("unsure", "ask")] },
  ],
};
const [sure, part] = due.groups[0]!.rows as [DueRow, DueRow];
const [held, unsure] = due.groups[1]!.rows as [DueRow, DueRow];

describe("who is chosen to be erased", () => {
  const names = (selection: Selection) => selection.chosen.map((one) => one.person);

  it("is what the core is sure of, never who must wait or who must be looked at", () => {
    const selection = new Selection(() => due);
    expect(names(selection)).toEqual(["sure", "part"]);
    selection.set(held, true);
    expect(selection.has(held)).toBe(false);
    expect(selection.all).toBe(true);
  });

  it("is who was looked at and said yes to", () => {
    const selection = new Selection(() => due);
    selection.set(unsure, true);
    selection.set(part, false);
    expect(names(selection)).toEqual(["sure", "unsure"]);
    expect([selection.all, selection.partly]).toEqual([false, 1]);
  });

  it("is nobody or all that is proposed, with one box", () => {
    const selection = new Selection(() => due);
    selection.set(unsure, true);
    selection.setAll(false);
    expect(names(selection)).toEqual([]);
    selection.setAll(true);
    expect(names(selection)).toEqual(["sure", "part"]);
    selection.set(sure, false);
    expect(selection.all).toBe(false);
  });
});
