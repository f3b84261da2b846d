import type { Db } from "../db/open.ts";
import type { ItemOutcome } from "../jobs/task.ts";
import type { Clock } from "../lib/clock.ts";
import { publishJob } from "../publishing/jobs.ts";
import { createMetafieldDefinitions } from "../publishing/metafield-definitions.ts";
import { type PublishReport, publishProduct } from "../publishing/publish-product.ts";
import { labelsOf, listContentTypes, type ShopContentType } from "../rules/content-types/list-content-types.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { defineTask } from "./define-task.ts";
import { alteredNote, stillWaiting, waitedFor } from "./wait-for-images.ts";

export interface PublishTaskDeps {
  db: Db;
  clock: Clock;
  admin: AdminApiFor;
}

/** Publishes the approved texts of one product per item. */
export function createPublishTask(deps: PublishTaskDeps) {
  const definitions = createMetafieldDefinitions();
  return defineTask(publishJob, async (context, { contentTypes, createdBy }, { productId }) => {
    const report = await publishProduct({ ...deps, definitions }, context, {
      shop: context.shop,
      productId,
      contentTypes,
      jobId: context.jobId,
      itemSeq: context.seq,
      createdBy: createdBy ?? null,
    });
    const types = await deps.db.do(listContentTypes(context.shop));
    return (await waitedFor(deps, context, report, types)) ?? outcomeOf(report, types);
  });
}

function outcomeOf(report: PublishReport, types: readonly ShopContentType[]): ItemOutcome {
  if (report.kind === "gone") {
    return {
      outcome: "failed",
      code: "product_gone",
      message:
        "This product is no longer in the shop, so nothing was published. Import the catalogue again to see what is there.",
    };
  }
  const { published, alreadyLive, altered, conflicts, problem } = report;
  const result = { published, alreadyLive, conflicts };
  const shown = [...published, ...alreadyLive];
  const said = [shown.length > 0 ? `Published: ${labelsOf(types, shown)}.` : "", alteredNote(types, altered)]
    .filter(Boolean)
    .join(" ");
  const inConflict = conflictNote(report, types);
  const notDone = stillWaiting(types, report.later);
  if (problem !== null || notDone !== "") {
    const code = problem === null ? "image_not_ready" : "shopify_refused";
    return { outcome: "failed", code, message: [said, problem, notDone, inConflict].filter(Boolean).join(" ") };
  }
  const counts = shown.length > 0 ? `${shown.length} published, ${countOfConflicts(conflicts.length)}.` : "";
  if (inConflict !== "")
    return { outcome: "conflict", message: [counts, said, inConflict].filter(Boolean).join(" "), result };
  return { outcome: "done", message: said || "There was nothing approved to publish.", result };
}

/** Why texts were not written, each kind of conflict in its own words. */
function conflictNote(
  { conflicts, notShown, ofOthers }: Extract<PublishReport, { kind: "done" }>,
  types: readonly ShopContentType[],
): string {
  if (conflicts.length === 0) return "";
  const apart = new Set([...notShown, ...ofOthers.map(({ contentType }) => contentType)]);
  const changed = conflicts.filter((contentType) => !apart.has(contentType));
  const others = [...new Set(ofOthers.map(({ product }) => product.title))].map((title) => `“${title}”`);
  return [
    changed.length > 0 ? `Changed in the shop since the text was written: ${labelsOf(types, changed)}.` : "",
    notShown.length > 0
      ? `Accepted by Shopify, which shows another text: ${labelsOf(types, notShown)}. Somebody may have put it back.`
      : "",
    others.length > 0
      ? `At an image that this product shares stands the alt text that you published with ${others.join(", ")}.`
      : "",
    "None of these was overwritten; open the product and choose a text.",
  ]
    .filter(Boolean)
    .join(" ");
}

function countOfConflicts(count: number): string {
  return `${count} ${count === 1 ? "conflict" : "conflicts"}`;
}
