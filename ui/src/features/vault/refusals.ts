// What the door says of a vault that does not open: what happened, and then what to do, one step at a time.
import type { Messages } from "../../generated/messages";
import type { ErrorView } from "../../generated/types";
import { errorText, say, t } from "../../lib/t";
import { brokenBy } from "./door";

type TextId = keyof Messages;

interface Parts {
  what: TextId;
  steps: readonly TextId[];
  /** It may be a breach, or is one if the vault is lost: it must be handled as one, whatever is done about the vault. */
  breach?: "may" | "lost";
}

const after = ["rights-again", "refused-do-old-gone"] as const;
const seek = ["refused-do-who", "refused-do-backup", ...after] as const;
const rebuild = ["refused-do-close", "refused-do-cloud", "refused-do-newest", ...after] as const;

/** The errors that are made of such parts; the text of the error is all of them after each other. */
export const parts: Partial<Record<string, Parts>> = {
  "vault.link": { what: "refused-link-what", steps: seek, breach: "may" },
  "vault.not_followed": { what: "refused-not-followed-what", steps: ["refused-do-folder", "refused-do-who"], breach: "may" },
  "vault.roster_refused": { what: "refused-roster-refused-what", steps: seek, breach: "may" },
  "vault.key_refused": { what: "refused-key-refused-what", steps: seek, breach: "may" },
  "vault.trail_cut": { what: "refused-trail-cut-what", steps: rebuild, breach: "may" },
  "vault.pages_replaced": { what: "refused-pages-replaced-what", steps: rebuild, breach: "may" },
  "vault.data_renamed": {
    what: "refused-data-renamed-what",
    steps: ["refused-do-same", "refused-do-copy", "refused-do-name", "refused-do-copy-gone"],
  },
  "vault.header_renamed": {
    what: "refused-header-renamed-what",
    steps: ["refused-do-same", "refused-do-copy", "refused-do-header", "refused-do-copy-gone"],
  },
  "vault.moved": { what: "refused-moved-what", steps: ["unlock-missing-stick", "refused-do-back"], breach: "lost" },
  "vault.not_ready": { what: "refused-not-ready-what", steps: ["refused-do-first", "refused-do-wait"] },
  "vault.too_old": { what: "refused-too-old-what", steps: ["refused-do-new", "rights-again", "refused-do-erase"] },
};

/** The refusals after which trying again gives the same answer: then another vault is the way on. */
const lasting: readonly string[] = [
  "vault.link",
  "vault.not_followed",
  "vault.roster_refused",
  "vault.key_refused",
  "vault.trail_cut",
  "vault.pages_replaced",
  "vault.too_old",
  "vault.too_new",
];

export function isLasting(refusal: ErrorView): boolean {
  return lasting.includes(refusal.code);
}

/** Why something may be a breach. */
export interface Breach {
  what: string;
  /** Is there a folder that must stay as it is? */
  folder: boolean;
}

/** Is a new vault the only way on? */
export const needsNew = (code: string | undefined): boolean => code === "vault.too_old";

/** A refusal in words. */
export interface Explained {
  what: string[];
  steps: string[];
  /** Absent where there can be no breach. */
  breach?: Breach;
}

const brokenSteps = ["unlock-step-cloud", "unlock-step-backup", ...after, "unlock-step-keep"] as const;

const breaches = {
  may: () => ({ what: t("breach-may"), folder: true }),
  lost: () => ({ what: t("unlock-missing-lost"), folder: false }),
  when: () => ({ what: `${t("unlock-breach-when")} ${t("breach-then")}`, folder: true }),
} as const satisfies Record<string, () => Breach>;

/** Explains a refusal; `place` is where the vault should be, `bySheet` that a new passphrase was chosen. */
export function explain(refusal: ErrorView, place: string | null, bySheet = false): Explained {
  const broken = brokenBy(refusal.code);
  const made = parts[refusal.code];
  if (!made && !broken) return explainOther(refusal, place, bySheet);
  // What is broken is said without the names of files. What to do is in `parts` the same as in the text of the error;
  // otherwise there are more steps here than that text has room for.
  const what = broken ? [t(broken.text), t("unlock-unchanged")] : [say(made?.what ?? "", refusal.args)];
  const breach = made ? made.breach : "when";
  return {
    what,
    steps: (made?.steps ?? brokenSteps).map((id) => say(id, refusal.args)),
    breach: breach && breaches[breach](),
  };
}

function explainOther(refusal: ErrorView, place: string | null, bySheet: boolean): Explained {
  if (refusal.code === "vault.missing" && place)
    return {
      what: [t("unlock-missing", { path: place })],
      steps: [t("unlock-missing-stick"), t("unlock-missing-moved")],
      breach: breaches.lost(),
    };
  // The general words of these speak of a last change; whoever opens the vault has made none.
  if (refusal.kind === "broken") {
    const code = refusal.incident ?? refusal.code;
    return { what: [t(bySheet ? "unlock-internal-sheet" : "unlock-internal", { code })], steps: [] };
  }
  return { what: [errorText(refusal.code, refusal.args)], steps: [] };
}
