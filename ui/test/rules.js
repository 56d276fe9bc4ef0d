// Two lint rules: text for people comes from assets/locales, and no style attribute, which the page's CSP would refuse.
const attributes = new Set(["aria-label", "title", "placeholder", "alt", "label", "hint", "legend", "body"]);
// Key names and symbols are the same in every language.
const wordless = (text) => !/\p{L}{2,}/u.test(text.replaceAll(/\b(Ctrl|Alt|Shift|F\d+)\b/g, ""));

export const literalText = {
  meta: { type: "problem", docs: { description: "no literal text in markup" }, schema: [], messages: { literal: "Use t(): '{{text}}'" } },
  create(context) {
    const report = (node, text) => {
      const shown = text.trim();
      if (shown !== "" && !wordless(shown)) context.report({ node, messageId: "literal", data: { text: shown } });
    };
    return {
      SvelteText(node) {
        const inside = node.parent?.type === "SvelteElement" || node.parent?.type?.endsWith("Block");
        const code =
          node.parent?.name?.name === "style" || node.parent?.type === "SvelteStyleElement" || node.parent?.type === "SvelteScriptElement";
        if (inside && !code) report(node, node.value);
      },
      SvelteAttribute(node) {
        if (!attributes.has(node.key?.name)) return;
        for (const value of node.value) if (value.type === "SvelteLiteral") report(value, value.value);
      },
    };
  },
};

export const styleAttribute = {
  meta: {
    type: "problem",
    docs: { description: "no style attribute" },
    schema: [],
    messages: { style: "Use style:--name={value} and a rule." },
  },
  create(context) {
    return {
      SvelteAttribute(node) {
        if (node.key?.name === "style") context.report({ node, messageId: "style" });
      },
    };
  },
};
