import ts from "typescript";
import { findLostSteps } from "./support/find-lost-steps.ts";

/** What `tsc --noEmit` finds, and with the same program what types cannot express: steps that never run. */
const host: ts.ParseConfigFileHost = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: stop };
const config = ts.getParsedCommandLineOfConfigFile("tsconfig.json", {}, host);
if (!config) throw new Error("tsconfig.json cannot be read");
const program = ts.createProgram(config.fileNames, config.options);
const findings = [...config.errors, ...ts.getPreEmitDiagnostics(program)];
const isOurs = (file: ts.SourceFile) => !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file);
for (const { file, node } of findLostSteps(program, isOurs)) {
  findings.push({
    ...{ file, start: node.getStart(), length: node.getWidth() },
    ...{ category: ts.DiagnosticCategory.Error, code: 0 },
    messageText: "These steps never run: `yield*` them, or hand them to db.transact or db.do.",
  });
}
print(findings);
process.exit(findings.length === 0 ? 0 : 1);

function print(diagnostics: readonly ts.Diagnostic[]): void {
  const format = {
    getCanonicalFileName: (name: string) => name,
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    getNewLine: () => "\n",
  };
  process.stdout.write(ts.formatDiagnostics(diagnostics, format));
}

function stop(diagnostic: ts.Diagnostic): never {
  print([diagnostic]);
  process.exit(1);
}
