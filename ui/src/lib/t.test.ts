import { FluentResource } from "@fluent/bundle";
import { beforeEach, expect, test } from "vitest";
import { language, languages } from "./language.svelte";
import { errorText, has, say, t } from "./t";

const sources = import.meta.glob<string>("../../../assets/locales/*/*.ftl", { query: "?raw", import: "default", eager: true });
const code = import.meta.glob<string>(["../**/*.svelte", "../**/*.ts", "!../generated/**", "!../**/*.test.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

const ids = (tag: string) =>
  Object.entries(sources)
    .filter(([path]) => path.includes(`/${tag}/`))
    .flatMap(([, source]) => new FluentResource(source).body.map((message) => message.id));

beforeEach(() => language.set("nl"));

test("both languages say the same things", () => expect(ids("en").sort()).toEqual(ids("nl").sort()));

test.each(languages)("what several texts say is written once, in %s", (tag) => {
  language.set(tag);
  const all = Object.entries(sources).flatMap(([path, source]) => (path.includes(`/${tag}/`) ? source.split("\n") : []));
  const rights = t("rights-again").replace(/^.*: |\.$/g, "");
  for (const words of [t("breach-do-note"), t("breach-today"), t("breach-known"), t("older-then-users"), t("older-then-access"), rights])
    expect(
      all.filter((line) => line.includes(words)),
      words,
    ).toHaveLength(1);
});

test.each(languages)("a question whose answer is yes is not answered as if it were no, in %s", (tag) => {
  language.set(tag);
  for (const text of [t("unlock-missing-stick"), errorText("vault.missing")])
    expect(text).toMatch(/USB-stick er niet in\?|USB stick not plugged in\?/);
  expect(errorText("vault.missing")).not.toMatch(/Kies anders|If so/);
});

test("the English of the door and of breaches is English", () => {
  const odd = /\b(Still not\.|Do again too|access again too|not unlikely)/;
  const texts = Object.entries(sources).filter(([path]) => path.includes("/en/"));
  expect(texts.flatMap(([, source]) => source.split("\n").filter((line) => odd.test(line)))).toEqual([]);
  language.set("en");
  const sentences = t("breach-do-report").split(/[.?:]\s/);
  expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 16)).toEqual([]);
});

test("every text that is asked for by name is there", () => {
  const known = new Set(ids("nl"));
  const asked = Object.entries(code).flatMap(([path, source]) =>
    [...source.matchAll(/\bt\("([a-z0-9-]+)"/g)].map((found) => [path, found[1]!] as const),
  );
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter(([, id]) => !known.has(id))).toEqual([]);
});

test("numbers choose the plural and are written as the language does", () => {
  expect(t("time-minutes", { n: 1 })).toBe("1 minuut");
  expect(t("time-minutes", { n: 1500 })).toBe("1.500 minuten");
  language.set("en");
  expect(t("time-minutes", { n: 1500 })).toBe("1,500 minutes");
});

test("a missing text or argument is loud", () => {
  expect(() => say("no-such-text")).toThrow("no-such-text");
  expect(() => say("app-title")).toThrow("app-title");
});

test("a code has a sentence, an unknown one the general sentence", () => {
  expect(errorText("field.required", { field: "naam" })).toBe("Vul naam in.");
  expect(errorText("of.a.newer.version")).toBe(t("error-internal"));
  expect(has("error-internal")).toBe(true);
});
