import { z } from "zod";
import { namedImages } from "../catalog/image-alts.ts";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { reserveRun } from "../credits/reserve-run.ts";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import type { StoredFacts } from "../db/schema/index.ts";
import { enqueueJob } from "../jobs/enqueue-job.ts";
import { listJobItems, readJob } from "../jobs/read-jobs.ts";
import type { JobId, ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { versionCredits } from "../model/model-credits.ts";
import { limitProblems } from "../rules/configs/config-limits.ts";
import { atLeastOne, type FieldProblems } from "../rules/configs/field-problems.ts";
import { parseRules } from "../rules/configs/parse-rules.ts";
import { type ContentConfig, contentConfigSchema } from "../rules/content-config.ts";
import { listContentTypes } from "../rules/content-types/list-content-types.ts";
import type { GeneratedText } from "./generated-text.ts";
import { type PreviewPayload, previewJob } from "./jobs.ts";
import { speakOfImages } from "./speak-of-images.ts";

/** Previews are written by the model for most products. */
export const previewModel = "v1";

/** A sample is small: it is there to be read. */
export const maxPreviewProducts = 5;
/** Pictures of a product that a preview describes. */
export const maxPreviewImages = 2;

const previewTextSchema = z.object({
  contentType: z.string(),
  /** the picture that an alt text is of */
  image: z.object({ url: z.string(), position: z.number() }).optional(),
  body: z.union([z.string(), z.array(z.string())]),
  /** as `versions.examined`; absent in previews of former versions */
  examined: z.string().nullish(),
  warnings: z.array(
    z.object({
      content_type: z.string(),
      code: z.string(),
      description: z.string(),
      severity: z.enum(["block", "warn"]),
      product: z.object({ id: z.string(), title: z.string() }).optional(),
    }),
  ),
});
type PreviewText = z.infer<typeof previewTextSchema>;

/** What an item of a preview leaves behind: its texts, in the item's result only. */
const previewResultSchema = z.object({ preview: z.array(previewTextSchema) });

export function previewResultOf(
  texts: readonly GeneratedText[],
  images: StoredFacts["images"],
): z.infer<typeof previewResultSchema> {
  const named = namedImages(images);
  const imageOf = (contentType: string) => {
    const image = named.find((one) => one.contentType === contentType);
    return image ? { image: { url: image.url, position: image.position } } : {};
  };
  return {
    preview: texts.map(({ contentType, body, warnings, examined = null }) => ({
      contentType,
      body,
      examined,
      warnings: warnings.map((warning) => ({ ...warning, description: speakOfImages(warning.description, named) })),
      ...imageOf(contentType),
    })),
  };
}

/** Why rules are not tried. */
export type PreviewProblem =
  | { code: "fields_not_valid"; fields: FieldProblems }
  | { code: "wrong_number_of_products"; most: number }
  /** the rules skip all content types of the shop */
  | { code: "every_text_left_out" };

type StartedPreview = { outcome: "started"; jobId: JobId } | { outcome: "refused"; problem: PreviewProblem };

/**
 * Sample, then run: writes texts for a few products by rules that need not be saved yet. Nothing is stored as a draft, so
 * that a preview neither replaces a text that waits for review nor counts as one. It costs what generating costs.
 * @throws OperationalError `credits_exhausted`
 */
export async function startPreview(
  deps: { db: Db; clock: Clock } & Acted,
  request: {
    shop: ShopDomain;
    config: unknown;
    /** the rules that these are a change of, if they are one */
    saved?: ContentConfig | undefined;
    productIds: readonly ProductId[];
    /** as for startGeneration */
    itemCredits?: number | undefined;
    createdBy: string;
  },
): Promise<StartedPreview> {
  const { shop, productIds, createdBy } = request;
  const config = parseRules(contentConfigSchema, request.config);
  if (!config.ok) return { outcome: "refused", problem: { code: "fields_not_valid", fields: config.problems } };
  const fields = atLeastOne(limitProblems(config.data, request.saved));
  if (fields) return { outcome: "refused", problem: { code: "fields_not_valid", fields } };
  if (productIds.length === 0 || productIds.length > maxPreviewProducts) {
    return { outcome: "refused", problem: { code: "wrong_number_of_products", most: maxPreviewProducts } };
  }
  const skipped = config.data.client?.skip_content_types ?? [];
  const contentTypes = (await deps.db.do(listContentTypes(shop)))
    .map(({ name }) => name)
    .filter((name) => !skipped.includes(name));
  if (contentTypes.length === 0) {
    return { outcome: "refused", problem: { code: "every_text_left_out" } };
  }
  const { locale } = await readPrimaryTarget(deps, shop);
  const payload: PreviewPayload = { config: config.data, contentTypes, locale };
  const items = [...new Set(productIds)].map((productId) => ({ subject: productId, payload: { productId } }));
  const jobId = await enqueueJob(deps, {
    job: previewJob,
    shop,
    title: `Try content rules on ${items.length} ${items.length === 1 ? "product" : "products"}`,
    payload,
    items,
    priority: 0,
    createdBy,
    stored: (id) =>
      reserveRun({
        shop,
        jobId: id,
        agentModel: previewModel,
        contentTypes,
        itemCredits: request.itemCredits ?? versionCredits[previewModel],
        items: items.length,
        now: deps.clock.now(),
      }),
  });
  return { outcome: "started", jobId };
}

interface PreviewItem {
  productId: string;
  status: "running" | "done" | "failed";
  /** why there are no texts, or how they came out */
  message: string | null;
  texts: PreviewText[];
}

/** A preview of this shop and what came of it so far, or null when the job is none. */
export async function readPreview(
  { db }: { db: Db },
  { shop, jobId }: { shop: ShopDomain; jobId: JobId },
): Promise<{ finished: boolean; items: PreviewItem[] } | null> {
  const job = await readJob({ db }, { shop, jobId });
  if (job?.kind !== previewJob.kind) return null;
  const { rows } = await listJobItems({ db }, { shop, jobId, limit: maxPreviewProducts });
  return {
    finished: job.finishedAt !== null,
    items: rows.map(({ subject, status, message, result }) => ({
      productId: subject,
      status: status === "done" ? "done" : status === "failed" || status === "cancelled" ? "failed" : "running",
      message,
      texts: status === "done" ? previewResultSchema.parse(result).preview : [],
    })),
  };
}
