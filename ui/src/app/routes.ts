// The table of screens: path, component, permissions, menu item, help. It only hides; the core checks every command.
import type { Component } from "svelte";
import AuditScreen from "../features/audit/AuditScreen.svelte";
import ConsentScreen from "../features/consent/ConsentScreen.svelte";
import ImportScreen from "../features/import/ImportScreen.svelte";
import ImportsScreen from "../features/import/ImportsScreen.svelte";
import ChangePersonScreen from "../features/people/ChangePersonScreen.svelte";
import EditScreen from "../features/people/EditScreen.svelte";
import PeopleScreen from "../features/people/PeopleScreen.svelte";
import SettingsScreen from "../features/settings/SettingsScreen.svelte";
import TodayScreen from "../features/today/TodayScreen.svelte";
import UsersScreen from "../features/users/UsersScreen.svelte";
import { imports, people, type Seeing } from "../generated/api";
import type { IconName } from "../kit/icons";
import { places } from "../lib/places";
import type { Writing } from "../lib/session.svelte";
import type { PlainId } from "../lib/t";
import PersonScreen from "../views/person/PersonScreen.svelte";
import RetentionScreen from "../views/retention/RetentionScreen.svelte";
import type { Topic } from "./topics";

/** The named parts of the path, which every screen gets. */
export type Params = Record<string, string>;

/** A screen. One that needs no params declares none. */
export type Screen = Component<{ params: Params }>;

export interface Route {
  /** A pattern, such as '/personen/:person/:tab?'. */
  path: string;
  screen: Screen | Component<Record<string, never>>;
  /** Any one of these permissions is enough. */
  needs: readonly Seeing[];
  /** The write command that the screen is for, if the screen is useless in a read-only session. */
  does?: Writing;
  nav: NavKey;
  help: Topic;
}

export type NavKey = "today" | "people" | "consent" | "retention" | "admin";

export interface NavItem {
  key: NavKey;
  title: PlainId;
  icon: IconName;
  href: string;
}

export const nav: readonly NavItem[] = [
  { key: "today", title: "nav-today", icon: "sun", href: places.today },
  { key: "people", title: "nav-people", icon: "users", href: places.people },
  { key: "consent", title: "nav-consent", icon: "file-check", href: places.consent },
  { key: "retention", title: "nav-retention", icon: "hourglass", href: places.retention },
  { key: "admin", title: "nav-admin", icon: "settings", href: places.settings },
];

// The first match wins, so more specific paths come first.
export const routes: readonly Route[] = [
  { path: "/vandaag", screen: TodayScreen, needs: ["own"], nav: "today", help: "today" },
  { path: "/importeren", screen: ImportScreen, needs: ["import_run"], does: imports.run, nav: "people", help: "import" },
  { path: "/bewaartermijnen/:tab?", screen: RetentionScreen, needs: ["retention_see_tax"], nav: "retention", help: "retention" },
  { path: "/beheer/importen", screen: ImportsScreen, needs: ["import_run"], nav: "admin", help: "import" },
  { path: "/personen", screen: PeopleScreen, needs: ["people_see"], nav: "people", help: "people" },
  { path: "/personen/nieuw", screen: EditScreen, needs: ["people_see"], does: people.create, nav: "people", help: "person" },
  {
    path: "/personen/:person/wijzigen",
    screen: ChangePersonScreen,
    needs: ["people_see"],
    does: people.change,
    nav: "people",
    help: "person",
  },
  { path: "/personen/:person/:tab?", screen: PersonScreen, needs: ["people_see"], nav: "people", help: "person" },
  { path: "/toestemming", screen: ConsentScreen, needs: ["consent_see"], nav: "consent", help: "consent" },
  { path: "/beheer/gebruikers", screen: UsersScreen, needs: ["users_manage"], nav: "admin", help: "admin" },
  { path: "/beheer/logboek", screen: AuditScreen, needs: ["trail_see"], nav: "admin", help: "admin" },
  { path: "/beheer/instellingen", screen: SettingsScreen, needs: ["own"], nav: "admin", help: "admin" },
];

/** The route that matches a path, with the named parts. */
export function match(path: string): { route: Route; params: Params } | null {
  for (const route of routes) {
    const params = read(route.path, path);
    if (params) return { route, params };
  }
  return null;
}

/** The named parts of a path, or null when it does not match the pattern. */
export function read(pattern: string, path: string): Params | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (given.length > wanted.length) return null;
  const params: Params = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index];
    if (!part.startsWith(":")) {
      if (part !== value) return null;
    } else if (value) {
      params[part.slice(1).replace("?", "")] = decodeURIComponent(value);
    } else if (!part.endsWith("?")) {
      return null;
    }
  }
  return params;
}

/** The menu items with at least one screen that this user may see. */
export function visible(can: (permission: Seeing) => boolean): NavItem[] {
  return nav.filter((item) => routes.some((route) => route.nav === item.key && route.needs.some(can)));
}
