import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const tokens = /--p-[a-z0-9-]+/g;

// An unknown one takes its whole line away, and nothing says so.
it("the app's styles name only tokens that Polaris has", () => {
  const known = new Set(readFileSync("node_modules/@shopify/polaris/build/esm/styles.css", "utf8").match(tokens));
  const named = globSync("app/**/*.{css,tsx}").flatMap((file) =>
    (readFileSync(file, "utf8").match(tokens) ?? []).map((token) => ({ file, token })),
  );
  expect(named.length).toBeGreaterThan(200);
  expect(named.filter(({ token }) => !known.has(token))).toEqual([]);
});
