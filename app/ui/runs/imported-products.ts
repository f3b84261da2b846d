import type { RunView } from "./run-view.ts";

/** The list of what an import brought, whether it is sold now or not. */
export function importedProductsUrl(jobId: string): string {
  return `/app/products?job=${encodeURIComponent(jobId)}`;
}

/** Where a run that has ended shows what came of it: an import the products that it brought, others their own page. */
export function endedRunUrl({ id, kind, done }: Pick<RunView, "id" | "kind" | "done">): string {
  if (kind === "import-products" && done > 0) return importedProductsUrl(id);
  return `/app/activity/${encodeURIComponent(id)}`;
}
