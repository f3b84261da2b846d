import {
  type RefreshDeps,
  type RefreshedCollections,
  refreshCollections,
} from "../catalog/collections/refresh-collections.ts";
import { refreshCollectionsJob } from "../catalog/jobs.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { defineTask } from "./define-task.ts";

/** Reads all collections after an import, or one after a webhook. */
export function createCollectionsTask(deps: Omit<RefreshDeps, "admin"> & { admin: AdminApiFor }) {
  return defineTask(refreshCollectionsJob, async (context, _payload, { collectionId }) => {
    const { db, clock, fetch } = deps;
    const result = await refreshCollections(
      { db, clock, fetch, admin: deps.admin(context.shop) },
      context,
      collectionId,
    );
    return { outcome: "done", partial: result.partial, result, message: summary(result, collectionId) };
  });
}

function summary({ collections, changed, gone, partial }: RefreshedCollections, only: string | null): string {
  const moved = changed === 1 ? "1 product came or went" : `${changed.toLocaleString("en")} products came or went`;
  if (only !== null)
    return gone > 0 ? "The collection is no longer in the shop." : `The collection was read: ${moved}.`;
  const words = `${collections.toLocaleString("en")} collections: ${moved}, ${gone} no longer in the shop.`;
  return partial
    ? `Partial: ${words} Shopify delivered only a part, so nothing was taken out. Import again to complete it.`
    : words;
}
