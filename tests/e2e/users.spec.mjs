// Beheer > Gebruikers: add, change and remove users. Keyboard only.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { go } from "./pages/full.mjs";
import { inside, passphrase } from "./pages/vault.mjs";

/** The title and the buttons of the dialog are in the window, however far its middle is scrolled. */
async function inSight(app, button) {
  for (const end of [0, 1e6]) {
    await app.page.locator("dialog .body").evaluate((body, top) => body.scrollTo(0, top), end);
    for (const what of [app.page.locator("dialog h2"), app.page.locator("dialog").getByRole("button", { name: button })]) {
      const { y, height } = await what.boundingBox();
      assert.ok(y >= 0 && y + height <= app.page.viewportSize().height, `${button}: ${y} + ${height}`);
    }
  }
  await app.page.locator("dialog .body").evaluate((body) => body.scrollTo(0, 0));
}

test("a user is added with a first passphrase, changed, and loses access", async (t) => {
  const app = await inside(t);
  await app.press("link", "Beheer");
  await app.press("link", "Gebruikers");
  await app.sees("Laatst ontgrendeld");
  await app.accessible("users");

  await app.press("button", "Gebruiker toevoegen");
  await app.page.locator("ol.words li").first().waitFor();
  await app.keys("Escape");
  await app.page.locator("dialog").waitFor({ state: "detached" }); // Nothing was typed, so nothing is asked.
  await app.press("button", "Gebruiker toevoegen");
  await inSight(app, "Gebruiker toevoegen");
  await app.type("Naam", "Henk Visser");
  const sees = (title) => app.page.locator("section").filter({ has: app.page.getByRole("heading", { name: title }) }).getByRole("listitem").allTextContents();
  assert.deepEqual(await sees("Henk ziet wel"), ["Namen en e-mail", "Telefoonnummers", "Toestemming: ja of nee"]);
  await app.choose("checkbox", /^Penningmeester/);
  assert.ok((await sees("Henk ziet wel")).includes("Bedragen van giften en betalingen"));
  assert.ok((await sees("Henk ziet niet")).includes("Bijzonderheden"));
  await app.choose("checkbox", /^Penningmeester/);
  await app.choose("checkbox", /^Meekijker/);
  await app.accessible("users-add");
  await app.page.locator("ol.words li").first().waitFor();
  assert.equal(await app.page.locator("ol.words li").count(), 6);
  await app.type("Uw eigen wachtzin", passphrase);
  await app.keys("Enter");
  await app.sees("Henk Visser kan de kluis openen.");

  await app.press("button", "Wijzigen: Henk Visser");
  await app.choose("checkbox", /Privacycontact/);
  await app.keys("Enter");
  await app.sees("Vul uw eigen wachtzin in.");
  await app.type("Uw eigen wachtzin", passphrase);
  await app.keys("Enter");
  await app.sees("De rollen van Henk Visser zijn gewijzigd.");

  await app.press("button", "Toegang stoppen: Henk Visser");
  await app.sees("Toegang van Henk Visser stoppen?");
  await app.accessible("users-remove");
  await app.page.locator("dialog").getByRole("button", { name: "Toegang van Henk Visser stoppen" }).press("Enter");
  await app.sees("Henk Visser heeft geen toegang meer tot deze kluis. Een oude kopie gaat nog open. Vraag of elke kopie gewist is. Weigert Henk Visser? Dan kan dat een datalek zijn: vertel het vandaag aan het bestuur.");
  assert.deepEqual((await app.rpc("users_list")).map((user) => user.name), ["Ria de Boer"]);
});

test("in a low window a long dialog keeps its title and its buttons in sight", async (t) => {
  const app = await inside(t, { width: 640, height: 360 });
  await go(app, "/beheer/gebruikers");
  await app.press("button", "Gebruiker toevoegen");
  await inSight(app, "Gebruiker toevoegen");
  await app.accessible("users-add-low");
  await app.picture("users-add-low");
});
