// Which vault, who is signed in, what they may do. The core decides; this only knows what it said last.
import { settings, vault, type Seeing } from "../generated/api";
import type { ErrorView, Look, Me, Permission, VaultState } from "../generated/types";
import { keepDoor } from "./door";
import { errorView } from "./host";
import { keepAll } from "./kept.svelte";
import { language } from "./language.svelte";
import { notices } from "./notices.svelte";
import { router } from "./router.svelte";
import { textSize } from "./textSize.svelte";
import { theme } from "./theme.svelte";
import { onTouch } from "./touch";

/** A command, as far as it says which right it needs to write. */
export type Writing = { readonly writes: Permission | null };

class Session {
  vault = $state.raw<VaultState>();
  error = $state.raw<ErrorView>();
  /** Somebody stays at the door although the vault is open: the last steps of the start, or the new sheet after a recovery. */
  atDoor = $state<"wizard" | "sheet" | null>(null);

  #blocks = $state(0);
  /** Was the size chosen at the door, before anybody was known? */
  #sized = false;

  get me(): Me | null {
    return this.vault?.me ?? null;
  }

  /** Somebody else chose the passphrase: an own one comes first. */
  get mustChoosePassphrase(): boolean {
    return this.vault?.phase === "open" && (this.me?.must_change_passphrase ?? false);
  }

  /** Was the vault opened to look only? Then nothing can be written, whoever looks. */
  get looking(): boolean {
    return this.vault?.phase === "open" && this.vault.read_only;
  }

  /** May this person see it? What can be done is asked with `may`. */
  can(permission: Seeing): boolean {
    return this.#has(permission);
  }

  /** May this person do it now? Whatever leads to a command that writes is shown by this, and by nothing else. */
  may(command: Writing): boolean {
    return !this.looking && this.mayOtherwise(command);
  }

  /** May this person do it, if the vault is open to work in? For what says why it cannot be done now. */
  mayOtherwise({ writes }: Writing): boolean {
    return writes !== null && this.#has(writes);
  }

  #has(permission: Permission): boolean {
    return this.me?.permissions.includes(permission) ?? false;
  }

  /** Does something run that must not be left or broken off? */
  get blocked(): boolean {
    return this.#blocks > 0;
  }

  /** Nobody leaves, and nothing locks, before the answer is on screen: menu, bar, keys and back do nothing while it runs. */
  async unbroken<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const open = router.close();
    this.#blocks += 1;
    try {
      return await work();
    } finally {
      this.#blocks -= 1;
      open();
    }
  }

  /** Begins: what is there, and from now on whatever happens to it. */
  async start(): Promise<void> {
    textSize.chosen = (percent) => {
      if (this.me) void keepLook({ text_size: percent }).catch(() => {});
      else this.#sized = true;
    };
    onTouch(["Vault", "Settings"], () => void this.load());
    await this.load();
  }

  async load(): Promise<void> {
    try {
      const before = this.me?.user;
      this.#take(await vault.state());
      this.error = undefined;
      if (this.me && this.me.user !== before) await this.#size();
    } catch (cause) {
      this.error = errorView(cause);
    }
  }

  // The size is the person's, and belongs to what they see next; unless it was chosen at the door a moment ago.
  async #size(): Promise<void> {
    const stored = (await settings.get()).text_size;
    if (!this.#sized) textSize.set(stored);
    else if (textSize.now !== stored) await keepLook({ text_size: textSize.now });
    this.#sized = false;
    if (this.me) this.#keepDoor(this.me);
  }

  #take(state: VaultState): void {
    if (state.phase !== "open") this.#wipe();
    if (state.me) {
      language.set(state.me.language);
      theme.set(state.me.theme);
      this.#keepDoor(state.me);
    }
    this.vault = state;
  }

  #keepDoor({ language, theme, user }: Me): void {
    keepDoor({ language, theme, user, textSize: textSize.now });
  }

  // Whatever the page still knows of people goes first.
  #wipe(): void {
    this.atDoor = null;
    notices.clear();
    router.forget();
  }

  /** Locks: the page is empty before the core is asked. In the window another page takes its place, and nothing comes after. */
  async lock(): Promise<void> {
    // What is typed is read now, and is on its way to the vault before the vault is asked to lock.
    const kept = keepAll();
    this.#wipe();
    if (this.vault) this.vault = { ...this.vault, phase: "locked", me: null };
    try {
      await kept;
      await vault.lock();
    } finally {
      await this.load();
    }
  }
}

export const session = new Session();

/** Keeps how it looks: for all, by who may set that; else for who is at the keyboard. Who only looks sees it, and nothing keeps it. */
export async function keepLook(look: Look): Promise<boolean> {
  if (session.looking) return false;
  await (session.may(settings.set) ? settings.set(look) : settings.look(look));
  return true;
}
