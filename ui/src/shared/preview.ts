// What an erasure would do, in words.
import type { ErasurePreview, Stay } from "../generated/types";
import { longDate } from "../lib/format";
import { said } from "../lib/said";

/** What stays, why, and until when if known. */
export function stayWords(stay: Stay): { what: string; until: string; why: string } {
  return { what: said(stay.what), until: stay.until ? longDate(stay.until) : "", why: said(stay.why) };
}

/** The whole preview in words. */
export function previewWords(preview: ErasurePreview) {
  return { goes: preview.goes.map(said), stays: preview.stays.map(stayWords), counts: preview.counts.map(said) };
}
