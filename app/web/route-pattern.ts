import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { isReadable } from "./check-head.ts";

/** Matching ranks all routes anew; a burst of webhooks has one path. */
const maxKnown = 500;

interface Node {
  id: string;
  path?: string | undefined;
  index?: boolean | undefined;
  children: Node[];
}

/** @returns of a path the pattern of its route, e.g. `/app/products/:id`; `static` for files, `none` where no route is */
export function routePatterns(routes: ServerBuild["routes"]): (path: string) => string {
  const tree = childrenOf(routes, undefined);
  const known = new Map<string, string>();
  return (path) => {
    if (path.startsWith("/assets/")) return "static";
    const found = known.get(path) ?? patternOf(tree, path);
    if (known.size >= maxKnown) known.clear();
    known.set(path, found);
    return found;
  };
}

/** What cannot be decoded is no route: the router would print its doubts of each. */
function patternOf(tree: Node[], path: string): string {
  if (!isReadable(path)) return "none";
  const matches = matchRoutes(tree as Parameters<typeof matchRoutes>[0], path);
  if (!matches) return "none";
  const parts = matches.map(({ route }) => route.path ?? "").filter((part) => part !== "");
  return `/${parts.join("/")}`;
}

function childrenOf(routes: ServerBuild["routes"], parentId: string | undefined): Node[] {
  return Object.values(routes)
    .filter((route) => route !== undefined && (route.parentId ?? undefined) === parentId)
    .flatMap((route) =>
      route ? [{ id: route.id, path: route.path, index: route.index, children: childrenOf(routes, route.id) }] : [],
    );
}
