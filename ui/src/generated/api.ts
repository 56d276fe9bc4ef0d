// Made by `cargo xtask gen` from the core. Not to be edited.
import { command } from "../lib/rpc";
import type * as T from "./types";

export const audit = {
  list: command<T.TrailRequest, Array<T.TrailLine>>("audit_list", ["Trail", "People"]),
  of: command<T.TrailOfPerson, Array<T.TrailLine>>("audit_of", ["Trail"]),
  verify: command<T.Nothing, T.TrailVerdict>("audit_verify", ["Trail"]),
};

export const consent = {
  of: command<T.ByPerson, Array<T.ConsentRow>>("consent_of", ["Consent", "People"]),
  history: command<T.ByPerson, Array<T.ConsentLine>>("consent_history", ["Consent", "People"]),
  overview: command<T.Nothing, Array<T.ConsentCount>>("consent_overview", ["Consent", "People"]),
  record: command<T.RecordConsent, T.Nothing>("consent_record", [], "consent_write"),
  withdraw: command<T.WithdrawConsent, T.Nothing>("consent_withdraw", [], "consent_write"),
  reopen: command<T.ReopenConsent, T.Nothing>("consent_reopen", [], "consent_write"),
};

export const demo = {
  fill: command<T.DemoRequest, T.Filled>("demo_fill", [], "vault_manage"),
};

export const donations = {
  list: command<T.ByPerson, Array<T.DonationView>>("donations_list", ["Donations"]),
  record: command<T.NewDonation, T.DonationId>("donations_record", [], "donations_write"),
};

export const drafts = {
  list: command<T.Nothing, Array<T.Draft>>("drafts_list", ["Drafts"]),
  keep: command<T.NewDraft, T.Nothing>("drafts_keep", [], "own"),
  drop: command<T.DraftByPlace, T.Nothing>("drafts_drop", [], "own"),
};

export const erasure = {
  list: command<T.Nothing, Array<T.ErasureRow>>("erasure_list", ["Erasure"]),
  run: command<T.RunErasure, T.ErasureDone>("erasure_run", [], "retention_run"),
  proof: command<T.ErasureProof, T.Written>("erasure_proof", [], "retention_see"),
};

export const exports = {
  report: command<T.ReportRequest, T.ReportMade>("export_report", [], "report_make"),
};

export const imports = {
  inspect: command<T.ImportInspectRequest, T.Inspection>("import_inspect", []),
  open: command<T.ImportOpen, T.ImportPreview>("import_open", ["Import"]),
  check: command<T.ImportRequest, T.ImportChecked>("import_check", ["People", "Import"]),
  rows: command<T.ImportRequest, Array<T.ImportRowOutcome>>("import_rows", ["People", "Import"]),
  run: command<T.ImportRequest, T.ImportDone>("import_run", [], "import_run"),
  problems: command<T.ImportProblems, T.Written>("import_problems", [], "import_run"),
  undo: command<T.ImportUndo, T.ImportUndone>("import_undo", [], "import_run"),
  list: command<T.Nothing, Array<T.ImportRow>>("import_list", ["Import"]),
};

export const people = {
  list: command<T.PeopleFilter, T.PeoplePage>("people_list", ["People", "Consent"]),
  place: command<T.PlaceRequest, T.PlaceInList>("people_place", ["People"]),
  get: command<T.ByPerson, T.PersonView>("people_get", ["People"]),
  note: command<T.ByPerson, T.PersonNote>("people_note", ["People"]),
  export: command<T.PeopleFilter, T.PeopleExport>("people_export", ["People"]),
  doubles: command<T.Nothing, Array<T.PeopleDouble>>("people_doubles", ["People"]),
  similar: command<T.SimilarRequest, T.Similar>("people_similar", ["People"]),
  create: command<T.NewPerson, T.PersonId>("people_create", [], "people_write"),
  change: command<T.ChangePerson, T.Nothing>("people_change", [], "people_write"),
  startRelation: command<T.StartRelation, T.RelationId>("people_start_relation", [], "people_write"),
  endRelation: command<T.EndRelation, T.Nothing>("people_end_relation", [], "people_write"),
  reopenRelation: command<T.ReopenRelation, T.Nothing>("people_reopen_relation", [], "people_write"),
  changeRelation: command<T.ChangeRelation, T.Nothing>("people_change_relation", [], "people_write"),
};

export const purposes = {
  list: command<T.Nothing, Array<T.PurposeRow>>("purposes_list", ["Purposes", "Settings"]),
};

