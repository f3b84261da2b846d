import type { ItemOutcome } from "../jobs/task.ts";
import { undoJob } from "../publishing/jobs.ts";
import { createMetafieldDefinitions } from "../publishing/metafield-definitions.ts";
import { type UndoReport, undoWriteBack } from "../publishing/undo-write-back.ts";
import { labelsOf, listContentTypes, type ShopContentType } from "../rules/content-types/list-content-types.ts";
import { defineTask } from "./define-task.ts";
import type { PublishTaskDeps } from "./publish.ts";
import { alteredNote, leftOutNote, stillWaiting, waitedFor } from "./wait-for-images.ts";

/** Brings back what the shop showed before one write-back per item. */
export function createUndoTask(deps: PublishTaskDeps) {
  const definitions = createMetafieldDefinitions();
  return defineTask(undoJob, async (context, { createdBy }, { productId, writeBackId }) => {
    const report = await undoWriteBack({ ...deps, definitions }, context, {
      shop: context.shop,
      productId,
      writeBackId,
      jobId: context.jobId,
      itemSeq: context.seq,
      createdBy: createdBy ?? null,
    });
    const types = await deps.db.do(listContentTypes(context.shop));
    return (await waitedFor(deps, context, report, types)) ?? outcomeOf(report, types);
  });
}

function outcomeOf(report: UndoReport, types: readonly ShopContentType[]): ItemOutcome {
  if (report.kind === "gone") {
    return {
      outcome: "failed",
      code: "product_gone",
      message: "This product is no longer in the shop, so nothing was undone.",
    };
  }
  if (report.kind === "nothing_to_undo") {
    return {
      outcome: "failed",
      code: "nothing_to_undo",
      message: "This publication does not stand in the shop, so there is nothing to undo.",
    };
  }
  if (report.kind === "language_gone") {
    return {
      outcome: "failed",
      code: "language_gone",
      message:
        "The shop does not have this language any more, and its texts went with it, so nothing was undone. What was written is kept here: add the language in Shopify again, then publish it.",
    };
  }
  const { restored, outdated, altered, conflicts, notShown, problem } = report;
  const changed = conflicts.filter((contentType) => !notShown.includes(contentType));
  const said = [
    restored.length > 0 ? `Restored: ${labelsOf(types, restored)}.` : "",
    outdated.length > 0 ? `Outdated, since the original changed after it was made: ${labelsOf(types, outdated)}.` : "",
    alteredNote(types, altered),
  ]
    .filter(Boolean)
    .join(" ");
  const notDone = stillWaiting(types, report.later);
  const problems = [
    { code: report.problemCode ?? "shopify_refused", message: problem ?? "" },
    { code: "undo_not_confirmed", message: lostNote(types, report.lost) },
    { code: "image_not_ready", message: notDone },
    { code: "left_out", message: leftOutNote(types, report.leftOut) },
  ].filter(({ message }) => message !== "");
  if (problems[0]) {
    const message = [said, ...problems.map((one) => one.message)].filter(Boolean).join(" ");
    return { outcome: "failed", code: problems[0].code, message };
  }
  if (conflicts.length > 0) {
    const left =
      changed.length > 0
        ? `Changed in the shop since it was published: ${labelsOf(types, changed)}. It was left as it is; edit it in the Shopify admin if you want the earlier text back.`
        : "";
    const again =
      notShown.length > 0
        ? `Accepted by Shopify, which shows the published text: ${labelsOf(types, notShown)}. Somebody may have put it back, so it was left as it is; undo again if you want the earlier text.`
        : "";
    return {
      outcome: "conflict",
      message: [said, left, again].filter(Boolean).join(" "),
      result: { restored, conflicts },
    };
  }
  return { outcome: "done", message: said, result: { restored, conflicts } };
}

/** What the shop answered and does not hold. */
function lostNote(types: readonly ShopContentType[], contentTypes: readonly string[]): string {
  if (contentTypes.length === 0) return "";
  return `Not confirmed: ${labelsOf(types, contentTypes)}. Shopify accepted the earlier text twice and did not keep it; what was published is still there, undo it again later.`;
}
