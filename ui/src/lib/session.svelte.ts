// Which vault, who is signed in, what they may do. The core decides; this only knows what it said last.
import { settings, vault, type Seeing } from "../generated/api";
import type { ErrorView, Look, Me, Permission, VaultState } from "../generated/types";
import { keepDoor } from "./door";
import { errorView } from "./host";
import { anyTyped, anyUnkept, keepAll } from "./kept.svelte";
import { language } from "./language.svelte";
import { forgetLost, noteLost } from "./lost";
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

  /** Is it asked whether to lock although something typed is lost by it? */
  losing = $state(false);

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
    if (state.phase !== "open") {
      // It locked by itself: what is not in the vault by now is lost.
      if (this.me && anyTyped()) noteLost(this.me.user);
      this.#wipe();
    }
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
    this.losing = false;
    notices.clear();
    router.forget();
  }

  /** Somebody locks. Where something typed cannot be kept, it is asked first; nobody waits long for the answer of a disk. */
  async lock(): Promise<void> {
    if (this.losing) return;
    if (anyUnkept() || (anyTyped() && !(await soon(keepAll())))) this.losing = true;
    else await this.lockNow();
  }

  /** Locks, whatever becomes of what is typed; who comes back is told when it was lost, unless that was known. */
  async lockNow(known = false): Promise<void> {
    // What is typed is read now, and is on its way to the vault before the vault is asked to lock.
    const user = this.me?.user;
    const kept = keepAll().then((safe) => {
      if (known || safe) forgetLost();
      else if (user) noteLost(user);
    });
    // In the window nothing comes after the lock.
    if (!known && user && anyTyped()) noteLost(user);
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

// Locking is not kept waiting by a disk that does not answer.
const patience = 3000;
const soon = (kept: Promise<boolean>) => Promise.race([kept, new Promise<boolean>((done) => setTimeout(() => done(false), patience))]);

export const session = new Session();

/** Keeps how it looks: for all, by who may set that; else for who is at the keyboard. Who only looks sees it, and nothing keeps it. */
export async function keepLook(look: Look): Promise<boolean> {
  if (session.looking) return false;
  await (session.may(settings.set) ? settings.set(look) : settings.look(look));
  return true;
}
