// Every pair of colours used together is readable: text 4.5 to 1 (body 7), controls and focus 3 to 1, light and dark.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync("src/kit/tokens.css", "utf8");
const block = (start: string) => css.slice(css.indexOf(start), css.indexOf("\n}", css.indexOf(start)));
const colours = (text: string) =>
  Object.fromEntries([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map((found) => [found[1]!, found[2]!]));
const light = colours(block(":root {"));
const themes = { light, dark: { ...light, ...colours(block(':root[data-theme="dark"]')) } };

function luminance(hex: string): number {
  const parts = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return parts[0]! * 0.2126 + parts[1]! * 0.7152 + parts[2]! * 0.0722;
}

function ratio(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

const everywhere = ["bg", "surface", "surface-sunk", "surface-hover", "surface-selected"];
const door = ["door", "door-2", "door-3"];
const states = ["ok", "warn", "danger", "info", "neutral"];
const soft = states.slice(0, 4).map((state) => `${state}-soft`);

/** A colour, the backgrounds it is used on, and the contrast that they need. */
const pairs: [string, string[], number][] = [
  ["text", everywhere, 7],
  ["text-muted", everywhere, 4.5],
  ["link", everywhere, 4.5],
  ["link-hover", everywhere, 4.5],
  ["text-disabled", ["bg", "surface"], 4.5],
  ["line-strong", ["bg", "surface"], 3],
  ["on-primary", ["primary", "primary-hover", "primary-active"], 4.5],
  ["primary", ["bg", "surface", "surface-sunk"], 4.5],
  ["on-primary-soft", ["primary-soft"], 4.5],
  ["on-door", door, 7],
  ["on-door-muted", door, 4.5],
  ["brass", door, 3],
  ["on-brass", ["brass"], 7],
  ["focus-on-door", door, 3],
  ...states.flatMap((state): [string, string[], number][] => [
    [state, [`${state}-soft`, "surface", "bg"], 4.5],
    ["text", [`${state}-soft`], 7],
    [`${state}-line`, ["surface"], 3],
  ]),
  ["on-danger", ["danger-fill", "danger-fill-hover"], 4.5],
  ["danger-fill", ["surface"], 3],
  ["chart-1", ["surface"], 3],
  ["chart-2", ["surface"], 3],
  ["chart-3", ["surface"], 3],
  ["focus", [...everywhere, ...soft, "primary-soft"], 3],
];

describe.each(Object.entries(themes))("%s", (_, theme) => {
  test.each(pairs)("%s can be told from what it stands on", (colour, grounds, least) => {
    for (const ground of grounds) expect(ratio(theme[colour]!, theme[ground]!), `${colour} on ${ground}`).toBeGreaterThanOrEqual(least);
  });
});
