// Light or dark: what the person chose, or as the computer is.
export type Theme = "system" | "light" | "dark";

const dark = matchMedia("(prefers-color-scheme: dark)");

class ThemeState {
  now = $state<Theme>("system");

  /** Before the first paint, and from then on when the computer changes. */
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
