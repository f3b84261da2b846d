import { z } from "zod";
import { defineJob } from "../jobs/task.ts";
import { productIdSchema } from "../lib/brand.ts";

/** Imports a shop's whole catalogue; one item, one import at a time. */
export const importJob = defineJob({
  kind: "import-products",
  needs: ["shopify"],
  payload: z.object({}),
  item: z.null(),
  exclusiveGroup: "import-products",
});

/**
 * Reads the texts of a shop beside its products with their translations, after an import; one item. Of a shop with a hundred
 * thousand metaobjects that takes hours, for which the products do not wait.
 */
export const importTextsJob = defineJob({
  kind: "import-texts",
  needs: ["shopify"],
  payload: z.object({}),
  item: z.null(),
  exclusiveGroup: "import-texts",
});

/** Reads one product per item again, after a webhook or an edit. */
export const refreshProductJob = defineJob({
  kind: "refresh-product",
  needs: ["shopify"],
  payload: z.object({}),
  item: z.object({ productId: productIdSchema }),
  exclusiveGroup: "refresh-product",
});

/** Reads all collections after an import (`null`), or one after a webhook. */
export const refreshCollectionsJob = defineJob({
  kind: "refresh-collections",
  needs: ["shopify"],
  payload: z.object({}),
  // It becomes a part of a query.
  item: z.object({ collectionId: z.string().regex(/^\d+$/).nullable() }),
  exclusiveGroup: "refresh-collections",
});

/** Reads the shop's languages and markets again after a webhook. */
export const refreshLanguagesJob = defineJob({
  kind: "refresh-languages",
  needs: ["shopify"],
  payload: z.object({}),
  item: z.null(),
  exclusiveGroup: "refresh-languages",
});
