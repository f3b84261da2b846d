import { z } from "zod";
import { shopMarketsOf, translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import { reserveRun } from "../../credits/reserve-run.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { enqueueJob, type NewItem } from "../../jobs/enqueue-job.ts";
import type { JobId, ProductId, ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { versionCredits } from "../../model/model-credits.ts";
import type { agentModelSchema, laneSchema } from "../jobs.ts";
import {
  type TranslateItem,
  type TranslatePayload,
  type TranslationWish,
  translateJob,
  translationWishSchema,
} from "./jobs.ts";
import {
  mostPlannedAtOnce,
  type PlannedProduct,
  type PlannedTranslation,
  planTranslation,
} from "./plan-translation.ts";
import { shareProducts } from "./share-products.ts";
import { translationCredits } from "./translation-credits.ts";

export interface TranslationRequest extends Omit<TranslationWish, "locales"> {
  shop: ShopDomain;
  /** repeated ids count once; products of which nothing is to be translated are left out */
  productIds: readonly ProductId[];
  locales: readonly string[];
  agentModel: z.infer<typeof agentModelSchema>;
  createdBy: string;
  /** default: direct */
  lane?: z.infer<typeof laneSchema> | undefined;
  notes?: string | undefined;
  /** what a whole product costs with the model behind the version; default: as with the operator's own */
  productCredits?: number | undefined;
  /** as `planTranslation` gave it just before; default: it is made here or, of many products, by the worker */
  plan?: PlannedTranslation | undefined;
}

/** Up to so many products somebody waits for in front of the screen. */
const interactiveProducts = 5;

/**
 * Starts a job that translates texts of products out of the shop's primary language. A few are planned here. Of more, each item
 * stands for a share of them, which the worker plans when it is the item's turn: credits are kept as it goes.
 * @returns null when none of a few products has anything to translate: nothing starts then
 * @throws ZodError when a language is none that the shop translates into; OperationalError `credits_exhausted` when the shop's
 *   credits do not cover a run of a few products
 */
export async function startTranslation(
  deps: { db: Db; clock: Clock } & Acted,
  request: TranslationRequest,
): Promise<JobId | null> {
  const { shop, agentModel, createdBy, which, includeEdited, notes } = request;
  const languages = await deps.db.do(translatedLocalesOf(shop));
  const known = z
    .string()
    .refine((locale) => languages.includes(locale), "not a language that the shop translates into");
  const locales = z.array(known).min(1).parse(request.locales);
  const wish = translationWishSchema.parse({
    ...{ which, includeEdited, contentTypes: request.contentTypes, markets: request.markets },
    locales: languages.filter((locale) => locales.includes(locale)),
  });
  const markets = await marketsNamed(deps, shop, wish.markets ?? []);
  const productCredits = request.productCredits ?? versionCredits[agentModel];
  const { items, products, held, dearest, shared } = await itemsOf(deps, request, { wish, productCredits });
  if (items.length === 0) return null;
  const payload: TranslatePayload = {
    ...wish,
    ...{ agentModel, createdBy, productCredits, examplesBefore: deps.clock.now(), lane: request.lane ?? "direct" },
    ...(notes?.trim() ? { notes } : {}),
    ...(shared ? { products } : {}),
  };
  return enqueueJob(deps, {
    job: translateJob,
    shop,
    title: titleOf(wish.locales, products, markets),
    payload,
    items,
    priority: products <= interactiveProducts ? 0 : 2,
    createdBy,
    stored: (jobId) =>
      reserveRun({
        ...{ shop, jobId, items: items.length, now: deps.clock.now() },
        // Of its own name: what products took to be written tells nothing of what they take to be translated.
        agentModel: `translate-${agentModel}`,
        contentTypes: wish.contentTypes,
        itemCredits: dearest,
        heldCredits: held,
      }),
  });
}

interface RunItems {
  items: NewItem<TranslateItem>[];
  products: number;
  /** credits of all that are planned */
  held: number;
  dearest: number;
  /** the worker plans them */
  shared: boolean;
}

async function itemsOf(
  deps: { db: Db },
  request: TranslationRequest,
  { wish, productCredits }: { wish: TranslationWish; productCredits: number },
): Promise<RunItems> {
  const { shop } = request;
  const productIds = [...new Set(request.productIds)];
  if (request.plan === undefined && productIds.length > mostPlannedAtOnce) {
    return { items: sharesOf(productIds), products: productIds.length, held: 0, dearest: 0, shared: true };
  }
  const { products } = request.plan ?? (await planTranslation(deps, { shop, productIds, wish }));
  const items = products.map((product) => plannedItem(product, productCredits));
  const credits = items.map(({ payload }) => payload.credits ?? 0);
  return {
    ...{ items, products: items.length },
    held: credits.reduce((sum, each) => sum + each, 0),
    dearest: Math.max(0, ...credits),
    shared: false,
  };
}

function sharesOf(productIds: readonly ProductId[]): NewItem<TranslateItem>[] {
  const items: NewItem<TranslateItem>[] = [];
  for (let from = 0; from < productIds.length; from += shareProducts) {
    const [productId, ...share] = productIds.slice(from, from + shareProducts);
    if (productId !== undefined) items.push({ subject: productId, payload: { productId, share } });
  }
  return items;
}

/** The item of a product that is planned. */
export function plannedItem({ productId, asked }: PlannedProduct, productCredits: number): NewItem<TranslateItem> {
  return { subject: productId, payload: { productId, credits: translationCredits(asked, productCredits) } };
}

async function marketsNamed({ db }: { db: Db }, shop: ShopDomain, asked: readonly string[]): Promise<string[]> {
  if (asked.every((market) => market === "")) return [];
  const names = (await db.do(shopMarketsOf(shop))).flatMap(({ id, name }) => (asked.includes(id) ? [name] : []));
  return asked.includes("") ? ["everywhere", ...names] : names;
}

function titleOf(locales: readonly string[], products: number, markets: readonly string[]): string {
  const whom = markets.length === 0 ? "" : ` for ${markets.join(", ")}`;
  return `Translate ${products.toLocaleString("en-US")} ${products === 1 ? "product" : "products"} into ${locales.join(", ")}${whom}`;
}
