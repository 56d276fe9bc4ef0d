// Unlocking a vault that has changed: an older copy asks for a choice, other refusals are explained. Keyboard only.
import { strict as assert } from "node:assert";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open } from "./pages/application.mjs";
import { unlock, withCopy } from "./pages/door.mjs";
import { reload } from "./pages/vault.mjs";

test("a vault older than this computer remembers says what is lost, and opens only by choice", async (t) => {
  const app = await open(t, { width: 640, height: 400 });
  const { folder, copy } = await withCopy(app);
  rmSync(folder, { recursive: true });
  cpSync(copy, folder, { recursive: true });
  await reload(app);
  await unlock(app);
  await app.heading("Deze kluis is ouder dan de vorige keer");
  await app.focus("Deze kluis is ouder dan de vorige keer");
  await app.sees(/In het logboek ontbreken? \d+ regels? die op deze computer/);
  await app.sees(/^Deze kluis is van .* U werkte hier later nog in/);
  await app.accessible("older");
  assert.equal((await app.rpc("vault_state")).phase, "locked");

  await app.dialog(null);
  await app.press("button", /^Nu niet: een andere kluis kiezen/);
  await app.heading("Wie bent u?");
  await unlock(app);
  await app.press("button", /^Met deze kluis wil ik verder: toch openen/);
  await app.heading(/^Goede/);
  assert.equal((await app.rpc("people_list")).total, 0);
});

test("a vault whose halves do not belong together says so in full, and goes back to the door", async (t) => {
  const app = await open(t, { width: 320, height: 640 });
  const { folder, copy } = await withCopy(app);
  cpSync(join(copy, "data.db"), join(folder, "data.db"));
  await reload(app);
  await unlock(app);
  await app.heading("De kluis gaat niet open");
  await app.focus("De kluis gaat niet open");
  await app.sees("Wij hebben niets veranderd.");
  await app.accessible("refused-narrow");
  await app.press("button", "Terug");
  await app.heading("Wie bent u?");
  await app.focus("passphrase");
});
