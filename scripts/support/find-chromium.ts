import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Where a Chromium is installed: `CHROMIUM_PATH`, the system's, or playwright's own; else how to get one. */
export function findChromium(): { found: true; path: string } | { found: false; advice: string } {
  const own = process.env.CHROMIUM_PATH;
  const path = [own, ...usual, playwrightsOwn(), onPath()].find((candidate) => candidate && existsSync(candidate));
  if (path) return { found: true, path };
  return {
    found: false,
    advice:
      "The browser tests need Chromium, and none was found. Install it (`apt-get install chromium` on Debian and Ubuntu, " +
      "`npx playwright-core install chromium` elsewhere) or set CHROMIUM_PATH to one.",
  };
}

function playwrightsOwn(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

function onPath(): string | undefined {
  try {
    return execFileSync("which", ["chromium"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}
