import type { i18n } from "i18next";
import { shopMarketsOf } from "../../catalog/translations/shop-languages.ts";
import { approveDrafts } from "../../commands/products/approve-drafts.ts";
import { planProductTranslation } from "../../commands/products/plan-translation.ts";
import { publishProducts } from "../../commands/products/publish-products.ts";
import { readLosses } from "../../commands/products/read-losses.ts";
import { translateProducts } from "../../commands/products/translate-products.ts";
import type { Db } from "../../db/open.ts";
import { translateJob } from "../../generation/translate/jobs.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Outcome } from "../answer-action.ts";
import { fromJson, pageAction } from "../asked/page-action.ts";
import { approvedWords, leftOutWords, publishingWords, sentences } from "../products/bulk-words.ts";
import { lossesWords } from "../products/losses-words.ts";
import { startedWords } from "../waits-for.ts";

/** What pages let do with the translations of many products, and the messages that people get. */
export const languagesActions = {
  plan: pageAction(planProductTranslation, {
    read: fromJson(),
    words(result, { t }): Outcome {
      if (result.kind === "unknown_locales") return { problem: t("answers:languages.unknown") };
      const { leftOut, byLocale: _, withoutSource: _without, ...plan } = result.plan;
      const { edited, waits, reads_general: readsGeneral } = leftOut;
      return { message: "", translation: { ...plan, edited, waits, readsGeneral } };
    },
  }),
  translate: pageAction(translateProducts, {
    read: fromJson(),
    async words(result, { deps, shop, t }): Promise<Outcome> {
      switch (result.kind) {
        case "started": {
          const { jobId, modelRefused: refused, texts, products, leftOut } = result;
          const message = await startedWords(deps, shop, {
            ...{ t, kind: translateJob.kind, refused },
            ...(texts === null
              ? {
                  begins: t("answers:languages.translatingProducts", { count: products }),
                  queued: t("answers:languages.queuedProducts", { count: products }),
                }
              : {
                  begins: t("answers:languages.translating", { count: texts }),
                  queued: t("answers:languages.queued", { count: texts }),
                }),
          });
          return { message: sentences(t, message, leftOutWords(t, leftOut)), jobId };
        }
        case "no_product":
          return { problem: t("answers:languages.noProduct") };
        case "unknown_locales":
          return { problem: t("answers:languages.unknown") };
        case "nothing_to_translate":
          return { problem: t(result.waits > 0 ? "answers:languages.allWait" : "answers:languages.nothing") };
      }
    },
  }),
  approve: pageAction(approveDrafts, {
    read: fromJson(),
    words: async (result, asked): Promise<Outcome> => ({
      message: await ofMarket(asked, approvedWords(asked.t, result)),
    }),
  }),
  losses: pageAction(readLosses, {
    read: fromJson(),
    words: ({ losses, approved }, { words }): Outcome => ({ message: lossesWords(words, losses), publish: approved }),
  }),
  publish: pageAction(publishProducts, {
    read: fromJson(),
    async words(result, asked): Promise<Outcome> {
      const outcome = await publishingWords(result, asked);
      return "message" in outcome ? { ...outcome, message: await ofMarket(asked, outcome.message) } : outcome;
    },
  }),
};

/** The message with the market whose own texts it is about before it; of what is said everywhere as it is. */
async function ofMarket(
  {
    deps,
    shop,
    input,
    t,
  }: { deps: { db: Db }; shop: ShopDomain; input: { markets?: string[] | undefined }; t: i18n["t"] },
  message: string,
): Promise<string> {
  const [only, ...more] = input.markets ?? [];
  if (!only || more.length > 0) return message;
  const market = (await deps.db.do(shopMarketsOf(shop))).find(({ id }) => id === only);
  return t("answers:languages.ofMarket", { market: market?.name ?? only, message });
}
