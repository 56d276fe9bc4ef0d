// A vault and people in it, made past the page: for tests of something else.
import { open } from "./application.mjs";

/** The passphrase of Ria de Boer. */
export const passphrase = "zeven zachte zeehonden zwemmen zingend";

/** The passphrase of whom `enterAs` lets in. */
export const othersPassphrase = "zes zoete zwanen zwemmen zuidwaarts";

/** Makes a vault of Ria de Boer, who is the administrator as well. The page has not heard of it yet. */
export function createVault(app, roles = ["secretary"]) {
  return app.rpc("vault_create", {
    place: null, association: "Muziekvereniging Veldrade", kind: "association", privacy_email: "privacy@voorbeeld.nl", country: "NL",
    language: "nl", user_name: "Ria de Boer", roles, passphrase, kdf: { memory_mib: 8, passes: 1 },
  });
}

/** Makes a vault and leaves it open. */
export async function newVault(app, roles = ["secretary", "privacy"]) {
  await createVault(app, roles);
  await reload(app);
}

/** An open vault of a secretary, at its first screen. */
export async function inside(t, options) {
  const app = await open(t, options);
  await newVault(app, ["secretary"]);
  await app.heading(/^Goede/);
  return app;
}

/** Adds a user and lets him in, with a passphrase of his own. */
export async function enterAs(app, name, roles, admin = false) {
  const [given, own] = ["vijf vrolijke vinken vlogen voorbij", othersPassphrase];
  await app.rpc("users_add", { name, roles, admin, passphrase: given, own_passphrase: passphrase, kdf: { memory_mib: 64, passes: 3 } });
  await app.rpc("vault_lock");
  await app.rpc("vault_unlock", { user: null, name, passphrase: given, read_only: false });
  await app.rpc("vault_change_passphrase", { old: given, new: own });
  await reload(app);
}

/** Loads the page again and waits until a screen is there: before that no key does anything. */
export async function reload(app) {
  await app.page.reload();
  await app.page.locator("main h1").waitFor();
}

/** Adds a person who is or was a member. */
export function newPerson(app, name, { started_on = null, ended_on = null } = {}) {
  const plain = { initials: "", given_name: "", prefix: "", surname: "", partner_prefix: "", partner_surname: "", name_use: "own" };
  return app.rpc("people_create", {
    ...plain, ...name, emails: [{ label: "", address: `${name.surname.toLowerCase()}@voorbeeld.nl` }], phones: [], street: "", postcode: "", city: "Veldrade",
    country: "NL", birth_date: null, member_number: "", note: "", relations: [{ kind: "member", started_on, ended_on, ended: ended_on !== null }],
  });
}
