import { readFileSync } from "node:fs";

const parts = [
  "config",
  "connection",
  "id-token",
  "patch-fetch",
  "follow-address",
  "open-links",
  "watched-element",
  "nav-menu",
  "title-bar",
  "save-bar",
  "modal",
  "shopify-global",
  "install",
];

/**
 * The App Bridge of the sandbox as one classic script: AppProvider loads it with a plain `<script>`, so that it runs before
 * the app does. The parts are modules for the reader; here their imports and exports fall away.
 */
export function bridgeScript(): string {
  const sources = parts.map((part) =>
    readFileSync(new URL(`./bridge/${part}.js`, import.meta.url), "utf8")
      .replace(/^import [^;]*;\n/gm, "")
      .replace(/^export /gm, ""),
  );
  return `(() => {\n"use strict";\n${sources.join("\n")}\ninstall(document.currentScript);\n})();\n`;
}
