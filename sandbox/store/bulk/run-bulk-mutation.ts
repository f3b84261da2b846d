import type { DocumentNode } from "graphql";
import { runDocument } from "../execute.ts";
import type { Context } from "../resolve/context.ts";
import type { BulkProgress } from "./operations.ts";
import { createLines } from "./run-bulk-query.ts";

/** Runs a mutation once per line of variables; every line has an answer, with its own errors, in order. */
export async function runBulkMutation(
  context: Context,
  document: DocumentNode,
  lines: string,
  progress: BulkProgress,
): Promise<void> {
  const out = createLines(progress);
  try {
    for (const [number, line] of lines.split("\n").entries()) {
      if (progress.cancelled()) break;
      if (line.trim() === "") continue;
      out.add(JSON.stringify({ ...runLine(context, document, line), __lineNumber: number }));
      progress.count(1, 1);
      await out.breathe();
    }
  } finally {
    out.end();
  }
}

function runLine(context: Context, document: DocumentNode, line: string) {
  let variables: Record<string, unknown>;
  try {
    variables = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return { errors: [{ message: "The line is not valid JSON." }] };
  }
  const result = runDocument(context, document, variables);
  const errors = result.errors ? { errors: result.errors.map((e) => e.toJSON()) } : {};
  return { ...(result.data === undefined ? {} : { data: result.data }), ...errors };
}
