import { z } from "zod";
import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { agentModelSchema, laneSchema } from "../../generation/jobs.ts";
import { translationWishSchema } from "../../generation/translate/jobs.ts";
import { mostPlannedAtOnce, planTranslation } from "../../generation/translate/plan-translation.ts";
import { startTranslation } from "../../generation/translate/start-translation.ts";
import type { JobId } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Models } from "../../model/model-for-shop.ts";
import { defineCommand } from "../command.ts";
import { assertKnownMarkets } from "./assert-known-markets.ts";
import { allOwners, leftOutOf, selectionSchema } from "./selection.ts";

type Result =
  | {
      kind: "started";
      jobId: JobId;
      /** those of which something is translated; of a large run, which the worker plans, those that were chosen */
      products: number;
      /** texts and languages that the model is asked for; null where the worker plans */
      texts: number | null;
      /** named, but not in the shop */
      leftOut: number;
      /** the model cannot be called as the settings are, so that the job waits */
      modelRefused: boolean;
    }
  | { kind: "no_product" }
  | { kind: "unknown_locales"; locales: string[] }
  /** of all that was asked for nothing is to be translated; `edited`: texts and languages that a person wrote */
  | { kind: "nothing_to_translate"; edited: number; waits: number; handsOff: number };

/** Starts a job that translates texts of many products into languages of the shop. */
export const translateProducts = defineCommand({
  name: "products.translate",
  kind: "writing",
  rate: "work",
  input: translationWishSchema.extend({
    selection: selectionSchema,
    agentModel: agentModelSchema,
    /** `batch`: may wait up to a day for half the model's price */
    lane: laneSchema,
    notes: z.string().max(2_000).optional(),
  }),
  async run(deps: { db: Db; clock: Clock; models: Models } & Acted, { shop, by: createdBy }, asked): Promise<Result> {
    const { selection, agentModel, lane, notes, ...wish } = asked;
    const languages = await deps.db.do(translatedLocalesOf(shop));
    const unknown = wish.locales.filter((locale) => !languages.includes(locale));
    if (unknown.length > 0) return { kind: "unknown_locales", locales: unknown };
    await assertKnownMarkets(deps, shop, wish.markets);
    const named = await allOwners(deps, shop, selection);
    if (named.length === 0) return { kind: "no_product" };
    const isFew = named.length <= mostPlannedAtOnce;
    const plan = isFew ? await planTranslation(deps, { shop, productIds: named, wish }) : undefined;
    const { creditsOf, refusalOf } = await deps.models.forShop(shop);
    const jobId = await startTranslation(deps, {
      ...{ shop, ...wish, agentModel, lane, notes, createdBy, plan, productIds: named },
      productCredits: creditsOf(agentModel),
    });
    if (jobId === null) {
      const { edited = 0, waits = 0 } = plan?.leftOut ?? {};
      return { kind: "nothing_to_translate", edited, waits, handsOff: plan?.handsOff ?? 0 };
    }
    return {
      kind: "started",
      ...{ jobId, products: plan?.products.length ?? named.length, texts: plan?.asked ?? null },
      leftOut: leftOutOf(selection, named.length),
      modelRefused: refusalOf(agentModel) !== null,
    };
  },
});
