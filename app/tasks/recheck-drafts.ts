import type { Db } from "../db/open.ts";
import { productIdSchema } from "../lib/brand.ts";
import type { HeavyChecks } from "../quality/heavy/heavy-checks.ts";
import { recheckChannelDrafts } from "../versions/recheck-channel-drafts.ts";
import { recheckDrafts } from "../versions/recheck-drafts.ts";
import { recheckDraftsJob } from "../versions/recheck-drafts-job.ts";
import { defineTask } from "./define-task.ts";

/** After rules were changed, when somebody asks for it: checks one product's drafts by the rules of now. */
export function createRecheckTask(deps: { db: Db; heavy: HeavyChecks }) {
  return defineTask(recheckDraftsJob, async ({ shop, assertLease }, { channel }, item) => {
    const productId = productIdSchema.parse(item.productId);
    const rechecked =
      channel === undefined
        ? await recheckDrafts(deps, { shop, productId, assertLease })
        : await recheckChannelDrafts(deps, { shop, productId, channel, assertLease });
    if (!rechecked)
      return { outcome: "failed", code: "product_gone", message: "This product is no longer in the shop." };
    if (rechecked.changed) {
      // Of those that were stored none is looked at again.
      return { outcome: "retry", code: "decided_meanwhile", message: "Somebody decided a finding meanwhile." };
    }
    const { drafts, blocked, differ } = rechecked;
    return { outcome: "done", message: "The drafts were checked.", result: { drafts, blocked, differ } };
  });
}
