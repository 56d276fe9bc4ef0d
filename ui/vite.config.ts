// Builds the page into dist/, the same files for the window and for the browser tests.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  clearScreen: false,
  server: {
    port: 5183,
    strictPort: true,
    host: "127.0.0.1",
    // The texts are outside this folder, in assets/locales.
    fs: { allow: [fileURLToPath(new URL("..", import.meta.url))] },
  },
  // The tests use Svelte's browser build, not its server build.
  resolve: mode === "test" ? { conditions: ["browser"] } : {},
  build: {
    // WebKitGTK 2.40, WebView2, macOS 13.3.
    target: ["safari16.4", "chrome111"],
    cssMinify: "lightningcss",
    sourcemap: false,
    // The Content-Security-Policy allows no fonts from data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: { environment: "happy-dom", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
}));
