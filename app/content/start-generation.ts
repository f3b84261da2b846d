import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/open.ts";
import { shops } from "../db/schema/index.ts";
import { enqueueJob } from "../jobs/enqueue-job.ts";
import { type JobId, localeSchema, type ProductId, productIdSchema, type ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { type ContentType, contentTypeNames, contentTypeSchema } from "./content-types.ts";

export const generateKind = "generate-content";
export const agentModelSchema = z.enum(["v1", "v2"]);

export const generatePayloadSchema = z.object({
  contentTypes: z.array(contentTypeSchema).min(1),
  agentModel: agentModelSchema,
  locale: localeSchema,
  createdBy: z.string().nullable(),
});
export type GeneratePayload = z.infer<typeof generatePayloadSchema>;

export const generateItemSchema = z.object({ productId: productIdSchema });
export type GenerateItem = z.infer<typeof generateItemSchema>;

export interface GenerationRequest {
  shop: ShopDomain;
  /** all of them, or chunks as `selectProductIds` gives them; repeated ids count once */
  productIds: AsyncIterable<ProductId[]> | readonly ProductId[];
  contentTypes: readonly string[];
  agentModel: z.infer<typeof agentModelSchema>;
  createdBy: string;
}

/** Up to so many products somebody waits for in front of the screen. */
const interactiveProducts = 5;

/**
 * Starts a job that writes texts for products, in the shop's primary language.
 * @throws ZodError when a content type is unknown or none is given
 */
export async function startGeneration(deps: { db: Db; clock: Clock }, request: GenerationRequest): Promise<JobId> {
  const { shop, agentModel, createdBy } = request;
  const asked = z.array(contentTypeSchema).min(1).parse(request.contentTypes);
  const contentTypes = contentTypeNames.filter((contentType) => asked.includes(contentType));
  const productIds = await collect(request.productIds);
  const [row] = await deps.db.orm.select({ locale: shops.primaryLocale }).from(shops).where(eq(shops.shop, shop));
  const payload: GeneratePayload = {
    contentTypes,
    agentModel,
    locale: localeSchema.parse(row?.locale ?? "en"),
    createdBy,
  };
  return enqueueJob(deps, {
    shop,
    kind: generateKind,
    title: titleOf(contentTypes, productIds.length),
    payload,
    items: productIds.map((productId) => ({ subject: productId, payload: { productId } satisfies GenerateItem })),
    priority: productIds.length <= interactiveProducts ? 0 : 1,
    createdBy,
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

const names: Record<ContentType, string> = {
  title: "title",
  desc: "description",
  bullets: "bullets",
  seo_title: "SEO title",
  seo_desc: "SEO description",
};

function titleOf(contentTypes: readonly ContentType[], products: number): string {
  const what = contentTypes.map((contentType) => names[contentType]).join(", ");
  return `Generate ${what} for ${products.toLocaleString("en-US")} ${products === 1 ? "product" : "products"}`;
}
