// How the page's sources are formatted. `npm run format` writes it, `npm run lint` checks it.
export default {
  printWidth: 140,
  plugins: ["prettier-plugin-svelte"],
  overrides: [{ files: "*.svelte", options: { parser: "svelte" } }],
};
