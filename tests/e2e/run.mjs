// Runs the browser tests: every *.spec.mjs in this folder, or those named on the command line. BRIDGE is the path of
// the program that serves the application (tests/bridge); `cargo xtask test` builds it and runs this. One test file
// more than there are cores runs at a time, each with a browser of its own: they wait a third of the time.
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { availableParallelism } from "node:os";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
process.env.BRIDGE ??= `${root}target/debug/bridge`;
process.env.E2E_OUT ??= `${root}target/e2e`;
mkdirSync(process.env.E2E_OUT, { recursive: true });
for (const needed of [process.env.BRIDGE, `${root}ui/dist/index.html`]) {
  if (!existsSync(needed)) {
    console.error(`${needed} is not there; cargo xtask test builds it`);
    process.exit(2);
  }
}

const named = process.argv.slice(2);
const all = readdirSync(here).filter((name) => name.endsWith(".spec.mjs")).sort();
const wanted = named.length === 0 ? all : all.filter((name) => named.some((part) => name.includes(part)));
if (wanted.length === 0) {
  console.error(`no test is called ${named.join(" or ")}`);
  process.exit(2);
}

const files = wanted.map((name) => here + name);
const stream = run({ files, concurrency: availableParallelism() + 1, timeout: 3 * 60_000 });
stream.on("test:fail", () => (process.exitCode = 1));
stream.compose(new spec()).pipe(process.stdout);
