// Beheer, Logboek: who did what, also what was refused, and that every line follows on from the one before. By keyboard only.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { enterAs, inside } from "./pages/vault.mjs";

test("the log tells what was done and what was refused, and that every line follows on from the one before", async (t) => {
  const app = await inside(t);
  await enterAs(app, "Kees Kijker", ["viewer"], true);
  await assert.rejects(app.rpc("people_create", { surname: "Berg" }), /permission\.denied/);

  await app.press("link", "Beheer");
  await app.press("link", "Logboek");
  await app.sees("Gecontroleerd: elke regel sluit aan op de vorige.");
  const denied = app.page.getByRole("row").filter({ hasText: "geweigerd" });
  await denied.filter({ hasText: "Kees Kijker" }).filter({ hasText: "Persoon toegevoegd" }).waitFor();
  await app.page.getByRole("row").filter({ hasText: "Gebruiker toegevoegd" }).filter({ hasText: "Ria de Boer" }).waitFor();
  await app.accessible("audit");
});
