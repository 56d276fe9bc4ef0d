import { expect, test, vi } from "vitest";
import { listeningHost } from "../../test/fake";
import { setHost } from "./host";
import { session } from "./session.svelte";

vi.mock("./kept.svelte", () => ({ keepAll: () => new Promise(() => {}), anyTyped: () => true, anyUnkept: () => false }));

test("a disk that never answers does not hold the lock up for ever", async () => {
  vi.useFakeTimers();
  const { host, said } = listeningHost();
  setHost(host);
  const locked = session.lockNow();
  await vi.advanceTimersByTimeAsync(2900);
  expect(said, "the input gets the time to arrive").not.toContain("vault_lock");
  await vi.advanceTimersByTimeAsync(500);
  expect(said).toContain("vault_lock");
  await locked;
  vi.useRealTimers();
});
