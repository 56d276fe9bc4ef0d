// What the door does with a refusal: some are told beside what was typed, a vault of an earlier day asks for a choice, and all
// others are about the vault and not about what was typed.
import type { ErrorView } from "../../generated/types";

/** How the same attempt is made once more. */
export interface How {
  /** A person says that it is right that the vault is older. */
  older?: boolean;
  /** Only to look. */
  look?: boolean;
}

/** What was refused, and the same attempt once more, with what was typed. */
export interface Refused {
  refusal: ErrorView;
  again: (how: How) => Promise<unknown>;
  /** Can it be opened only to look, in this way? */
  canLook?: boolean;
}

const besideTheField: readonly string[] = [
  "vault.wrong_passphrase",
  "vault.wrong_passphrase_older",
  "vault.wait",
  "vault.in_use",
  "vault.no_keychain",
];

/** Is this about what was typed, or about who else is in? */
export function isBesideField(refusal: ErrorView): boolean {
  return besideTheField.includes(refusal.code);
}

/** Is the vault of an earlier day than this computer remembers? */
export function isOlder(refusal: ErrorView): boolean {
  return refusal.code === "vault.older_copy";
}

const [lock, data] = ["header.json, header.bak", "data.db"];

/** What is broken in a folder that is no whole vault any more, in words without files; and the files, for who helps. */
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
