import { startCollectionsRefresh } from "../catalog/collections/start-refresh.ts";
import { type ImportDeps, type ImportResult, importProducts } from "../catalog/import-products.ts";
import { importJob } from "../catalog/jobs.ts";
import { startTextsImport } from "../catalog/resources/start-texts-import.ts";
import { startMarking } from "../quality/near-duplicates/start-marking.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { defineTask } from "./define-task.ts";

export type ImportTaskDeps = Omit<ImportDeps, "admin"> & { admin: AdminApiFor };

/** Imports a shop's catalogue, then starts what has to follow; one item. */
export function createImportTask(deps: ImportTaskDeps) {
  return defineTask(importJob, async (context) => {
    const { db, clock, fetch, logger } = deps;
    const result = await importProducts({ db, clock, fetch, logger, admin: deps.admin(context.shop) }, context);
    // Members are kept by the rows of their products, so these come first.
    await startCollectionsRefresh({ db, clock }, { shop: context.shop, createdBy: "import" });
    await startMarking(deps, context.shop);
    const { partial, translations } = result;
    if (translations && !translations.denied) {
      await startTextsImport({ db, clock }, { shop: context.shop, createdBy: "import" });
    }
    return {
      outcome: "done",
      partial: partial || (translations?.refused ?? false),
      result,
      message: summary(result),
    };
  });
}

/** What a person reads of it, with what to do when it is not all. */
export function summary(result: ImportResult): string {
  const { added, changed, unchanged, outranked, unreadable, gone, partial, translations } = result;
  const total = (added + changed + unchanged + outranked).toLocaleString("en");
  const ofTranslations = translations?.denied
    ? " Translations were left as they are: open the app from the Shopify admin and accept its permissions, then import again."
    : translations?.refused
      ? " Shopify does not answer a question about translations any more: those stay as they were. If an import later says the same, tell whoever runs this app: its log names the question."
      : translations?.partial
        ? " Shopify delivered only a part of the translations: none was removed."
        : "";
  const words = `${total} products: ${added} new, ${changed} changed, ${gone} no longer in the shop.${ofTranslations}`;
  if (unreadable > 0) {
    const them = unreadable === 1 ? "1 product" : `${unreadable.toLocaleString("en")} products`;
    return `Partial: ${them} could not be read, because Shopify described them in a way that Shelfwright does not know. They stay as they were, and no product was marked as gone. ${words} Import again; if it says the same, tell whoever runs this app: its log names them.`;
  }
  return partial
    ? `Partial: Shopify delivered only a part of the catalogue, so no product was marked as gone. ${words} Import again to complete it.`
    : words;
}
