import { z } from "zod";
import { startCollectionsRefresh } from "../catalog/collections/start-refresh.ts";
import { type ImportDeps, type ImportResult, importProducts } from "../catalog/import-products.ts";
import { importJobKind } from "../catalog/start-import.ts";
import type { Task } from "../jobs/task.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { startMarking } from "./mark-live-texts.ts";
import { parkedWithoutAccess } from "./publish.ts";

export type ImportTaskDeps = Omit<ImportDeps, "admin"> & { admin: AdminApiFor };

/** The kind of job that imports a shop's catalogue; one item. */
export function createImportTask(deps: ImportTaskDeps): Task<Record<string, never>, null> {
  return {
    kind: importJobKind,
    needs: ["shopify"],
    payload: z.object({}),
    item: z.null(),
    exclusiveGroup: importJobKind,
    run: (context) =>
      parkedWithoutAccess(async () => {
        const { db, clock, fetch, logger } = deps;
        const result = await importProducts({ db, clock, fetch, logger, admin: deps.admin(context.shop) }, context);
        // Members are kept by the rows of their products, so these come first.
        await startCollectionsRefresh({ db, clock }, { shop: context.shop, createdBy: "import" });
        await startMarking(deps, context.shop);
        return { outcome: "done", result, message: summary(result) };
      }),
  };
}

function summary({ added, changed, unchanged, outranked, gone, partial }: ImportResult): string {
  const total = (added + changed + unchanged + outranked).toLocaleString("en");
  const words = `${total} products: ${added} new, ${changed} changed, ${gone} no longer in the shop.`;
  return partial
    ? `${words} Shopify delivered only a part of the catalogue, so nothing was marked as gone. Import again to complete it.`
    : words;
}
