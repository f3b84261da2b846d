import ts from "typescript";

export interface LostSteps {
  file: ts.SourceFile;
  node: ts.Node;
}

/**
 * Finds steps (`db/steps.ts`) that are made and neither `yield*`ed nor handed on: they never run, and no type says so. That is a
 * call of a generator function as a statement, and such a function given where one is wanted that answers nothing.
 */
export function findLostSteps(program: ts.Program, isOurs: (file: ts.SourceFile) => boolean): LostSteps[] {
  const checker = program.getTypeChecker();
  const found: LostSteps[] = [];

  const isGenerator = (type: ts.Type): boolean => checker.getNonNullableType(type).symbol?.name === "Generator";
  const signaturesOf = (type: ts.Type | undefined) =>
    type === undefined ? [] : checker.getNonNullableType(type).getCallSignatures();
  const answersNothing = (type: ts.Type | undefined): boolean => {
    const signatures = signaturesOf(type);
    return signatures.length > 0 && signatures.every((one) => (one.getReturnType().flags & ts.TypeFlags.Void) !== 0);
  };

  function isLost(node: ts.Node): boolean {
    if (ts.isExpressionStatement(node))
      return !ts.isYieldExpression(node.expression) && isGenerator(checker.getTypeAtLocation(node.expression));
    if (ts.isVoidExpression(node)) return isGenerator(checker.getTypeAtLocation(node.expression));
    const given = ts.isArrowFunction(node) || (ts.isIdentifier(node) && ts.isCallExpression(node.parent));
    if (!given || !answersNothing(checker.getContextualType(node))) return false;
    return signaturesOf(checker.getTypeAtLocation(node)).some((one) => isGenerator(one.getReturnType()));
  }

  for (const file of program.getSourceFiles().filter(isOurs)) {
    const visit = (node: ts.Node): void => {
      if (isLost(node)) found.push({ file, node });
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}
