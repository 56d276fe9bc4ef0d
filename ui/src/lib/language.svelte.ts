// The language of the page: from the settings or, before the unlock, from the unlock screen. The browser is asked only
// when nothing is known yet.
import type { Language } from "../generated/types";

export const languages: readonly Language[] = ["nl", "en"];
const locales: Record<Language, string> = { nl: "nl-NL", en: "en-GB" };

class LanguageState {
  now = $state<Language>("nl");

  /** The locale for numbers and dates. */
  get locale(): string {
    return locales[this.now];
  }

  set(tag: string): void {
    this.now = tag === "en" ? "en" : "nl";
    document.documentElement.lang = this.now;
  }
}

export const language = new LanguageState();