export const retention = {
  due: command<T.DueRequest, T.RetentionDue>("retention_due", ["People", "Retention", "Consent", "Donations"]),
  preview: command<T.ByPerson, T.ErasurePreview>("retention_preview", ["People", "Retention", "Consent", "Donations"]),
  keepBars: command<T.ByPerson, Array<T.KeepBar>>("retention_keep_bars", ["People", "Retention", "Consent", "Donations"]),
  until: command<T.UntilRequest, Array<T.KeptUntil>>("retention_until", ["People", "Retention", "Consent", "Donations"]),
  afterEnd: command<T.AfterEndRequest, T.AfterEnd>("retention_after_end", ["People", "Retention", "Consent", "Donations"]),
  rules: command<T.Nothing, T.RetentionRules>("retention_rules", ["People", "Retention", "Consent", "Donations"]),
  keep: command<T.KeepLonger, T.Nothing>("retention_keep", [], "retention_run"),
  unkeep: command<T.ByPerson, T.Nothing>("retention_unkeep", [], "retention_run"),
};

export const settings = {
  get: command<T.Nothing, T.Settings>("settings_get", ["Settings"]),
  set: command<T.SettingsChange, T.Nothing>("settings_set", [], "settings_write"),
  look: command<T.Look, T.Nothing>("settings_look", [], "own"),
};

export const today = {
  overview: command<T.Nothing, T.TodayOverview>("today_overview", ["People", "Consent", "Retention", "Donations", "Settings", "Vault"]),
};

export const users = {
  list: command<T.Nothing, Array<T.UserRow>>("users_list", ["Users"]),
  administrators: command<T.Nothing, Array<string>>("users_administrators", ["Users"]),
  add: command<T.NewUser, T.UserId>("users_add", [], "users_manage"),
  change: command<T.ChangeUser, T.Nothing>("users_change", [], "users_manage"),
  remove: command<T.RemoveUser, T.Nothing>("users_remove", [], "users_manage"),
};

export const vault = {
  state: command<T.Nothing, T.VaultState>("vault_state", ["Vault", "Users", "Settings"]),
  place: command<T.ChooseVault, T.VaultPlace>("vault_place", []),
  words: command<T.WordsRequest, T.Words>("vault_words", []),
  strength: command<T.StrengthRequest, T.Strength>("vault_strength", []),
  recoveryGroup: command<T.RecoveryGroup, T.RecoveryGroupRight>("vault_recovery_group", []),
  create: command<T.NewVault, T.VaultMade>("vault_create", []),
  choose: command<T.ChooseVault, T.VaultState>("vault_choose", []),
  chooseVersion: command<T.ChooseVersion, T.VaultState>("vault_choose_version", []),
  unlock: command<T.Unlock, T.Me>("vault_unlock", []),
  unlockDevice: command<T.UnlockDevice, T.Me>("vault_unlock_device", []),
  unlockRecovery: command<T.UnlockRecovery, T.Me>("vault_unlock_recovery", []),
  remember: command<T.Remember, T.Nothing>("vault_remember", [], "own"),
  lock: command<T.Nothing, T.Nothing>("vault_lock", []),
  changePassphrase: command<T.ChangePassphrase, T.Nothing>("vault_change_passphrase", [], "own"),
  recoveryMake: command<T.RecoveryRequest, T.RecoveryAsked>("vault_recovery_make", [], "vault_manage"),
  recoverySave: command<T.RecoverySave, T.Written>("vault_recovery_save", [], "vault_manage"),
  recoveryConfirm: command<T.RecoveryConfirm, T.Nothing>("vault_recovery_confirm", [], "vault_manage"),
  recoveryText: command<T.RecoveryRequest, T.RecoveryText>("vault_recovery_text", [], "vault_manage"),
  clockRight: command<T.Nothing, T.Nothing>("vault_clock_right", [], "own"),
  names: command<T.VaultNames, T.Nothing>("vault_names", [], "vault_manage"),
  verify: command<T.Nothing, T.VaultVerdict>("vault_verify", ["Vault", "Trail"]),
};

export const rightsOf: Record<T.Role, readonly T.Permission[]> = {
  secretary: ["own", "people_see", "people_see_phone", "people_see_payer", "people_see_all", "people_export", "people_write", "notes_see", "notes_write", "import_run", "consent_see", "consent_see_all", "consent_write", "retention_see_tax", "retention_see", "retention_run", "report_make", "settings_write"],
  treasurer: ["own", "people_see", "people_see_payer", "retention_see_tax", "donations_see", "donations_write"],
  viewer: ["own", "people_see", "people_see_phone", "consent_see"],
  privacy: ["own", "people_see", "people_see_phone", "people_see_payer", "people_see_all", "notes_see", "consent_see", "consent_see_all", "consent_write", "retention_see_tax", "retention_see", "retention_run", "report_make", "trail_see"],
};

export const rightsOfAdmin: readonly T.Permission[] = ["settings_write", "trail_see", "users_manage", "vault_manage"];

export type Seeing = Exclude<T.Permission, "people_write" | "consent_write" | "retention_run" | "report_make" | "donations_write" | "settings_write" | "vault_manage">;
