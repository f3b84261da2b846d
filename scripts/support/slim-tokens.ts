import type { Plugin } from "vite";

const tokensFile = /polaris-tokens[\\/]dist[\\/]esm[\\/]build[\\/]index\.mjs$/;
/** What Polaris's components read of a theme by program; its styles bring the values of all others themselves. */
export const keptGroups: readonly string[] = ["breakpoints", "motion", "space", "zIndex"];
const theme = "light";

/**
 * Leaves out of the browser's code what nothing there reads of Polaris's tokens: three further themes, and of the one that the
 * app has all colours, fonts and shadows. They are 12 kB of each page, gzipped.
 */
export function slimTokens(): Plugin {
  return {
    name: "slim-tokens",
    apply: "build",
    transform: (code, id) => (tokensFile.test(id) ? slimmed(code) : undefined),
  };
}

/** @throws when the package is no longer written as this reads it */
export function slimmed(code: string): string {
  const begin = "var themes = ";
  const from = code.indexOf(begin);
  const to = code.indexOf("\n};\n", from);
  if (from < 0 || to < 0)
    throw new Error("Polaris's tokens are written in another way: see scripts/support/slim-tokens.ts");
  const themes = JSON.parse(code.slice(from + begin.length, to + 2)) as Record<string, Record<string, unknown>>;
  const kept = Object.fromEntries(keptGroups.map((group) => [group, themes[theme]?.[group]]));
  return `${code.slice(0, from)}${begin}${JSON.stringify({ [theme]: kept })}${code.slice(to + 2)}`;
}
