// Creates a vault and people through the core, past the page: for tests about something else.
import { open } from "./application.mjs";

/** The passphrase of Ria de Boer, who creates every test vault. */
export const passphrase = "zeven zachte zeehonden zwemmen zingend";

/** The passphrase that users of `enterAs` choose. */
export const othersPassphrase = "zes zoete zwanen zwemmen zuidwaarts";

/** Creates a vault for Ria de Boer, who is also its administrator. The page does not know it until it reloads. */
export function createVault(app, roles = ["secretary"]) {
  return app.rpc("vault_create", {
    place: null, association: "Muziekvereniging Veldrade", kind: "association", privacy_email: "privacy@voorbeeld.nl", country: "NL",
    language: "nl", user_name: "Ria de Boer", roles, passphrase, kdf: { memory_mib: 8, passes: 1 },
  });
}

/** Creates a vault, leaves it open and reloads the page. */
export async function newVault(app, roles = ["secretary", "privacy"]) {
  await createVault(app, roles);
  await reload(app);
}

/** An open vault of a secretary, on its first screen. */
export async function inside(t, options) {
  const app = await open(t, options);
  await newVault(app, ["secretary"]);
  await app.heading(/^Goede/);
  return app;
}

/** Adds a user, unlocks as that user and replaces the given passphrase with `othersPassphrase`. */
export async function enterAs(app, name, roles, admin = false) {
  const [given, own] = ["vijf vrolijke vinken vlogen voorbij", othersPassphrase];
  await app.rpc("users_add", { name, roles, admin, passphrase: given, own_passphrase: passphrase, kdf: { memory_mib: 64, passes: 3 } });
  await app.rpc("vault_lock");
  await app.rpc("vault_unlock", { user: null, name, passphrase: given, read_only: false });
  await app.rpc("vault_change_passphrase", { old: given, new: own });
  await reload(app);
}

/** Reloads the page and waits for a screen, because keys do nothing before that. */
export async function reload(app) {
  await app.page.reload();
  await app.page.locator("main h1").waitFor();
}

/** Adds a current or former member. */
export function newPerson(app, name, { started_on = null, ended_on = null } = {}) {
  const plain = { initials: "", given_name: "", prefix: "", surname: "", partner_prefix: "", partner_surname: "", name_use: "own" };
  return app.rpc("people_create", {
    ...plain, ...name, emails: [{ label: "", address: `${name.surname.toLowerCase()}@voorbeeld.nl` }], phones: [], street: "", postcode: "", city: "Veldrade",
    country: "NL", birth_date: null, member_number: "", note: "", relations: [{ kind: "member", started_on, ended_on, ended: ended_on !== null }],
  });
}
