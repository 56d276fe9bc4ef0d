// What was set aside: the parts on the screen say all that the text of its error says, and every version has its place.
import { afterEach, expect, test } from "vitest";
import { language, languages } from "../../lib/language.svelte";
import { errorText } from "../../lib/t";
import { asideOf, explainAside } from "./aside";

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

test("the places of a finding are each one path, also with a comma in it", () => {
  const finding = (place: string, how = "kept") => ({ code: "vault.set_aside", args: { how, place } });
  const paths = ["/home/ria/leden, oud/veldrade 1.kluis", "/home/ria/leden, oud/veldrade 2.kluis"];
  expect(asideOf(finding(paths.join(", "))).places).toEqual(paths);
  const windows = ["C:\\Leden, oud\\veldrade.kluis", "\\\\server\\leden\\veldrade.kluis"];
  expect(asideOf(finding(windows.join(", "))).places).toEqual(windows);
  expect(asideOf(finding("", "overwritten"))).toEqual({ places: [], overwritten: true });
  expect(asideOf(finding("", "lost"))).toEqual({ places: [], overwritten: false });
});
