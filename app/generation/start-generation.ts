import { z } from "zod";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { reserveRun } from "../credits/reserve-run.ts";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { enqueueJob } from "../jobs/enqueue-job.ts";
import type { JobId, ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { versionCredits } from "../model/model-credits.ts";
import { labelsInSentence, listContentTypes, typeNamed } from "../rules/content-types/list-content-types.ts";
import { wordingsOf } from "../texts/short-texts.ts";
import { isImageAlt } from "../texts/slot.ts";
import { workSettingsOf } from "../workplace/work-settings.ts";
import { type agentModelSchema, type GeneratePayload, generateJob, type laneSchema } from "./jobs.ts";
import { findMasters } from "./variants/find-masters.ts";

export interface GenerationRequest {
  shop: ShopDomain;
  /** all of them, or chunks as `selectProductIds` gives them; repeated ids count once */
  productIds: AsyncIterable<ProductId[]> | readonly ProductId[];
  contentTypes: readonly string[];
  agentModel: z.infer<typeof agentModelSchema>;
  createdBy: string;
  /** what a product costs with the model behind the version; default: as with the operator's own */
  itemCredits?: number | undefined;
  notes?: string | undefined;
  fieldNotes?: Record<string, string> | undefined;
  /** default: direct */
  lane?: z.infer<typeof laneSchema> | undefined;
  /** true: products of one `variant_group_id` are written each on its own */
  skipGrouping?: boolean | undefined;
  /** true: also images that have an alt text get a new one. Default: those without */
  allImages?: boolean | undefined;
  /** true: of each product only the texts that it lacks, by the bits of `products.missing`. Default: all that are asked for */
  onlyMissing?: boolean | undefined;
}

/** Up to so many products somebody waits for in front of the screen. */
const interactiveProducts = 5;

/**
 * Starts a job that writes texts for products, in the shop's primary language.
 * @throws ZodError when a content type is unknown or none is given; OperationalError `credits_exhausted` when the shop's
 *   credits do not cover the run: nothing starts then
 */
export async function startGeneration(
  deps: { db: Db; clock: Clock } & Acted,
  request: GenerationRequest,
): Promise<JobId> {
  const { shop, agentModel, createdBy } = request;
  const types = await deps.db.do(listContentTypes(shop));
  const known = z.string().refine((name) => typeNamed(types, name) !== undefined, "not a content type of the shop");
  const asked = z.array(known).min(1).parse(request.contentTypes);
  const singleImages = [...new Set(asked.filter(isImageAlt))];
  const contentTypes = [...types.map(({ name }) => name).filter((name) => asked.includes(name)), ...singleImages];
  const productIds = await collect(request.productIds);
  const masters = request.skipGrouping ? null : await findMasters(deps, { shop, productIds });
  const { wordings } = await deps.db.do(workSettingsOf(shop));
  const payload: GeneratePayload = {
    contentTypes,
    agentModel,
    locale: (await readPrimaryTarget(deps, shop)).locale,
    createdBy,
    examplesBefore: deps.clock.now(),
    lane: request.lane ?? "direct",
    allImages: request.allImages ?? false,
    onlyMissing: request.onlyMissing ?? false,
    wordings,
    ...(request.notes ? { notes: request.notes } : {}),
    ...(request.fieldNotes && Object.keys(request.fieldNotes).length > 0 ? { fieldNotes: request.fieldNotes } : {}),
  };
  return enqueueJob(deps, {
    job: generateJob,
    shop,
    title: titleOf(labelsInSentence(types, contentTypes), productIds.length),
    payload,
    items: productIds.map((productId) => ({
      subject: productId,
      payload: { productId, master: masters?.get(productId) },
    })),
    priority: productIds.length <= interactiveProducts ? 0 : 2,
    createdBy,
    stored: (jobId) =>
      reserveRun({
        shop,
        jobId,
        agentModel,
        contentTypes,
        wordings: Math.max(...contentTypes.map((name) => wordingsOf(name, wordings))),
        itemCredits: request.itemCredits ?? versionCredits[agentModel],
        items: productIds.length,
        now: deps.clock.now(),
      }),
  });
}

async function collect(productIds: AsyncIterable<ProductId[]> | readonly ProductId[]): Promise<ProductId[]> {
  const unique = new Set<ProductId>();
  if (Symbol.asyncIterator in productIds) {
    for await (const chunk of productIds) for (const id of chunk) unique.add(id);
  } else {
    for (const id of productIds) unique.add(id);
  }
  return [...unique];
}

function titleOf(what: string, products: number): string {
  return `Generate ${what} for ${products.toLocaleString("en-US")} ${products === 1 ? "product" : "products"}`;
}
