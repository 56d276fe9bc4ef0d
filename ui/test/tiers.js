// A lint rule: which folder in src may import which. Each may use the tiers in its row, and a feature no other feature.
import { dirname, relative, resolve, sep } from "node:path";

const src = resolve(import.meta.dirname, "../src");
const inSrc = (path) => relative(src, path).split(sep).join("/");

/** The modules of lib that know nothing of the application, so that the kit can use them. */
const ground = new Set(["t", "language.svelte", "layers.svelte", "technical"]);

const onLib = ["ground", "kit", "lib", "commands"];
const uses = {
  ground: [],
  kit: ["ground"],
  lib: ["ground", "kit", "commands"],
  host: ["ground", "lib"],
  shared: onLib,
  features: [...onLib, "shared"],
  views: [...onLib, "shared", "features"],
  app: [...onLib, "shared", "features", "views"],
  "main.ts": ["app", "host"],
};

/** The tier of a path in src and the folder in it; undefined outside src, and for generated types and texts. */
function place(path) {
  const [top, next] = path.split("/");
  if (top === "..") return undefined;
  if (top === "lib" && ground.has(next.replace(/\.ts$/, ""))) return { tier: "ground", next };
  if (top === "generated") return next.startsWith("api") ? { tier: "commands", next } : undefined;
  return { tier: top, next };
}

/** Why a file may not import another, or undefined. Both are paths in src. */
export function refusal(from, to) {
  const [user, used] = [place(from), place(to)];
  if (!user || !used || user.tier === "commands") return undefined;
  const allowed = uses[user.tier];
  if (!allowed) return `src/${user.tier} has no row in test/tiers.js.`;
  if (user.tier === used.tier) {
    const apart = ["features", "views"].includes(user.tier) && user.next !== used.next;
    return apart
      ? `src/${user.tier}/${user.next} does not use src/${used.tier}/${used.next}: what both need goes to src/shared.`
      : undefined;
  }
  return allowed.includes(used.tier) ? undefined : `${user.tier} does not stand on ${used.tier}.`;
}

export const tiers = {
  meta: { type: "problem", docs: { description: "a tier uses the tiers below it" }, schema: [], messages: { tier: "{{why}}" } },
  create(context) {
    const check = (node) => {
      const path = node.source?.value;
      if (typeof path !== "string" || !path.startsWith(".")) return;
      const why = refusal(inSrc(context.filename), inSrc(resolve(dirname(context.filename), path)));
      if (why) context.report({ node: node.source, messageId: "tier", data: { why } });
    };
    return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
