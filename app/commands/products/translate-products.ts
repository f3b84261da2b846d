import { z } from "zod";
import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { agentModelSchema, laneSchema } from "../../generation/jobs.ts";
import { translationWishSchema } from "../../generation/translate/jobs.ts";
import { mostPlanned, planTranslation } from "../../generation/translate/plan-translation.ts";
import { startTranslation } from "../../generation/translate/start-translation.ts";
import type { JobId, ProductId } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Models } from "../../model/model-for-shop.ts";
import { defineCommand } from "../command.ts";
import { allSelected, leftOutOf, selectionSchema } from "./selection.ts";

type Result =
  | {
      kind: "started";
      jobId: JobId;
      /** those of which something is translated */
      productIds: ProductId[];
      /** texts and languages that the model is asked for */
      texts: number;
      /** texts and languages that a person wrote and that are left as they are */
      edited: number;
      /** named, but not in the shop */
      leftOut: number;
      /** left out because nothing is to be written for them */
      handsOff: number;
      /** the model cannot be called as the settings are, so that the job waits */
      modelRefused: boolean;
    }
  | { kind: "no_product" }
  /** more products than are looked at in one request */
  | { kind: "too_many"; most: number }
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
    const named = await allSelected(deps, shop, selection);
    if (named.length === 0) return { kind: "no_product" };
    if (named.length > mostPlanned) return { kind: "too_many", most: mostPlanned };
    const plan = await planTranslation(deps, { shop, productIds: named, wish });
    const { creditsOf, refusalOf } = await deps.models.forShop(shop);
    const jobId = await startTranslation(deps, {
      ...{ shop, ...wish, agentModel, lane, notes, createdBy, plan, productIds: named },
      productCredits: creditsOf(agentModel),
    });
    const { edited, waits } = plan.leftOut;
    if (jobId === null) return { kind: "nothing_to_translate", edited, waits, handsOff: plan.handsOff };
    return {
      kind: "started",
      ...{ jobId, productIds: plan.productIds, texts: plan.asked, edited, handsOff: plan.handsOff },
      leftOut: leftOutOf(selection, named.length),
      modelRefused: refusalOf(agentModel) !== null,
    };
  },
});
