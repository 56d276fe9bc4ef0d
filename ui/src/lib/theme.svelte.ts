// Light or dark: what the user chose, or what the system uses.
import type { Theme } from "../generated/types";

const dark = matchMedia("(prefers-color-scheme: dark)");

class ThemeState {
  now = $state<Theme>("system");

  /** Applies the theme before the first paint, and follows changes of the system. */
  start(): void {
    this.#show();
    dark.addEventListener("change", () => this.#show());
  }

  set(theme: string): void {
    this.now = theme === "light" || theme === "dark" ? theme : "system";
    this.#show();
  }

  #show(): void {
    const isDark = this.now === "dark" || (this.now === "system" && dark.matches);
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
  }
}

export const theme = new ThemeState();
