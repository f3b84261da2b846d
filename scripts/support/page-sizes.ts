import { globSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { z } from "zod";

/** Where the sizes that pages may have stand, one row a page. */
export const tableFile = "docs/page-sizes.md";
/** What a page may load without a reason; bytes, gzipped. */
export const usualBytes = 180_000;
/** So much more than its row a page may have before it is looked at. */
export const tolerance = 1.1;

export interface PageRow {
  page: string;
  bytes: number;
  /** why it is more than usual; "" for what is not */
  reason: string;
}

const moduleSchema = z.object({ module: z.string(), imports: z.array(z.string()).default([]) });
const manifestSchema = z.object({
  entry: moduleSchema,
  routes: z.record(
    z.string(),
    moduleSchema.extend({ id: z.string(), parentId: z.string().optional(), hasErrorBoundary: z.boolean() }),
  ),
});

/**
 * The JavaScript that a browser loads for each page on its first opening: the entry and its routes from the root down, with
 * all that they import statically, each file once. What is fetched later or by language (words) is not in it.
 * @param client the built client, as Vite leaves it @returns the largest first
 */
export function readPageSizes(client = "build/client"): Omit<PageRow, "reason">[] {
  const [file] = globSync(`${client}/assets/manifest-*.js`);
  if (!file) throw new Error("there is no built client: run `npm run build`");
  const text = readFileSync(file, "utf8");
  const { entry, routes } = manifestSchema.parse(JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)));
  const sizes = new Map<string, number>();
  const sizeOf = (path: string) => {
    const known = sizes.get(path) ?? gzipSync(readFileSync(client + path)).length;
    sizes.set(path, known);
    return known;
  };
  // Only pages show what went wrong with them: routes without it answer with data.
  const pages = Object.values(routes).filter((route) => route.hasErrorBoundary && route.id !== "root");
  return pages
    .map(({ id }) => {
      const files = new Set([entry.module, ...entry.imports]);
      for (let route = routes[id]; route; route = route.parentId === undefined ? undefined : routes[route.parentId]) {
        for (const path of [route.module, ...route.imports]) files.add(path);
      }
      return { page: id.replace("routes/", ""), bytes: [...files].reduce((sum, path) => sum + sizeOf(path), 0) };
    })
    .sort((a, b) => b.bytes - a.bytes);
}

/** The rows of {@link tableFile}. */
export function readTable(text = readFileSync(tableFile, "utf8")): PageRow[] {
  return [...text.matchAll(/^\| `([^`]+)` \| ([\d.]+) \|(.*)\|$/gm)].map(([, page = "", kilobytes, reason = ""]) => ({
    page,
    bytes: Math.round(Number(kilobytes) * 1_000),
    reason: reason.trim(),
  }));
}

export function rowOf({ page, bytes, reason }: PageRow): string {
  return `| \`${page}\` | ${(bytes / 1_000).toFixed(1)} | ${reason} |`;
}

/** What is wrong with the sizes of the pages, in a sentence each. */
export function judgeSizes(sizes: readonly Omit<PageRow, "reason">[], table: readonly PageRow[]): string[] {
  const said = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
  const problems = sizes.flatMap(({ page, bytes }) => {
    const row = table.find((one) => one.page === page);
    if (!row) return [`${page} loads ${said(bytes)} and has no row`];
    if (bytes > row.bytes * tolerance) return [`${page} loads ${said(bytes)}, its row says ${said(row.bytes)}`];
    if (bytes > usualBytes && row.reason === "") {
      return [`${page} loads ${said(bytes)}, more than ${said(usualBytes)}, and its row gives no reason`];
    }
    return [];
  });
  const gone = table.filter(({ page }) => !sizes.some((one) => one.page === page));
  return [...problems, ...gone.map(({ page }) => `${page} has a row and is no page`)];
}
