// What the door does with a refusal: some are told beside what was typed, a vault of an earlier day asks for a choice, and all
// others are about the vault and not about what was typed.
import type { ErrorView } from "../../generated/types";

/** What was refused, and the same attempt once more for a person who says that an older vault is right. */
export interface Refused {
  refusal: ErrorView;
  older?: () => Promise<unknown>;
}

const besideTheField: readonly string[] = ["vault.wrong_passphrase", "vault.wait", "vault.in_use", "vault.no_keychain"];

/** Is this about what was typed, or about who else is in? */
export function isBesideField(refusal: ErrorView): boolean {
  return besideTheField.includes(refusal.code);
}

/** Is the vault of an earlier day than this computer remembers? */
export function isOlder(refusal: ErrorView): boolean {
  return refusal.code === "vault.older_copy";
}
