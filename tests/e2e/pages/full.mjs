// A vault with something on every screen, and the list of all screens: for tests that must hold everywhere.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createVault, newPerson, passphrase } from "./vault.mjs";

/** Reads a source file of the page, so that tests take routes and commands from it instead of repeating them. */
export const from = (path) => readFileSync(new URL(`../../../ui/src/${path}`, import.meta.url), "utf8");

/** The tabs of screens that have them. `screens` lists every path in routes.ts, once per tab. */
const parts = { "/bewaartermijnen/:tab?": ["", "regels", "bewijzen"], "/personen/:person/:tab?": ["", "toestemming", "geschiedenis", "giften"] };
export const screens = (person) =>
  [...from("app/routes.ts").matchAll(/\{\s*path: "([^"]+)"/g)].flatMap(([, path]) =>
    (parts[path] ?? [""]).map((tab) => path.replace(":person", person).replace("/:tab?", tab && `/${tab}`)),
  );


/** A vault with something to do on every screen: a person with all kinds of data, an import, an erasure, two users. */
export async function fullVault(app) {
  await createVault(app, ["secretary", "privacy", "treasurer"]);
  const anneke = await newPerson(app, { given_name: "Anneke", surname: "Berg" }, { started_on: "2020-01-01" });
  await newPerson(app, { given_name: "Jan", surname: "Pronk" }, { started_on: "2001-01-01", ended_on: "2015-01-01" });
  const gone = await newPerson(app, { given_name: "Piet", surname: "Weg" }, { started_on: "2001-01-01", ended_on: "2015-01-01" });
  await app.rpc("erasure_run", { persons: [gone], confirm: "Weg" });
  const seen = (await app.rpc("people_get", { person: anneke })).changed_at;
  const view = await app.rpc("people_get", { person: anneke });
  await app.rpc("people_change", {
    person: anneke, seen,
    to: { ...view.name, emails: [], phones: [], street: "", postcode: "", city: "Veldrade", country: "NL", birth_date: "1980-05-05", member_number: "12", note: "speelt klarinet", relations: [] },
  });
  await app.rpc("donations_record", { person: anneke, kind: "gift", on: "2026-01-02", amount_cents: 2500, remark: "tuba" });
  const [asked] = (await app.rpc("consent_of", { person: anneke })).filter((row) => row.asks_consent);
  await app.rpc("consent_record", { person: anneke, purpose: asked.purpose, given: true, on: "2026-01-02", how: "paper" });
  await app.dialog(fileURLToPath(new URL("../files/ledenlijst.csv", import.meta.url)));
  const { file } = await app.post("dialog/open", { kind: "list", title: "" });
  const { request } = await app.rpc("import_open", { file, sheet: null, header_row: null });
  await app.rpc("import_run", request);
  await app.rpc("users_add", { name: "Kees Kijker", roles: ["viewer"], admin: false, passphrase: "vijf vrolijke vinken vlogen voorbij", own_passphrase: passphrase, kdf: { memory_mib: 8, passes: 1 } });
  return anneke;
}

/** Goes to a screen and waits until it is drawn. */
export async function go(app, path) {
  await app.page.evaluate((where) => (location.hash = `#${where}`), path);
  await app.page.locator("main h1").first().waitFor();
  // Time for the answers of the core to arrive and be drawn.
  await app.page.waitForTimeout(120);
}
