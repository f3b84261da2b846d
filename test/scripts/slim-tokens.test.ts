import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { keptGroups, slimmed } from "../../scripts/support/slim-tokens.ts";

const polaris = "node_modules/@shopify/polaris/build/esm";
const tokens = "node_modules/@shopify/polaris-tokens/dist/esm/build/index.mjs";

it("what Polaris's components read of a theme is kept, with its values", () => {
  const read = new Set<string>();
  for (const file of globSync(`${polaris}/**/*.js`)) {
    const code = readFileSync(file, "utf8");
    for (const [, group = ""] of code.matchAll(/\btheme(?:Default)?\.(?!js\b)(\w+)/g)) read.add(group);
  }
  expect([...read].sort()).toEqual([...keptGroups].sort());
  const code = slimmed(readFileSync(tokens, "utf8"));
  const { light, ...others } = JSON.parse(/var themes = (.*);/.exec(code)?.[1] ?? "") as Record<string, object>;
  expect(others).toEqual({});
  expect(Object.keys(light ?? {})).toEqual(keptGroups);
  expect(light).toMatchObject({ zIndex: { "z-index-11": "519" }, motion: { "motion-duration-200": "200ms" } });
  expect(code).toContain("export { isTokenName, themeDefault, themeNameDefault, themes };");
});

it("a package of tokens that is written in another way stops the build", () => {
  expect(() => slimmed("const themes = load();")).toThrow("written in another way");
});
