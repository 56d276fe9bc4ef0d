// Runes everywhere: no legacy components.
export default { compilerOptions: { runes: true } };
