// The language of the page. It comes from the settings, before that from the choice on the unlock screen; never from the browser.
import type { Language } from "../generated/types";

export const languages: readonly Language[] = ["nl", "en"];
const locales: Record<Language, string> = { nl: "nl-NL", en: "en-GB" };

class LanguageState {
  now = $state<Language>("nl");

  /** For numbers and dates. */
  get locale(): string {
    return locales[this.now];
  }

  set(tag: string): void {
    this.now = tag === "en" ? "en" : "nl";
    document.documentElement.lang = this.now;
  }
}

export const language = new LanguageState();
