import { refreshProductJob } from "../catalog/jobs.ts";
import { refreshProduct } from "../catalog/refresh-product.ts";
import { marketsHeldOf } from "../catalog/translations/held-targets.ts";
import { refreshTranslations } from "../catalog/translations/refresh-translations.ts";
import { translatedLocalesOf } from "../catalog/translations/shop-languages.ts";
import { existingTargets } from "../catalog/translations/translation-targets.ts";
import type { Db } from "../db/open.ts";
import type { Steps } from "../db/steps.ts";
import { checkLiveTextsOf } from "../health/check-live-texts.ts";
import { startLiveCheck } from "../health/start-check.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { HeavyChecks } from "../quality/heavy/heavy-checks.ts";
import { markLiveTextsOf } from "../quality/near-duplicates/mark-live-texts.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import type { TranslationTarget } from "../shopify/operations/index.ts";
import { defineTask } from "./define-task.ts";

export interface RefreshDeps {
  db: Db;
  clock: Clock;
  admin: AdminApiFor;
  heavy: HeavyChecks;
}

/** In an item's checkpoint: an earlier try may have kept the product and not come to its translations. */
const translationsDue = "translations due";

/** Reads one product again after a webhook or an edit. */
export function createRefreshTask({ db, clock, admin, heavy }: RefreshDeps) {
  return defineTask(refreshProductJob, async (context, _payload, { productId }) => {
    const { shop, signal } = context;
    const deps = { db, clock, admin: admin(shop) };
    const targets = await db.do(targetsOfProduct(shop, productId));
    const isRepeated = context.checkpoint === translationsDue;
    // Before the product is kept: the next try finds it unchanged, whatever became of its translations in this one.
    if (targets.length > 0 && !isRepeated) await context.saveCheckpoint(translationsDue);
    const outcome = await refreshProduct(deps, { shop, id: productId, signal });
    const isThere = outcome !== "gone" && outcome !== "unknown";
    if (outcome === "added" || outcome === "changed" || (isRepeated && isThere)) {
      await readTranslations(deps, { shop, productId, signal, targets });
    }
    await markLiveTextsOf({ db }, shop, productId);
    if (await checkLiveTextsOf({ db, heavy }, shop, productId)) await startLiveCheck({ db, clock }, shop);
    return { outcome: "done", result: { outcome }, message: messages[outcome] };
  });
}

/** What of a product's translations is read with it: its languages, and of markets those that it has texts of its own for. */
function* targetsOfProduct(shop: ShopDomain, productId: string): Steps<TranslationTarget[]> {
  const isThere = yield* existingTargets(shop);
  const general = (yield* translatedLocalesOf(shop)).map((locale) => ({ locale, market: "" }));
  return [...general, ...(yield* marketsHeldOf(shop, productId)).filter(isThere)];
}

/** A changed source outdates its translations, and Shopify tells of neither. */
async function readTranslations(...[deps, of]: Parameters<typeof refreshTranslations>): Promise<void> {
  if (of.targets?.length === 0) return;
  await refreshTranslations(deps, of).catch((error: unknown) => {
    // The shop has not let the app read them: the product is read all the same.
    if (!isOperationalError(error) || error.code !== "shopify_scope") throw error;
  });
}

const messages = {
  added: "The product is new.",
  changed: "The product was brought up to date.",
  unchanged: "Nothing had changed.",
  gone: "The product is no longer in the shop.",
  older: "A later state was known already.",
  unknown: "Neither the shop nor we know this product.",
};
