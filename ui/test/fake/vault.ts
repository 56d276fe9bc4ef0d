// A vault with three users. The passphrase is "vier woorden op rij".
import type { Me, Permission, UserId, VaultState } from "../../src/generated/types";
import { asked, refuse, type Answers } from "./ask";

const all: Permission[] = [
  "own",
  "people_see",
  "people_see_all",
  "people_write",
  "notes_see",
  "notes_write",
  "import_run",
  "consent_see",
  "consent_write",
  "retention_see",
  "retention_run",
  "report_make",
  "settings_write",
  "trail_see",
  "users_manage",
  "vault_manage",
];
const viewer: Permission[] = ["own", "people_see", "consent_see"];

// The findings at unlock: `?told=attempts,header,users,clock`.
function told(): Me["told"] {
  const all: Record<string, Me["told"][number]> = {
    attempts: { code: "vault.failed_attempts", args: { count: "3" } },
    header: { code: "vault.second_header", args: {} },
    users: { code: "user.differs", args: { count: "1" } },
    clock: { code: "clock.doubtful", args: { last: String(Date.UTC(2027, 10, 2, 9, 14)) } },
  };
  return (asked.get("told") ?? "").split(",").flatMap((name) => all[name] ?? []);
}

// What was set aside: `?aside=2` for two versions, `?aside=overwritten`, or `?aside=lost`.
function setAside(): VaultState["set_aside"] {
  const how = asked.get("aside");
  if (how === null) return null;
  const places = Array.from({ length: Number(how) || 0 }, (_, at) => `/home/ria/Ledenkluis/veldrade 2026-11-2${at + 1} 14.32.15.kluis`);
  return { places, overwritten: how === "overwritten" };
}

const own = "vier woorden op rij";
function askAgain(passphrase: string): void {
  if (passphrase === own) return;
  state.wait_seconds = 4;
  throw refuse("vault.wrong_passphrase");
}

export const me: Me = {
  user: "u1",
  name: "Ria de Boer",
  roles: ["secretary"],
  admin: true,
  permissions: asked.get("role") === "viewer" ? viewer : all,
  told: told(),
  language: (asked.get("lang") ?? "nl") as Me["language"],
  theme: (asked.get("theme") ?? "light") as Me["theme"],
  idle_minutes: Number(asked.get("idle") ?? 10),
  recovery_confirmed: false,
  must_change_passphrase: false,
};

export const state: VaultState = {
  phase: (asked.get("state") ?? "open") as VaultState["phase"],
  association: "Muziekvereniging Veldrade",
  users: [
    { id: "u1", name: "Ria de Boer", roles: ["secretary"] },
    { id: "u2", name: "Henk Visser", roles: ["treasurer"] },
    { id: "u3", name: "Sanne Kuipers", roles: ["privacy"] },
  ],
  names_hidden: asked.has("hidden"),
  wait_seconds: Number(asked.get("wait") ?? 0),
  device_users: asked.has("device") ? ["u1"] : [],
  read_only: false,
  in_use: asked.has("inuse") ? { computer: "kantoor-pc", since: Date.UTC(2026, 10, 23, 9, 14), elsewhere: false } : null,
  me: null,
  demo: asked.has("demo"),
  place: "/home/ria/Ledenkluis/veldrade.kluis",
  cloud: null,
  keychain: true,
  problem: asked.has("problem") ? refuse(asked.get("problem") ?? "") : null,
  set_aside: setAside(),
  version_of: asked.get("version"),
  look: null,
};
if (asked.has("first")) me.must_change_passphrase = true;
if (asked.has("nokeychain")) state.keychain = false;
if (asked.has("cloud")) state.cloud = "Dropbox";
if (state.phase === "open") state.me = me;
if (state.phase === "none") Object.assign(state, { association: null, users: [] });

/** What is told of the vault whose version is chosen. */
let kept: VaultState["set_aside"] = null;

const words = ["molen", "fiets", "appel", "rivier", "kastje", "tulp", "wolk", "brug", "kaars", "haven"];
let turn = 0;

