import { z } from "zod";
import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import { reserveRun } from "../../credits/reserve-run.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { enqueueJob } from "../../jobs/enqueue-job.ts";
import type { JobId, ProductId, ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { versionCredits } from "../../model/model-credits.ts";
import type { agentModelSchema, laneSchema } from "../jobs.ts";
import { type TranslatePayload, type TranslationWish, translateJob, translationWishSchema } from "./jobs.ts";
import { type PlannedTranslation, planTranslation } from "./plan-translation.ts";
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
  /** as `planTranslation` gave it just before; default: it is made here */
  plan?: PlannedTranslation | undefined;
}

/** Up to so many products somebody waits for in front of the screen. */
const interactiveProducts = 5;

/**
 * Starts a job that translates texts of products out of the shop's primary language.
 * @returns null when none of the products has anything to translate: nothing starts then
 * @throws ZodError when a language is none that the shop translates into; OperationalError `credits_exhausted` when the shop's
 *   credits do not cover the run
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
    ...{ which, includeEdited, contentTypes: request.contentTypes },
    locales: languages.filter((locale) => locales.includes(locale)),
  });
  const { productIds, mostAsked } =
    request.plan ?? (await planTranslation(deps, { shop, productIds: request.productIds, wish }));
  if (productIds.length === 0) return null;
  const productCredits = request.productCredits ?? versionCredits[agentModel];
  const payload: TranslatePayload = {
    ...wish,
    ...{ agentModel, createdBy, productCredits, examplesBefore: deps.clock.now(), lane: request.lane ?? "direct" },
    ...(notes?.trim() ? { notes } : {}),
  };
  return enqueueJob(deps, {
    job: translateJob,
    shop,
    title: titleOf(wish.locales, productIds.length),
    payload,
    items: productIds.map((productId) => ({ subject: productId, payload: { productId } })),
    priority: productIds.length <= interactiveProducts ? 0 : 2,
    createdBy,
    stored: (jobId) =>
      reserveRun({
        ...{ shop, jobId, items: productIds.length, now: deps.clock.now() },
        // Of its own name: what products took to be written tells nothing of what they take to be translated.
        agentModel: `translate-${agentModel}`,
        contentTypes: wish.contentTypes,
        itemCredits: translationCredits(mostAsked, productCredits),
      }),
  });
}

function titleOf(locales: readonly string[], products: number): string {
  return `Translate ${products.toLocaleString("en-US")} ${products === 1 ? "product" : "products"} into ${locales.join(", ")}`;
}
