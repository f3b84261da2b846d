import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { targetNamesOf } from "../catalog/translations/name-of-target.ts";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { enqueueJob } from "../jobs/enqueue-job.ts";
import { type JobId, type ProductId, productIdSchema, type ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { OperationalError } from "../lib/errors.ts";
import { labelsInSentence, listContentTypes } from "../rules/content-types/list-content-types.ts";
import type { Target } from "../texts/target.ts";
import { productsApprovedOfJob } from "../versions/read-approved.ts";
import { publishJob } from "./jobs.ts";

export interface StartPublishing {
  shop: ShopDomain;
  /** the products, or the job whose texts are to be published */
  productIds?: readonly ProductId[] | undefined;
  jobId?: JobId | undefined;
  /** for whom; default: the shop's own pages in its own language */
  targets?: readonly Target[] | undefined;
  /** default: all that are approved */
  contentTypes?: readonly string[] | undefined;
  createdBy?: string | undefined;
}

/** One product is interactive work; more are bulk. */
const interactiveUpTo = 1;

/**
 * Enqueues the publication of the approved texts of some products, one item each.
 * @throws OperationalError `nothing_to_publish` when a job has left nothing approved, or no product is given
 */
export async function startPublishing(deps: { db: Db; clock: Clock } & Acted, input: StartPublishing): Promise<JobId> {
  const { shop, contentTypes, createdBy, targets } = input;
  const productIds = [...new Set(input.productIds ?? (await approvedOfJob(deps, input)))];
  if (productIds.length === 0) {
    throw new OperationalError("there is nothing approved to publish", {
      code: "nothing_to_publish",
      retryable: false,
      merchantMessage: "There is nothing approved to publish. Approve texts first.",
    });
  }
  return enqueueJob(deps, {
    job: publishJob,
    shop,
    title: titleOf(
      productIds.length,
      contentTypes && labelsInSentence(await deps.db.do(listContentTypes(shop)), contentTypes),
      targets && [...new Set(targets.map(await deps.db.do(targetNamesOf(shop))))].join(", "),
    ),
    payload: {
      ...(contentTypes ? { contentTypes: [...contentTypes] } : {}),
      ...(targets ? { targets: [...targets] } : {}),
      ...(createdBy ? { createdBy } : {}),
    },
    items: productIds.map((productId) => ({ subject: productId, payload: { productId } })),
    priority: productIds.length <= interactiveUpTo ? 0 : 2,
    createdBy,
  });
}

function titleOf(count: number, what = "approved texts", languages = ""): string {
  const where = languages === "" ? "" : ` in ${languages}`;
  return `Publish ${what} of ${count} ${count === 1 ? "product" : "products"}${where}`;
}

async function approvedOfJob(deps: { db: Db }, { shop, jobId, targets }: StartPublishing): Promise<ProductId[]> {
  if (jobId === undefined) return [];
  const found: ProductId[] = [];
  for (const target of targets ?? [await readPrimaryTarget(deps, shop)]) {
    const ids = await deps.db.do(productsApprovedOfJob({ shop, jobId, target }));
    found.push(...ids.map((id) => productIdSchema.parse(id)));
  }
  return found;
}
