// Every place in the application, as a link. Features use these names instead of addresses.
import { session } from "./session.svelte";
import { t } from "./t";

export const places = {
  today: "#/vandaag",
  people: "#/personen",
  newPerson: "#/personen/nieuw",
  person: (person: string, tab?: string) => `#/personen/${person}${tab ? `/${tab}` : ""}`,
  editPerson: (person: string) => `#/personen/${person}/wijzigen`,
  import: "#/importeren",
  consent: "#/toestemming",
  retention: "#/bewaartermijnen",
  retentionTab: (tab: string) => `#/bewaartermijnen/${tab}`,
  users: "#/beheer/gebruikers",
  settings: "#/beheer/instellingen",
  /** The settings, with the dialog of the recovery sheet open. */
  recoverySheet: "#/beheer/instellingen?toon=herstelblad",
  log: "#/beheer/logboek",
  imports: "#/beheer/importen",
} as const;

/** The tabs of Beheer that this user may open. */
export function adminTabs(current: string): { href: string; label: string; current: boolean }[] {
  const all = [
    { href: places.users, label: t("settings-tab-users"), may: session.can("users_manage") },
    { href: places.log, label: t("settings-tab-log"), may: session.can("trail_see") },
    { href: places.imports, label: t("settings-tab-imports"), may: session.can("import_run") },
    { href: places.settings, label: t("settings-tab-settings"), may: true },
  ];
  return all.filter((tab) => tab.may).map(({ href, label }) => ({ href, label, current: href === current }));
}
