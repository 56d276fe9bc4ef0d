// Dates, numbers and money for people. The locale comes from the settings, because the browser's own may be anything.
import { language } from "./language.svelte";

const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function dates(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = cache.get(key) as Intl.DateTimeFormat | undefined;
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  cache.set(key, made);
  return made;
}

function numbers(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${locale}${JSON.stringify(options)}`;
  const known = cache.get(key) as Intl.NumberFormat | undefined;
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  cache.set(key, made);
  return made;
}

// A day has no time zone: it is read and written as midnight UTC.
function day(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

/** Such as '4 december 2026'. */
export function longDate(iso: string, locale = language.locale): string {
  return dates(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(day(iso));
}

/** Such as 'vrijdag 4 december 2026'. */
export function fullDate(iso: string, locale = language.locale): string {
  const options = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return dates(locale, options).format(day(iso));
}

/** Such as '4 december', for a day of this year. */
export function dayAndMonth(iso: string, locale = language.locale): string {
  return dates(locale, { day: "numeric", month: "long", timeZone: "UTC" }).format(day(iso));
}

/** Such as 'augustus'. */
export function monthName(month: number, locale = language.locale): string {
  return dates(locale, { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2026, month - 1, 1)));
}

/** Such as 'vrijdag'. */
export function weekday(iso: string, locale = language.locale): string {
  return dates(locale, { weekday: "long", timeZone: "UTC" }).format(day(iso));
}

/** Such as '04-12-2026', for narrow cells and for typing. */
export function shortDate(iso: string): string {
  const [year, month, date] = iso.split("-");
  return `${date}-${month}-${year}`;
}

// In Dutch a time is written with a point; browsers write a colon.
function clock(text: string, locale: string): string {
  return locale.startsWith("nl") ? text.replace(/(\d{1,2}):(\d{2})/, "$1.$2") : text;
}

/** Such as '4 december 2026 om 14.32', of an instant. */
export function dateTime(ms: number, locale = language.locale): string {
  const options = { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Amsterdam" } as const;
  return clock(dates(locale, options).format(new Date(ms)), locale);
}

/** Such as '14.32', of an instant. */
export function time(ms: number, locale = language.locale): string {
  return clock(dates(locale, { timeStyle: "short", timeZone: "Europe/Amsterdam" }).format(new Date(ms)), locale);
}

/** Such as '12.500'. */
export function number(value: number, locale = language.locale): string {
  return numbers(locale, {}).format(value);
}

/** Such as '€ 1.250,00', of an amount in cents. */
export function money(cents: number, locale = language.locale): string {
  return numbers(locale, { style: "currency", currency: "EUR" }).format(cents / 100);
}

/** The day in the Netherlands at an instant, as YYYY-MM-DD. */
export function isoDay(instant: Date): string {
  // Joined from its parts, because engines differ in how a locale joins them.
  const parts = dates("en-GB", { year: "numeric", month: "2-digit", day: "2-digit", timeZone: "Europe/Amsterdam" }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** A label inside a sentence: 'Naam' becomes 'naam', 'BSN' stays. */
export function inSentence(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The first letter in upper case, for the start of a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
