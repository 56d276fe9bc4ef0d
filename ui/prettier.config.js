// The form of the page's sources. `npm run format` writes it, `npm run lint` holds it.
export default {
  printWidth: 140,
  plugins: ["prettier-plugin-svelte"],
  overrides: [{ files: "*.svelte", options: { parser: "svelte" } }],
};
