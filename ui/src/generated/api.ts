// Made by `cargo xtask gen` from the core. Not to be edited.
import { command } from "../lib/rpc";
import type * as T from "./types";

export const audit = {
  list: command<T.ListRequest, Array<T.Line>>("audit_list", ["Trail"]),
  verify: command<T.Nothing, T.Verdict>("audit_verify", ["Trail"]),
};

export const people = {
  list: command<T.Filter, T.Page>("people_list", ["People"]),
  get: command<T.ByPerson, T.PersonView>("people_get", ["People"]),
  similar: command<T.SimilarRequest, T.Similar>("people_similar", ["People"]),
  create: command<T.NewPerson, T.PersonId>("people_create", []),
  change: command<T.ChangePerson, T.Nothing>("people_change", []),
  startRelation: command<T.StartRelation, string>("people_start_relation", []),
  endRelation: command<T.EndRelation, T.Nothing>("people_end_relation", []),
};

export const settings = {
  get: command<T.Nothing, T.Settings>("settings_get", ["Settings"]),
  set: command<T.Change, T.Nothing>("settings_set", []),
};

export const today = {
  overview: command<T.Nothing, T.Overview>("today_overview", ["People", "Consent", "Retention", "Erasure", "Settings"]),
};

export const users = {
  list: command<T.Nothing, Array<T.UserRow>>("users_list", ["Users"]),
  add: command<{ name: string, roles: Array<T.Role>, admin: boolean, passphrase: string, }, T.UserId>("users_add", []),
  change: command<{ user: T.UserId, roles: Array<T.Role>, admin: boolean, }, T.Nothing>("users_change", []),
  remove: command<{ user: T.UserId, }, T.Nothing>("users_remove", []),
};

export const vault = {
  state: command<T.Nothing, T.VaultState>("vault_state", ["Vault"]),
  words: command<{ language: string, }, T.Words>("vault_words", []),
  strength: command<{ passphrase: string, }, T.Strength>("vault_strength", []),
  create: command<T.NewVault, T.VaultMade>("vault_create", []),
  choose: command<{ place: T.FileToken, }, T.VaultState>("vault_choose", []),
  unlock: command<T.Unlock, T.Me>("vault_unlock", []),
  unlockDevice: command<{ user: T.UserId, }, T.Me>("vault_unlock_device", []),
  unlockRecovery: command<T.UnlockRecovery, T.Me>("vault_unlock_recovery", []),
  recoveryGroup: command<{ index: number, group: string, }, { right: boolean, }>("vault_recovery_group", []),
  lock: command<T.Nothing, T.Nothing>("vault_lock", []),
  changePassphrase: command<{ old: string, new: string, }, T.Nothing>("vault_change_passphrase", []),
  remember: command<{ on: boolean, }, T.Nothing>("vault_remember", []),
  recoveryMake: command<{ groups?: Array<string>, }, T.RecoveryAsked>("vault_recovery_make", []),
  recoverySave: command<{ target: T.Target, }, T.Written>("vault_recovery_save", []),
  recoveryConfirm: command<{ a: string, b: string, }, T.Nothing>("vault_recovery_confirm", []),
  verify: command<T.Nothing, T.VaultVerdict>("vault_verify", []),
};
