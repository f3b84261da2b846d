import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { reviewFields } from "../../app/catalog/reviews/review-columns.ts";

/**
 * The strings that results of commands may hold, by the name of their property. Each is data that a caller may show or store as
 * it is; a reason is a code, and its words are made by whoever asks.
 */
const data: Readonly<Record<string, string>> = {
  feedId: "a feed",
  templateId: "a template of feeds",
  viewId: "id",
  configId: "id",
  queueId: "id",
  person: "as decisions keep it",
  contentType: "the name of a slot",
  field: "the name of a field, as it was sent",
  known: "names of fields",
  options: "values that a field can have",
  expected: "the name of a type",
  received: "the name of a type",
  of: "the name of a type",
  limit: "an amount; zod has some that no number holds",
  label: "a name that a merchant gave",
  name: "a name that a merchant gave",
  now: "a name that a merchant gave",
  word: "of a merchant's glossary",
  term: "of a merchant's glossary",
  keyword: "of a merchant's rules",
  words: "that a merchant's rules ask for",
  choices: "that a merchant defined for a field",
  pattern: "that a merchant defined for a field",
  change: "the id of a change",
  channels: "names of channels",
  rule: "the id of a rule of a channel",
  channel: "the name of a channel",
  checked_on: "a day",
  what: "a kind of content that a channel does not take",
  address: "of a mailbox, as a person typed it",
  sign: "a sign whose code a text shows",
  tag: "an element that a translation has otherwise than its source",
  marked: "ids of products",
  model: "the provider's name of a model",
  calledByItself: "the provider's name of a model",
  offered: "the provider's names of models",
  parameter: "the provider's name of a parameter",
  changed: "values of settings, as they are saved",
  code: "the code of an OperationalError",
  merchantMessage: "of an OperationalError, which brings its words along",
  detail: "what JavaScript's own reader of JSON tells",
  contentTypes: "names of slots",
  locales: "names of languages, as they were sent",
  content_type: "the name of a slot, as findings keep it",
  id: "id",
  productId: "id",
  parentId: "id",
  jobId: "id",
  title: "a product's, as the store has it",
  text: "of a merchant: words of a text, of a reason or of a fact",
  body: "a text, as it is stored",
  base: "the live text under a draft, as it was",
  quote: "words of a text",
  with: "words for a text, of a fact",
  fact: "the name of a field of the store",
  path: "where a fact stands in a product",
  value: "of a fact, as the store has it",
  source: "where a fact comes from: a code",
  description: "of a finding, which brings its words along",
  by: "as decisions keep it",
  createdBy: "as decisions keep it",
  decidedBy: "as decisions keep it",
  reason: "in a person's own words",
  locale: "BCP-47",
  examined: "a code",
  factsDigest: "a digest",
  digest: "a digest",
  columns: "names of columns of a file",
  ...columnsOfFile(),
  importId: "id",
  app: "the name of a review app",
  product: "as a file names it",
  unknownProducts: "as a file names them",
  written: "what stands in a cell of a file",
};

/** Field of a review → the name of its column, as a file has it. */
function columnsOfFile(): Record<string, string> {
  const names = ["head", "column", ...reviewFields.filter((field) => field !== "body" && field !== "title")];
  return Object.fromEntries(names.map((name) => [name, "the name of a column of a file"]));
}

const planted = resolve("app/commands/planted.ts");
const plantedText = `
  import type { JobId } from "../lib/brand.ts";
  type Result =
    | { kind: "started"; jobId: JobId; label: string }
    | { kind: "invalid"; problems: readonly { code: "text_empty"; message: string }[] };
  export const command = { name: "planted", run: async (): Promise<Result | null> => null };
`;

/** Property names of all strings in what a command's `run` returns, whatever they are wrapped in. */
function stringsIn(checker: ts.TypeChecker, result: ts.Type): Set<string> {
  const names = new Set<string>();
  const seen = new Set<ts.Type>();
  const walk = (type: ts.Type, name: string) => {
    if (type.flags & ts.TypeFlags.String) names.add(name);
    if (type.isUnion()) for (const one of type.types) walk(one, name);
    if (!(type.flags & ts.TypeFlags.Object) || seen.has(type)) return;
    seen.add(type);
    if (checker.isArrayType(type) || checker.isTupleType(type)) {
      for (const entry of checker.getTypeArguments(type as ts.TypeReference)) walk(entry, name);
      return;
    }
    for (const { type: value } of checker.getIndexInfosOfType(type)) walk(value, name);
    for (const property of checker.getPropertiesOfType(type)) {
      walk(checker.getTypeOfSymbol(property), property.name);
    }
  };
  walk(checker.getAwaitedType(result) ?? result, "");
  return names;
}

function resultOf(checker: ts.TypeChecker, command: ts.Type): ts.Type {
  const run = command.getProperty("run");
  const signature = run && checker.getTypeOfSymbol(run).getCallSignatures()[0];
  if (!signature) throw new Error("this is no command");
  return signature.getReturnType();
}

it("results of commands hold codes and data, and no words for a screen", { timeout: 120_000 }, () => {
  const { config } = ts.readConfigFile("tsconfig.json", (file) => readFileSync(file, "utf8"));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const host = ts.createCompilerHost(options);
  const onDisk = host.getSourceFile;
  host.getSourceFile = (file, ...rest) =>
    resolve(file) === planted ? ts.createSourceFile(file, plantedText, rest[0]) : onDisk.call(host, file, ...rest);
  const all = resolve("app/commands/all-commands.ts");
  const program = ts.createProgram([all, planted], options, host);
  const checker = program.getTypeChecker();
  const exported = (file: string, name: string) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    const symbol = module && checker.getExportsOfModule(module).find((one) => one.name === name);
    if (!symbol) throw new Error(`${file} exports no ${name}`);
    return checker.getTypeOfSymbol(symbol);
  };
  const unknown = (names: Set<string>) => [...names].filter((name) => !Object.hasOwn(data, name));
  expect(unknown(stringsIn(checker, resultOf(checker, exported(planted, "command"))))).toEqual(["message"]);

  const commands = checker.getTypeArguments(exported(all, "allCommands") as ts.TypeReference);
  expect(commands.length).toBeGreaterThan(40);
  const found = commands.map((command) => stringsIn(checker, resultOf(checker, command)));
  expect(found.flatMap(unknown)).toEqual([]);
  const used = new Set(found.flatMap((names) => [...names]));
  expect(Object.keys(data).filter((name) => !used.has(name))).toEqual([]);
});

/** Texts in a source that read as words: those with a space. */
function wordsIn(file: string, text: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      if (/\s/.test(node.text)) found.push(`${file}: ${node.text}`);
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

it("the source of commands holds no sentence", () => {
  const files = globSync("app/commands/**/*.ts");
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => wordsIn(file, readFileSync(file, "utf8")))).toEqual([]);
});

it("a sentence is found wherever a command writes it, and codes, names and comments are none", () => {
  const sentences = [
    'const result = { kind: "invalid", message: "Enter some text." };',
    `return invalid(\`Use at most \${most} characters.\`);`,
    `return invalid(\`\${label}: not valid\`);`,
    "const words = { empty: 'Nothing here' };",
  ];
  expect(sentences.filter((text) => wordsIn("a.ts", text).length === 0)).toEqual([]);
  const fine = [
    '/** Enter some text. */ const result = { kind: "text_empty" };',
    'import { editTexts } from "./edit-texts.ts";',
    `const key = \`\${shop}:\${id}\`;`,
    'const name = "product.edit";',
  ];
  expect(fine.flatMap((text) => wordsIn("a.ts", text))).toEqual([]);
});
