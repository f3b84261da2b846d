import { GraphQLError } from "graphql";

export interface PageArgs {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
}

export interface Connection<T> {
  nodes: T[];
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

export type Key = string | number;

export function encodeCursor(id: number | string, value?: Key): string {
  return Buffer.from(JSON.stringify({ last_id: id, last_value: String(value ?? id) })).toString("base64");
}

/** Throws Shopify's error for a cursor that it did not give. */
export function decodeCursor(cursor: string): { id: number | string; value: string } {
  try {
    const read = JSON.parse(Buffer.from(cursor, "base64").toString("utf8")) as {
      last_id?: unknown;
      last_value?: unknown;
    };
    if (typeof read.last_id === "number" || typeof read.last_id === "string") {
      return { id: read.last_id, value: String(read.last_value) };
    }
  } catch {
    // Falls through to the error below.
  }
  throw new GraphQLError("Invalid cursor for current pagination sort.", { extensions: { code: "BAD_REQUEST" } });
}

/** Checks `first` and `last` as Shopify does: one of them, at most 250. */
export function pageSize(args: PageArgs, limit = 250): { size: number; backwards: boolean } {
  const fail = (message: string) => {
    throw new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
  };
  const size = args.first ?? args.last;
  if (size === null || size === undefined) return fail("you must provide one of first or last");
  if (args.first != null && args.last != null) return fail("providing both first and last is not supported");
  if (size > limit) return fail(`${args.first != null ? "first" : "last"} cannot exceed ${limit}`);
  if (size < 0) return fail(`${args.first != null ? "first" : "last"} must be at least 0`);
  return { size, backwards: args.first == null };
}

export function makeConnection<T>(
  nodes: T[],
  cursorOf: (node: T) => string,
  more: { next: boolean; previous: boolean },
): Connection<T> {
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: more.next,
      hasPreviousPage: more.previous,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** A page of a list that is at hand as a whole. */
export function paginate<T>(
  list: readonly T[],
  args: PageArgs,
  idOf: (item: T) => number | string,
  limit = 250,
): Connection<T> {
  const { size, backwards } = pageSize(args, limit);
  const ordered = args.reverse ? [...list].reverse() : list;
  let from = 0;
  let to = ordered.length;
  if (args.after) {
    const { id } = decodeCursor(args.after);
    const at = ordered.findIndex((item) => idOf(item) === id);
    from = at + 1;
  }
  if (args.before) {
    const { id } = decodeCursor(args.before);
    const at = ordered.findIndex((item) => idOf(item) === id);
    if (at >= 0) to = at;
  }
  const start = backwards ? Math.max(from, to - size) : from;
  const end = backwards ? to : Math.min(to, from + size);
  return makeConnection(ordered.slice(start, end), (item) => encodeCursor(idOf(item)), {
    next: end < ordered.length,
    previous: start > 0,
  });
}

/** A page of a lazy list: reads as far as it has to, when asked for its first items. */
export function lazyPage<T>(items: Iterable<T>, args: PageArgs, idOf: (item: T) => number | string): Connection<T> {
  if (args.first == null) return paginate([...items], { ...args, reverse: false }, idOf);
  const { size } = pageSize(args);
  const found: T[] = [];
  const after = args.after ? decodeCursor(args.after).id : undefined;
  let started = after === undefined;
  for (const item of items) {
    if (started) found.push(item);
    if (idOf(item) === after) started = true;
    if (found.length > size) break;
  }
  return makeConnection(found.slice(0, size), (item) => encodeCursor(idOf(item)), {
    next: found.length > size,
    previous: after !== undefined,
  });
}
