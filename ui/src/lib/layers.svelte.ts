// The open dialogs, the topmost last. Whatever must stay usable goes inside it, because all else is inert.
class Layers {
  #open = $state.raw<readonly HTMLElement[]>([]);

  /** The topmost dialog. */
  get top(): HTMLElement | undefined {
    return this.#open.at(-1);
  }

  /** Registers an open dialog; call the returned function when it closes. */
  add(dialog: HTMLElement): () => void {
    this.#open = [...this.#open, dialog];
    return () => (this.#open = this.#open.filter((one) => one !== dialog));
  }
}

export const layers = new Layers();
