import { importTextsJob } from "../catalog/jobs.ts";
import { type ImportedResources, importResources } from "../catalog/resources/import-resources.ts";
import type { ResourcesDeps } from "../catalog/resources/resources-context.ts";
import type { ResourceKind } from "../db/schema/index.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { defineTask } from "./define-task.ts";

/** Reads a shop's texts beside its products after an import; one item. */
export function createTextsTask(deps: Omit<ResourcesDeps, "admin"> & { admin: AdminApiFor }) {
  return defineTask(importTextsJob, async (context) => {
    const { db, clock, logger } = deps;
    const resources = await importResources({ db, clock, logger, admin: deps.admin(context.shop) }, context);
    const leaves = resources.denied.length > 0 || resources.partial.length > 0;
    return { outcome: "done", partial: leaves, result: { resources }, message: textsSummary(resources) };
  });
}

/** What a person reads of it, with what to do when it is not all. */
export function textsSummary({ changed, denied, partial, anew, leftOut }: ImportedResources): string {
  const sentences = [
    `Collections, pages, menus and other texts were read with their translations: ${changed.toLocaleString("en")} changed.`,
    anew.length > 0 ? `Shopify lost the place on the way, so these were read from the beginning: ${named(anew)}.` : "",
    denied.length > 0
      ? `Shopify did not let the app read these texts, which stay as they were: ${named(denied)}. Open the app from the Shopify admin and accept its permissions, then import again.`
      : "",
    partial.length > 0
      ? `These texts could not be read whole, and none of them was marked as gone: ${named(partial)}. Import again to complete them.`
      : "",
    leftOut.notTranslatable > 0
      ? `Not translated, because their definition in Shopify does not allow it: ${entries(leftOut.notTranslatable)}. Allow translations there (Settings, Custom data), then import again.`
      : "",
    leftOut.ofApps > 0 ? `Left to the apps that they belong to: ${entries(leftOut.ofApps)}.` : "",
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function entries(count: number): string {
  return count === 1 ? "1 metaobject" : `${count.toLocaleString("en")} metaobjects`;
}

const kindWords: Readonly<Record<ResourceKind, string>> = {
  collection: "collections",
  page: "pages",
  blog: "blogs",
  article: "articles",
  policy: "policies",
  menu: "menus",
  metaobject: "metaobjects",
  filter: "filters",
  shop: "the store's search texts",
};

function named(kinds: readonly ResourceKind[]): string {
  return new Intl.ListFormat("en").format(kinds.map((kind) => kindWords[kind]));
}
