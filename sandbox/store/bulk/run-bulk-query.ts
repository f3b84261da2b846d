import { closeSync, openSync, writeSync } from "node:fs";
import { type FieldNode, GraphQLError, getNamedType, Kind, type OperationDefinitionNode } from "graphql";
import type { Random } from "../../shared/random.ts";
import { fragmentsOf } from "../cost.ts";
import type { Context } from "../resolve/context.ts";
import { adminSchema, checkDocument } from "../schema.ts";
import { type ChildConnection, compileConnection } from "./compile-selection.ts";
import type { BulkProgress } from "./operations.ts";

interface Waiting {
  parentId: string;
  source: unknown;
  child: ChildConnection;
}

/** Roots that are written before the first of their children may follow, and how many children may wait at most. */
const chunk = 50;
const maxWaiting = 2000;

/**
 * Writes the result of a bulk query as JSONL. Children follow their parent at once when `group` is on; else they come later,
 * among other products' lines, in an order of chance, though never before their own parent.
 */
export async function runBulkQuery(
  deps: { context: Context; random: Random },
  root: ChildConnection,
  group: boolean,
  progress: BulkProgress,
): Promise<void> {
  const { context, random } = deps;
  const out = createLines(progress);
  let waiting: Waiting[] = [];

  const line = (child: ChildConnection, source: unknown, parentId: string | undefined, isRoot: boolean) => {
    const shown = child.node.read(source, context);
    const id = typeof shown.id === "string" ? shown.id : "";
    if (parentId !== undefined) shown.__parentId = parentId;
    out.add(JSON.stringify(shown));
    progress.count(1, isRoot ? 1 : 0);
    for (const nested of child.node.childrenOf(source)) {
      for (const item of nested.items(source, context)) {
        if (group) line(nested, item, id, false);
        else waiting.push({ parentId: id, source: item, child: nested });
      }
    }
  };
  const release = (keep: number) => {
    const mixed = random.shuffle(waiting);
    waiting = mixed.slice(0, keep);
    for (const item of mixed.slice(keep))
      if (!progress.cancelled()) line(item.child, item.source, item.parentId, false);
  };

  let roots = 0;
  try {
    for (const source of root.items(undefined, context)) {
      if (progress.cancelled()) break;
      line(root, source, undefined, true);
      roots += 1;
      if (roots % chunk === 0) release(Math.min(maxWaiting, Math.floor(waiting.length / 2)));
      if (roots % 20 === 0) await out.breathe();
    }
    while (waiting.length > 0 && !progress.cancelled()) release(0);
  } finally {
    out.end();
  }
}

/** The connection that the query is about. Throws when a selected field is not modelled. */
export function compileBulkQuery(query: string): ChildConnection {
  const { document } = checkDocument(query);
  const operation = document?.definitions.find(
    (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION,
  );
  const rootType = adminSchema().getQueryType();
  const node = operation?.selectionSet.selections.find((s): s is FieldNode => s.kind === Kind.FIELD);
  const field = node ? rootType?.getFields()[node.name.value] : undefined;
  if (!document || !node || !field) throw new Error("A checked bulk query has a root field.");
  const fragments = fragmentsOf(document);
  if (getNamedType(field.type).name.endsWith("Connection"))
    return compileConnection("QueryRoot", node, field, fragments);
  throw new GraphQLError(`The sandbox store does not model bulk queries below ${field.name}`, {
    extensions: { code: "SANDBOX_NOT_MODELLED" },
  });
}

/** Buffered lines to a file, with pauses that let the server answer meanwhile. */
export function createLines(progress: BulkProgress) {
  // Written synchronously: a page-cache write of some hundred kilobytes is shorter than a turn through the thread pool.
  const file = openSync(progress.file, "w");
  let buffer: string[] = [];
  let size = 0;
  let last = performance.now();
  const flush = () => {
    if (buffer.length > 0) writeSync(file, `${buffer.join("\n")}\n`);
    buffer = [];
    size = 0;
  };
  return {
    add(text: string) {
      buffer.push(text);
      size += text.length;
      if (size > 256_000) flush();
    },
    async breathe() {
      if (performance.now() - last < 10) return;
      await new Promise((resolve) => setImmediate(resolve));
      last = performance.now();
    },
    end() {
      flush();
      closeSync(file);
    },
  };
}
