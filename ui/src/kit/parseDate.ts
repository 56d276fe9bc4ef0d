// Reads a date as people type it: 4-12-26, 4 dec 2026, 4 december 2026, 04122026, 2026-12-04.
const months: Record<string, number> = {
  jan: 1,
  feb: 2,
  mrt: 3,
  maa: 3,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  dec: 12,
};

/** The day as YYYY-MM-DD; null when this is not a date. A year of two digits is at most ten years ahead. */
export function parseDate(text: string, thisYear: number): string | null {
  const clean = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean);
  if (iso) return day(iso[1], iso[2], iso[3], thisYear);
  const digits = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(clean);
  if (digits) return day(digits[3], digits[2], digits[1], thisYear);
  const parts = /^(\d{1,2})[\s./-]+(\d{1,2}|\p{L}+)\.?[\s./-]+(\d{4}|\d{2})$/u.exec(clean);
  if (!parts) return null;
  const named = months[(parts[2] ?? "").slice(0, 3)];
  const month = /^\d/.test(parts[2] ?? "") ? parts[2] : named?.toString();
  return day(parts[3], month, parts[1], thisYear);
}

function day(yearText = "", monthText = "", dateText = "", thisYear: number): string | null {
  let year = Number(yearText);
  const month = Number(monthText);
  const date = Number(dateText);
  if (yearText.length === 2) year += 2000 + year > thisYear + 10 ? 1900 : 2000;
  if (month < 1 || month > 12 || date < 1 || year < 1000) return null;
  // Day 0 of the next month is the last day of this one.
  if (date > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year}-${two(month)}-${two(date)}`;
}
