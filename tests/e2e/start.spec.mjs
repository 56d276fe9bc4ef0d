// The first screen, before there is a vault.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { open } from "./pages/application.mjs";

test("the page starts, names itself and reports no fault", async (t) => {
  const app = await open(t);
  await app.heading(/./);
  assert.match(await app.page.title(), /^Ledenkluis/);
});
