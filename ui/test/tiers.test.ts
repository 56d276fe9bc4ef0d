// The tiers of src, as the lint rule checks them.
import { expect, test } from "vitest";
import { refusal } from "./tiers.js";

test.each([
  ["kit/Form.svelte", "lib/t"],
  ["kit/Form.svelte", "kit/icons"],
  ["kit/Fault.svelte", "generated/types"],
  ["lib/notices.svelte.ts", "kit/icons"],
  ["lib/session.svelte.ts", "generated/api"],
  ["shared/told.ts", "lib/session.svelte"],
  ["features/people/parts/Row.svelte", "features/people/draft"],
  ["features/people/tabs.ts", "shared/purposes"],
  ["views/person/PersonPart.svelte", "features/consent/ConsentCard.svelte"],
  ["app/routes.ts", "views/person/PersonScreen.svelte"],
  ["main.ts", "host"],
  ["generated/api.ts", "lib/rpc"],
])("%s may use %s", (from, to) => {
  expect(refusal(from, to)).toBeUndefined();
});

test.each([
  ["lib/t.ts", "lib/session.svelte"],
  ["lib/t.ts", "kit/icons"],
  ["kit/Form.svelte", "lib/session.svelte"],
  ["kit/Form.svelte", "generated/api"],
  ["lib/places.ts", "shared/told"],
  ["shared/told.ts", "features/vault/door"],
  ["features/people/tabs.ts", "features/consent/CountRow.svelte"],
  ["features/people/parts/Row.svelte", "features/consent/CountRow.svelte"],
  ["features/people/tabs.ts", "views/person/PersonScreen.svelte"],
  ["features/people/tabs.ts", "app/routes"],
  ["views/person/PersonPart.svelte", "views/retention/DueScreen.svelte"],
  ["views/person/PersonPart.svelte", "app/routes"],
  ["app/start.ts", "host"],
  ["elsewhere/new.ts", "lib/t"],
])("%s may not use %s", (from, to) => {
  expect(refusal(from, to)).toBeTypeOf("string");
});
