import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { maxCsvChars } from "../../app/rules/terms/terms-of-csv.ts";
import { bodyRuleOf } from "../../app/web/body-rules.ts";

const folder = "app/routes";

/** The address of a route by its file's name, as Remix reads it, with a value for each of its parameters. */
function pathOf(file: string): string {
  const parts = file.replace(/\.tsx?$/, "").split(".");
  const named = parts.map((part) => part.replace(/_$/, "")).filter((part) => part !== "_index" && part !== "");
  return `/${named.map((part) => part.replace(/^\$\w*$/, "x1")).join("/")}`;
}

const routes = readdirSync(folder).map((file) => ({ file, source: readFileSync(join(folder, file), "utf8") }));

it.each(routes.filter(({ source }) => source.includes("request.json()")))(
  "$file reads JSON, and its address takes it",
  ({ file }) => {
    expect(bodyRuleOf(pathOf(file)).types).toEqual(["application/json"]);
  },
);

it.each(routes.filter(({ source }) => source.includes("request.formData()")))(
  "$file reads a form, and its address takes it",
  ({ file }) => {
    expect(bodyRuleOf(pathOf(file)).types).toContain("application/x-www-form-urlencoded");
  },
);

it("a glossary's file of Chinese signs is taken as a whole", () => {
  const body = JSON.stringify({ csv: "詞".repeat(maxCsvChars) });
  expect(Buffer.byteLength(body)).toBeLessThan(bodyRuleOf("/app/rules/glossary/de").maxBytes);
});
