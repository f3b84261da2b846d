import ts from "typescript";
import { expect, it } from "vitest";
import { findLostSteps } from "../../scripts/support/find-lost-steps.ts";

const name = "/sample.ts";

/** The lines of a text of TypeScript that hold lost steps. */
function lostLines(text: string): string[] {
  const options: ts.CompilerOptions = { target: ts.ScriptTarget.ESNext, strict: true, types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === name || fileExists(path);
  host.getSourceFile = (path, ...rest) =>
    path === name
      ? ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)
      : getSourceFile.call(host, path, ...rest);
  const program = ts.createProgram([name], options, host);
  const lines = text.split("\n");
  return findLostSteps(program, (file) => file.fileName === name).map(
    ({ file, node }) => lines[file.getLineAndCharacterOfPosition(node.getStart()).line]?.trim() ?? "",
  );
}

const declared = `
type Steps<T> = Generator<string, T, unknown>;
declare function add(): Steps<number>;
declare const note: ((text: string) => Steps<void>) | undefined;
declare function transact(body: () => Steps<unknown>): Promise<void>;
declare function enqueue(stored: () => void, more?: { done(): void }): void;
`;

it("finds steps that are made as a statement, or given where nothing takes them", () => {
  const lost = ["add();", 'note?.("x");', "void add();", "enqueue(() => add());", "enqueue(add);"];
  expect(lostLines(`${declared}\nexport function* body() {\n${lost.join("\n")}\n}`)).toEqual(lost);
});

it("lets pass what is yielded, kept, given back or handed on", () => {
  const fine = [
    "yield* add();",
    'if (note) yield* note("x");',
    "const kept = add();",
    "yield* kept;",
    "void transact(add);",
    "void transact(() => add());",
    "enqueue(() => undefined);",
    "return yield* add();",
  ];
  expect(lostLines(`${declared}\nexport function* body(): Steps<number> {\n${fine.join("\n")}\n}`)).toEqual([]);
});
