// How the unlock screen handles a refusal: some are shown beside the field, an older vault asks for a choice, and all
// others are about the vault and not about what was typed.
import type { ErrorView } from "../../generated/types";
import { noGroups } from "../../shared/groups";

/** How to repeat an attempt. */
export interface How {
  /** The user says that the vault may be older. */
  older?: boolean;
  /** Open it read-only. */
  look?: boolean;
}

/** A refusal, and how to repeat the attempt with what was typed. */
export interface Refused {
  refusal: ErrorView;
  /** The vault that it is about: where the attempt began. She may be at another by now. */
  place: string | null;
  again: (how: How) => Promise<unknown>;
  /** Can this attempt be repeated read-only? */
  canLook?: boolean;
  /** Was a new passphrase chosen, with the recovery sheet? */
  bySheet?: boolean;
}

/**
 * What is being filled in at the door. It stays while a refusal or the recovery sheet is shown, so that a way back costs
 * no typing. It is wiped when the vault opens or another one is chosen, and is stored nowhere.
 */
export interface Typed {
  /** The chosen user, or the one that was filled in for them. */
  user: string;
  /** Did the user choose it, rather than the page? Only then may the recovery sheet take it over. */
  chosen: boolean;
  name: string;
  passphrase: string;
  /** What is wrong with it. */
  error: string;
  /** The groups of the recovery sheet. */
  groups: string[];
  /** The user says that the other computer, which the folder names, has the vault closed. */
  closedElsewhere: boolean;
}

export const nothingTyped = (): Typed => ({
  user: "",
  chosen: false,
  name: "",
  passphrase: "",
  error: "",
  groups: noGroups(),
  closedElsewhere: false,
});

const besideTheField: readonly string[] = [
  "vault.wrong_passphrase",
  "vault.wrong_passphrase_older",
  "vault.wait",
  "vault.in_use",
  "vault.no_keychain",
];

/** Is this about what was typed, or about who else has the vault open? */
export function isBesideField(refusal: ErrorView): boolean {
  return besideTheField.includes(refusal.code);
}

const aboutTheSheet: readonly string[] = [
  "vault.recovery_group",
  "vault.recovery_wrong",
  "vault.recovery_none",
  "vault.sheet_lacks_last",
  "user.missing",
];

/** Is this about the recovery sheet, or about whom it is for? */
export function isAboutSheet(refusal: ErrorView): boolean {
  return aboutTheSheet.includes(refusal.code);
}

/** Is the vault older than this computer remembers? */
export function isOlder(refusal: ErrorView): boolean {
  return refusal.code === "vault.older_copy";
}

const [lock, data] = ["header.json, header.bak", "data.db"];

/** What is broken in an incomplete or damaged vault: a text without file names, and the files for whoever helps. */
export const broken = {
  "vault.halves_differ": { text: "unlock-broken-differ", file: `${lock}, ${data}` },
  "vault.header_older": { text: "unlock-broken-lock-older", file: lock },
  "vault.data_older": { text: "unlock-broken-data-older", file: data },
  "vault.data_missing": { text: "unlock-broken-data-missing", file: data },
  "vault.header_damaged": { text: "unlock-broken-lock", file: lock },
  "vault.damaged": { text: "unlock-broken-data", file: data },
  "vault.pages_replaced": { text: "unlock-broken-replaced", file: data },
} as const;

/** The entry for this code, if there is one. */
export function brokenBy(code: string): (typeof broken)[keyof typeof broken] | undefined {
  return (broken as Partial<Record<string, (typeof broken)[keyof typeof broken]>>)[code];
}
