import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, it } from "vitest";

/** What looks like words and is read by programs, or is a name. */
const forPrograms: readonly RegExp[] = [
  // Keys, and headers of HTTP.
  /^(?:Mod|Shift|Control|Ctrl|Arrow|Enter|Escape|Esc|Tab)\b/,
  /^Arrow(?:Up|Down|Left|Right)$|^(?:Content-Type|Cache-Control|Retry-After)$/,
  // Names: of the app, of Polaris's parts, of errors, of what Shopify calls a product's only variant.
  /^Shelfwright$|^PolarisPortalsContainer$|^AbortError$|^Default Title$/,
  // The start of an error that Remix throws, a font, a drawing, a rule of the editor's schema.
  /^Unable to decode$|^\d+px Arial$|^<svg |^paragraph block\*$/,
  // Polaris's word for every row, a sample of what a merchant types, SQL.
  /^All$|^bullets_1 → |^SELECT /,
];

/** Files in which English is meant. */
const english: Record<string, string> = {
  "app/pages/answer-action.ts": "failures of Shopify and the model are told in English, and what stands behind them is",
  "app/ui/product/warning-text.ts":
    "makes sentences of what checks say, which is English and shown to its readers alone",
  "app/ui/marks/fact-name.ts": "the names that facts are stored by",
  "app/ui/products/list-address.ts": "views that pages name in the reader's language by their ids",
  "app/routes/metrics.ts": "read by a machine",
  "app/ui/calm/trouble.ts": "reasons of an abort, which nobody reads",
};

/** Errors and logs speak to whoever runs the app. */
function isForLog(node: ts.Node, source: ts.SourceFile): boolean {
  const { parent } = node;
  if (ts.isNewExpression(parent)) return /Error$/.test(parent.expression.getText(source));
  return ts.isCallExpression(parent) && /\blogger\.|^super$/.test(parent.expression.getText(source));
}

function textOf(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text.replace(/\s+/g, " ").trim();
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
}

/** Several words, or one that begins as a sentence or a label does. */
const likeWords = /\p{L}{2,} \p{L}{2,}|^\p{Lu}\p{Ll}{2,}/u;
const notRead = /^(?:className|id|key|href|url|to|style)$/;

function wordsIn(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    if (ts.isJsxAttribute(node) && notRead.test(node.name.getText(source))) return;
    const text = textOf(node);
    const isClass = text !== null && /\bsw-/.test(text);
    if (text !== null && likeWords.test(text) && !isClass && !isForLog(node, source)) {
      if (!forPrograms.some((one) => one.test(text))) found.push(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it("pages and what draws them hold no words: those stand in app/i18n", () => {
  const files = [...globSync("app/{ui,pages,routes}/**/*.{ts,tsx}"), "app/root.tsx"].map((file) =>
    file.replaceAll("\\", "/"),
  );
  expect(files.length).toBeGreaterThan(300);
  const left = files
    .filter((file) => !Object.hasOwn(english, file))
    .flatMap((file) => wordsIn(file, readFileSync(file, "utf8")).map((text) => `${file}: ${text}`));
  expect(left).toEqual([]);
});

it("finds words in a label, between tags, in a template, and in what an action answers", () => {
  const code = `
    const answer = { message: "Text saved", problem: \`Keep it within \${limit} characters\` };
    const page = <Page title="Settings" className="wide page"><p>Not saved yet.</p></Page>;
    throw new Error("no such job");
  `;
  expect(wordsIn("a.tsx", code)).toEqual(["Text saved", "Keep it within … characters", "Settings", "Not saved yet."]);
});
