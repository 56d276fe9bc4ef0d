// Locking: input is kept first, no person stays in the page, no id in the address, and the core is asked to lock.
import { expect, test, vi } from "vitest";
import { start } from "../src/app/start";
import { router } from "../src/lib/router.svelte";
import { session } from "../src/lib/session.svelte";
import { notices } from "../src/lib/notices.svelte";
import { fakeHost } from "./fake";

test("on lock what is typed is kept and nothing of a person is left in the page", async () => {
  document.body.innerHTML = '<div id="app"></div>';
  const host = fakeHost();
  const said: [string, unknown][] = [];
  await start({
    ...host,
    rpc: (command, request) => {
      said.push([command, request]);
      return host.rpc(command, request);
    },
  });
  await vi.waitFor(() => expect(document.body.textContent).toContain("Anneke van den Berg"));
  router.replace("#/personen/nieuw");
  const field = () => document.querySelector<HTMLInputElement>("input[name=surname]");
  await vi.waitFor(() => expect(field()).not.toBeNull());
  const surname = field()!;
  surname.value = "Zomerdijk";
  surname.dispatchEvent(new Event("input", { bubbles: true }));
  notices.add("Anneke van den Berg is opgeslagen");
  location.hash = "#/personen/p1";
  await session.lock();
  await vi.waitFor(() => expect(document.body.textContent).toContain("Wie bent u?"));
  expect(document.body.innerHTML).not.toMatch(/Anneke|Zomerdijk/);
  expect(location.hash).toBe("#/");
  const commands = said.map(([command]) => command);
  expect(commands).toContain("vault_lock");
  expect(commands.indexOf("drafts_keep")).toBeLessThan(commands.indexOf("vault_lock"));
  expect(JSON.stringify(said.find(([command]) => command === "drafts_keep")?.[1])).toContain("Zomerdijk");
});
