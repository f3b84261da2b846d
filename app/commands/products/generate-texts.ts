import { z } from "zod";
import { productsWithFewFacts } from "../../catalog/count-facts.ts";
import { handsOffAmong } from "../../catalog/hands-off.ts";
import { listProducts } from "../../catalog/list-products.ts";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { agentModelSchema, laneSchema } from "../../generation/jobs.ts";
import { startGeneration } from "../../generation/start-generation.ts";
import type { JobId, ProductId, ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Models } from "../../model/model-for-shop.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { productsToWrite, productsWithoutWaiting } from "../../versions/waiting-texts.ts";
import { defineCommand } from "../command.ts";
import { allSelected, leftOutOf, listOf, selectionSchema } from "./selection.ts";

const sampleSchema = z.object({
  /** how many of the chosen products */
  count: z.number().int().min(1).max(100),
  /** the list in whose order they are taken: the parameters of its address */
  query: z.string().max(4_000),
  /** its first page as the asker sees it: it keeps its order while the products change */
  shown: z.array(z.string()),
});

const input = z.object({
  selection: selectionSchema,
  /** those that the shop does not have are left out */
  contentTypes: z.array(z.string()),
  agentModel: agentModelSchema,
  /** `batch`: may wait up to a day for half the model's price */
  lane: laneSchema,
  /** absent: all of the chosen products */
  sample: sampleSchema.optional(),
  /** true: of each product only the texts that it lacks */
  onlyMissing: z.boolean(),
  /** true: products of which drafts or approved texts of these content types wait for a person are left out */
  skipWaiting: z.boolean().optional(),
  /** true: products with few facts are left out */
  skipFewFacts: z.boolean().optional(),
  /** no more products than this, the first ones of the list */
  atMost: z.number().int().min(1).optional(),
  /** true: also images that have an alt text; never with `onlyMissing` */
  allImages: z.boolean(),
  /** true: products of one variant group are written each on its own */
  skipGrouping: z.boolean(),
});

type Result =
  | {
      kind: "started";
      jobId: JobId;
      /** those that are written */
      productIds: ProductId[];
      /** left out because drafts of what they lack wait for review */
      waiting: number;
      /** named, but not in the shop */
      leftOut: number;
      /** left out because nothing is to be written for them */
      handsOff: number;
      /** the model cannot be called as the settings are, so that the job waits */
      modelRefused: boolean;
    }
  | { kind: "no_content_type" }
  | { kind: "no_product" }
  /** nothing is to be written for any of the chosen products */
  | { kind: "hands_off"; products: number }
  /** no chosen product lacks one of the texts, but those `waiting` ones whose drafts wait for review */
  | { kind: "nothing_missing"; waiting: number };

/** Starts a job that writes texts of many products. */
export const generateTexts = defineCommand({
  name: "products.generate",
  kind: "writing",
  rate: "work",
  input,
  async run(deps: { db: Db; clock: Clock; models: Models } & Acted, { shop, by: createdBy }, asked): Promise<Result> {
    const { selection, agentModel, lane, sample, onlyMissing, skipGrouping } = asked;
    const known = (await deps.db.do(listContentTypes(shop))).map(({ name }) => name);
    const contentTypes = known.filter((name) => asked.contentTypes.includes(name));
    if (contentTypes.length === 0) return { kind: "no_content_type" };
    const named = await allSelected(deps, shop, selection);
    if (named.length === 0) return { kind: "no_product" };
    const off = await handsOffAmong(deps, shop, named);
    const selected = named.filter((id) => !off.has(id));
    if (selected.length === 0) return { kind: "hands_off", products: off.size };
    const target = await readPrimaryTarget(deps, shop);
    const written = asked.skipFewFacts ? await withEnoughFacts(deps, shop, selected) : selected;
    const { productIds: all, waiting } = onlyMissing
      ? await productsToWrite(deps, { shop, productIds: written, contentTypes, target })
      : asked.skipWaiting
        ? await productsWithoutWaiting(deps, { shop, productIds: written, contentTypes, target })
        : { productIds: written, waiting: 0 };
    const chosen = sample === undefined ? all : await firstShown(deps, shop, all, sample);
    const productIds = asked.atMost === undefined ? chosen : chosen.slice(0, asked.atMost);
    if (productIds.length === 0) return { kind: "nothing_missing", waiting };
    const { creditsOf, refusalOf } = await deps.models.forShop(shop);
    const allImages = asked.allImages && !onlyMissing;
    const itemCredits = creditsOf(agentModel);
    const jobId = await startGeneration(deps, {
      ...{ shop, productIds, contentTypes, agentModel, itemCredits, lane, allImages, onlyMissing, skipGrouping },
      createdBy,
    });
    const leftOut = leftOutOf(selection, named.length);
    const modelRefused = refusalOf(agentModel) !== null;
    return { kind: "started", jobId, productIds, waiting, leftOut, handsOff: off.size, modelRefused };
  },
});

async function withEnoughFacts({ db }: { db: Db }, shop: ShopDomain, productIds: ProductId[]): Promise<ProductId[]> {
  const few = await db.do(productsWithFewFacts(shop, productIds));
  return productIds.filter((id) => !few.has(id));
}

/** The first few of the chosen products, in the order in which the list shows them. */
async function firstShown(
  { db }: { db: Db },
  shop: ShopDomain,
  chosen: readonly ProductId[],
  { count, query, shown }: z.output<typeof sampleSchema>,
): Promise<ProductId[]> {
  const list = listOf(shop, query);
  const wanted = new Set(chosen);
  const first: ProductId[] = [];
  for (let cursor: string | null | undefined; cursor !== null && first.length < Math.min(count, wanted.size); ) {
    const page = await listProducts({ db }, { ...list, limit: 250, cursor });
    first.push(...page.rows.map(({ id }) => id).filter((id) => wanted.has(id)));
    cursor = page.nextCursor;
  }
  // What was chosen and is no longer in the list comes last.
  const asShown = shown.flatMap((id) => chosen.find((chosenId) => chosenId === id) ?? []);
  return [...new Set([...asShown, ...first, ...chosen])].slice(0, count);
}
