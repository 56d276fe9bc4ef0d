// Locking: the page keeps no person, the address no id, and the core is told.
import { expect, test, vi } from "vitest";
import { start } from "../src/app/start";
import { session } from "../src/lib/session.svelte";
import { notices } from "../src/lib/notices.svelte";
import { fakeHost } from "./fake";

test("on lock nothing of a person is left in the page", async () => {
  document.body.innerHTML = '<div id="app"></div>';
  const host = fakeHost();
  const said: string[] = [];
  await start({ ...host, rpc: (command, request) => { said.push(command); return host.rpc(command, request); } });
  await vi.waitFor(() => expect(document.body.textContent).toContain("Anneke van den Berg"));
  notices.add("Anneke van den Berg is opgeslagen");
  location.hash = "#/personen/p1";
  await session.lock();
  await vi.waitFor(() => expect(document.body.textContent).toContain("Wie bent u?"));
  expect(document.body.innerHTML).not.toContain("Anneke");
  expect(location.hash).toBe("#/");
  expect(said).toContain("vault_lock");
});
