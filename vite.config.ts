import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { slimTokens } from "./scripts/support/slim-tokens.ts";

export default defineConfig({
  plugins: [
    slimTokens(),
    remix({
      ignoredRouteFiles: ["**/.*"],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: false,
        v3_singleFetch: true,
      },
    }),
  ],
  css: {
    postcss: {
      plugins: [
        {
          // Inter's Latin letters, which pages fetch before they draw anything, count from the start or not at all: docs/decisions/042.
          postcssPlugin: "drawn-from-the-start",
          Once(root) {
            root.walkAtRules("font-face", (face) => {
              if (!face.toString().includes("inter-latin-wght-normal")) return;
              face.walkDecls("font-display", (display) => {
                display.value = "optional";
              });
            });
          },
        },
      ],
    },
  },
  // The manifest tells the server which files hold the words of a page. Small assets as data: URLs would need a wider content
  // security policy.
  build: { manifest: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 1_500 },
});
