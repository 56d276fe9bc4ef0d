// Lint rules for what a machine can check: which folder may import which, no text in markup, no network access.
import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import { literalText, styleAttribute } from "./test/rules.js";
import { tiers } from "./test/tiers.js";
import svelteConfig from "./svelte.config.js";

const network = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"].map((name) => ({
  name,
  message: "Only src/host talks to the outside.",
}));
const tauri = { group: ["@tauri-apps/*"], message: "Only src/host knows the window." };

export default ts.config(
  { ignores: ["dist", "node_modules", "src/generated"] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      "no-restricted-globals": ["error", ...network],
      "no-restricted-properties": [
        "error",
        { object: "navigator", property: "language", message: "The locale comes from the settings; see lib/spoken." },
      ],
      "no-restricted-imports": ["error", { patterns: [tauri] }],
      "no-console": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/no-unused-expressions": ["error", { allowTernary: true, allowShortCircuit: true }],
    },
  },
  // The one place that asks the system, for as long as there are no settings.
  { files: ["src/lib/spoken.ts"], rules: { "no-restricted-properties": "off" } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    plugins: { house: { rules: { "literal-text": literalText, "style-attribute": styleAttribute } } },
    rules: {
      "svelte/no-at-html-tags": "error",
      // Links are plain links into the fragment; there is no SvelteKit here.
      "svelte/no-navigation-without-resolve": "off",
      "svelte/prefer-writable-derived": "off",
      "house/literal-text": "error",
      "house/style-attribute": "error",
    },
  },
  { files: ["src/**"], plugins: { page: { rules: { tiers } } }, rules: { "page/tiers": "error" } },
  { files: ["src/host/**"], rules: { "no-restricted-globals": "off", "no-restricted-imports": "off" } },
  { files: ["src/lib/t.ts", "test/**", "*.config.js"], rules: { "no-console": "off", "no-restricted-globals": "off" } },
);
