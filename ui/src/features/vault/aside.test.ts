// What was set aside: the parts on the screen say all that the text of its error says.
import { afterEach, expect, test } from "vitest";
import { language, languages } from "../../lib/language.svelte";
import { errorText } from "../../lib/t";
import { explainAside } from "./aside";

afterEach(() => language.set("nl"));

test.each(languages)("its parts are the whole text, in %s", (tag) => {
  language.set(tag);
  const place = "/home/ria/terzijde/veldrade.kluis";
  const hows = {
    kept: { places: [place], overwritten: false },
    overwritten: { places: [], overwritten: true },
    lost: { places: [], overwritten: false },
  };
  for (const [how, aside] of Object.entries(hows)) {
    const { what, more, steps } = explainAside(aside);
    const text = errorText("vault.set_aside", { how, place });
    expect([what, more].join(" "), how).toBe(text.slice(0, what.length + 1 + more.length));
    expect(text.endsWith(steps.join(" ")), how).toBe(true);
    expect(steps.length, how).toBeGreaterThan(2);
  }
});
