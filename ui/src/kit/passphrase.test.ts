// Showing a passphrase with a key: one press is one change, however long it is held.
import { flushSync, mount, unmount } from "svelte";
import { expect, test } from "vitest";
import { language } from "../lib/language.svelte";
import PassphraseField from "./PassphraseField.svelte";

test("Alt+T shows the passphrase, and once more hides it", async () => {
  language.set("nl");
  const shown = mount(PassphraseField, { target: document.body, props: { label: "Wachtzin", name: "passphrase", value: "vier woorden" } });
  flushSync();
  const input = document.querySelector("input")!;
  const key = (type: string, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent(type, { key: "t", altKey: true, cancelable: true, bubbles: true, ...more });
    input.dispatchEvent(event);
    flushSync();
    return event.defaultPrevented;
  };
  expect(key("keydown"), "no letter is typed").toBe(true);
  expect(key("keydown", { repeat: true }), "nor by a key that repeats").toBe(true);
  key("keydown", { repeat: true });
  key("keyup");
  expect(input.type).toBe("text");
  key("keydown");
  key("keyup");
  expect(input.type).toBe("password");
  await unmount(shown);
});
