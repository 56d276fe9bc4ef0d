// Which vault, which user, and what they may do. The core decides; this is only its latest answer.
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

/** The part of a command that says which permission it needs to write. */
export type Writing = { readonly writes: Permission | null };

const lockVault = (): Promise<unknown> => vault.lock();

class Session {
  vault = $state.raw<VaultState>();
  error = $state.raw<ErrorView>();
  /** The vault is open, but the user still has setup steps to do, or a new sheet to make after a recovery. */
  atDoor = $state<"wizard" | "sheet" | null>(null);

  /** Is the user being asked whether to lock although input will be lost? */
  losing = $state(false);

  #blocks = $state(0);
  /** What closes the vault once the user has said that input may be lost. */
  #close = lockVault;
  /** Was the text size chosen before the unlock, when the user was not known yet? */
  #sized = false;

  get me(): Me | null {
    return this.vault?.me ?? null;
  }

  /** Somebody else chose the passphrase: the user must choose their own first. */
  get mustChoosePassphrase(): boolean {
    return this.vault?.phase === "open" && (this.me?.must_change_passphrase ?? false);
  }

  /** Is this a read-only session? Then nothing can be written, whatever the user's permissions. */
  get looking(): boolean {
    return this.vault?.phase === "open" && this.vault.read_only;
  }

  /** May the user see it? For actions use `may`. */
  can(permission: Seeing): boolean {
    return this.#has(permission);
  }

  /** May the user do it now? Whatever leads to a command that writes is shown by this, and by nothing else. */
  may(command: Writing): boolean {
    return !this.looking && this.mayOtherwise(command);
  }

  /** May the user do it in a session that is not read-only? For what explains why it cannot be done now. */
  mayOtherwise({ writes }: Writing): boolean {
    return writes !== null && this.#has(writes);
  }

  #has(permission: Permission): boolean {
    return this.me?.permissions.includes(permission) ?? false;
  }

  /** Is something running that must not be left or interrupted? */
  get blocked(): boolean {
    return this.#blocks > 0;
  }

  /** Until the work is done nobody can leave, and nothing locks: menu, bar, keys and back do nothing. */
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

  /** Loads the state, and follows its changes from now on. */
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

  // The text size belongs to the user and applies from the unlock on, unless it was just changed on the unlock screen.
  async #size(): Promise<void> {
    const stored = (await settings.get()).text_size;
    if (!this.#sized) textSize.set(stored);
    else if (textSize.now !== stored) await keepLook({ text_size: textSize.now });
    this.#sized = false;
    if (this.me) this.#keepDoor(this.me);
  }

  #take(state: VaultState): void {
    if (state.phase !== "open") {
      // It locked by itself: input that is not in the vault by now is lost.
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

  // First removes whatever the page still knows about people.
  #wipe(): void {
    this.atDoor = null;
    this.losing = false;
    notices.clear();
    router.forget();
  }

  /**
   * The user locks. If input cannot be kept, they are asked first; this does not wait long for a disk. What locks as a part of
   * something else is `close`: in the window nothing runs after it.
   */
  async lock(close = lockVault): Promise<void> {
    if (this.losing || this.blocked) return;
    this.#close = close;
    if (anyUnkept() || (anyTyped() && !(await soon(keepAll())))) this.losing = true;
    else await this.lockNow(false, close);
  }

  /**
   * Locks, whatever happens to the input. Unless `known`, lost input is reported after the unlock. A disk that does not
   * answer does not hold the lock up: what is still on its way then counts as lost until it arrives.
   */
  async lockNow(known = false, close = known ? this.#close : lockVault): Promise<void> {
    // The input is read now, and sent to the vault before the vault is asked to lock.
    const user = this.me?.user;
    const kept = keepAll().then((safe) => {
      if (known || safe) forgetLost();
      else if (user) noteLost(user);
      return safe;
    });
    // In the window the lock ends this page, so nothing after it runs.
    if (!known && user && anyTyped()) noteLost(user);
    this.#wipe();
    if (this.vault) this.vault = { ...this.vault, phase: "locked", me: null };
    try {
      await soon(kept);
      await close();
    } finally {
      await this.load();
    }
  }
}

// How many milliseconds a lock waits for a slow disk before it asks, or locks all the same.
const patience = 3000;
const soon = (kept: Promise<boolean>) => Promise.race([kept, new Promise<boolean>((done) => setTimeout(() => done(false), patience))]);

export const session = new Session();

/** Saves the appearance: for everybody if the user may change settings, else for this user; never when read-only. */
export async function keepLook(look: Look): Promise<boolean> {
  if (session.looking) return false;
  await (session.may(settings.set) ? settings.set(look) : settings.look(look));
  return true;
}
