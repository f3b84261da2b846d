import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** What only developers and Shopify's own settings call things. "desc" is a content type's name, "Description" its label. */
const internal =
  /\b(?:configs?|desc|seo_title|seo_desc|image_alt|payloads?|locales?|metafields?|enqueue\w*|upsert\w*)\b/i;

/** Shopify's admin itself says "metafield", so where something is to be found or entered there, the page does too. */
const places = ["app/i18n/en/product.ts", "app/i18n/en/rules.ts", "app/i18n/en/answers.ts"];
const languages = ["de", "en", "es", "fr", "ja"];
const answers = languages.map((language) => `app/i18n/${language}/answers.ts`);
const rules = languages.map((language) => `app/i18n/${language}/rules.ts`);
const allowed: { text: RegExp; where: readonly string[] }[] = [
  { text: /metafields?/gi, where: places },
  // A column of the file that a glossary is imported from.
  { text: /\blocale\b/g, where: [...rules, ...answers] },
  // What the person typed is called by its letters.
  { text: /image_alt/g, where: answers },
];

/** Written to the model, or to whoever reads a log or runs the app. */
const notForMerchants =
  /^app\/(?:content\/(?:build-prompt|prompt-|ask-again|answer-schema)|config\.ts|db\/|lib\/logger)/;
const inPages = /^app\/(?:ui|pages|routes|i18n\/en)\//;

interface Said {
  where: string;
  text: string;
}

function textsOf(file: string): Said[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Said[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || isForDevelopers(node, source)) return;
    const text = textOf(node);
    if (text !== null && isShown(file, text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ where: `${file}:${line + 1}`, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function textOf(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text.replace(/\s+/g, " ").trim();
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
}

/** Errors that are thrown speak to a log, in their first argument; classes and ids are nobody's words. */
function isForDevelopers(node: ts.Node, source: ts.SourceFile): boolean {
  if (ts.isJsxAttribute(node)) return /^(?:className|id|name|key)$/.test(node.name.getText(source));
  const { parent } = node;
  if (!parent || !ts.isNewExpression(parent) || node === parent.expression) return false;
  return parent.arguments?.[0] === node && /Error$/.test(parent.expression.getText(source));
}

/** In the pages each phrase, elsewhere each sentence. */
function isShown(file: string, text: string): boolean {
  // The value of a choice.
  if (/^[a-z]+ (?:asc|desc)$/.test(text)) return false;
  if (/^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|CREATE)\b/.test(text)) return false;
  return inPages.test(file) ? /\p{L}{2,} \p{L}|^\p{Lu}\p{L}+$/u.test(text) : /^\p{Lu}.* .*[.?!…]$/su.test(text);
}

const texts = globSync("app/**/*.{ts,tsx}")
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !notForMerchants.test(file))
  .sort()
  .flatMap(textsOf);

describe("what merchants read: pages, dialogs, folded sections, toasts, refusals and failures", () => {
  it("is found in the sources at all", () => {
    const all = texts.map(({ text }) => text);
    expect(all.length).toBeGreaterThan(800);
    // A dialog, a toast, a refusal, a failure, a label.
    expect(all).toContain("Stop this run?");
    expect(all).toContain("Rules deleted");
    expect(all).toContain("Enter some text, or reject the version instead.");
    expect(all).toContain("Shopify could not be reached.");
    expect(all).toContain("Write each variant on its own");
  });

  it("calls nothing by a name that only developers know", () => {
    const wrong = texts.filter(({ where, text }) => {
      const excused = allowed.filter((one) => one.where.some((place) => where.startsWith(place)));
      return internal.test(excused.reduce((left, one) => left.replace(one.text, ""), text));
    });
    expect(wrong).toEqual([]);
  });
});
