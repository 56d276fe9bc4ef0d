// The dialogs that are open, the last on top. Whatever must stay in reach above a dialog goes inside it, for all else is inert.
class Layers {
  #open = $state.raw<readonly HTMLElement[]>([]);

  /** The dialog on top. */
  get top(): HTMLElement | undefined {
    return this.#open.at(-1);
  }

  /** A dialog opened; the answer says that it closed. */
  add(dialog: HTMLElement): () => void {
    this.#open = [...this.#open, dialog];
    return () => (this.#open = this.#open.filter((one) => one !== dialog));
  }
}

export const layers = new Layers();