export const answers: Answers = {
  vault_state: () => ({ ...state }),
  vault_words: () => ({ words: [0, 1, 2, 3, 4, 5].map((n) => words[(turn++ + n * 3) % words.length]) }),
  vault_strength: ({ passphrase }: { passphrase: string }) => {
    const score = Math.min(4, Math.floor(passphrase.length / 7));
    const reason = passphrase.length < 16 ? "short" : score < 3 ? "weak" : score < 4 ? "good" : "strong";
    return { score, acceptable: reason === "good" || reason === "strong", reason };
  },
  vault_create: ({ association, user_name }: { association: string; user_name: string }) => {
    if (!association.trim()) throw refuse("input.invalid", { association: "field.required" });
    me.name = user_name;
    Object.assign(state, { phase: "open", association, me, users: [{ id: "u1", name: user_name, roles: me.roles }] });
    return { vault_id: "v1", user_id: "u1" };
  },
  demo_fill: () => ({ people: 250 }),
  vault_place: () => ({ path: "/home/ria/Dropbox/kluis", cloud: "Dropbox" }),
  vault_choose: () => Object.assign(state, { phase: "locked", association: "Muziekvereniging Veldrade" }),
  vault_choose_version: ({ place }: { place: string | null }) => {
    const to = place ?? state.version_of;
    const isThere = place === null || state.set_aside?.places.includes(place);
    if (to === null || !isThere) throw refuse("vault.missing");
    const isBack = place === null;
    Object.assign(state, { phase: "locked", me: null, place: to, version_of: isBack ? null : state.place });
    [state.set_aside, kept] = isBack ? [kept, null] : [null, state.set_aside];
    return { ...state };
  },
  vault_unlock: ({ passphrase, user, older_is_right }: { passphrase: string; user: UserId | null; older_is_right: boolean }) => {
    const code = asked.get("refuse");
    if (code && !older_is_right) throw refuse(code, {}, { rows: "12", until: String(Date.UTC(2026, 10, 2, 9, 14)) });
    if (state.in_use) throw refuse("vault.in_use");
    if (passphrase !== "vier woorden op rij") {
      state.wait_seconds = 4;
      throw refuse("vault.wrong_passphrase");
    }
    state.phase = "open";
    state.me = { ...me, user: user ?? "u1" };
    return state.me;
  },
  vault_unlock_device: () => Object.assign(state, { phase: "open", me }).me,
  vault_unlock_recovery: () => Object.assign(state, { phase: "open", me }).me,
  vault_recovery_group: ({ group }: { group: string }) => ({ right: group.toUpperCase().startsWith("A") }),
  vault_lock: () => Object.assign(state, { phase: "locked", me: null }) && {},
  vault_recovery_make: ({ passphrase, groups }: { passphrase: string; groups?: string[] }) => {
    if (state.phase === "open" && me.name === "Ria de Boer" && !asked.has("state")) askAgain(passphrase);
    if (asked.has("less") && !groups) throw refuse("vault.sheet_lacks", {}, { compartments: "giving confidential" });
    return { ask: [3, 7], lacks: asked.has("lacks") ? ["giving"] : [] };
  },
  vault_recovery_save: () => ({ pages: 1, bytes: 20480, sha256: "", path: "herstelblad.pdf", open: "f9" }),
  vault_recovery_confirm: ({ a }: { a: string }) => {
    if (!a.toUpperCase().startsWith("A")) throw refuse("vault.recovery_group", {}, { n: "3" });
    me.recovery_confirmed = true;
    return {};
  },
  vault_change_passphrase: ({ old }: { old: string }) => {
    if (old !== "vier woorden op rij") throw refuse("vault.wrong_passphrase");
    return {};
  },
  vault_names: ({ hidden }: { hidden: boolean }) => Object.assign(state, { names_hidden: hidden }) && {},
  vault_remember: ({ on, passphrase }: { on: boolean; passphrase: string }) => {
    askAgain(passphrase);
    return Object.assign(state, { device_users: on ? ["u1"] : [] }) && {};
  },
  vault_clock_right: () => Object.assign(me, { told: me.told.filter((one) => one.code !== "clock.doubtful") }) && {},
  vault_verify: () => ({ ok: true, findings: [] }),
};
