import { planProductTranslation } from "../../commands/products/plan-translation.ts";
import { translateProducts } from "../../commands/products/translate-products.ts";
import { translateJob } from "../../generation/translate/jobs.ts";
import type { Outcome } from "../answer-action.ts";
import { fromJson, pageAction } from "../asked/page-action.ts";
import { startedWords } from "../waits-for.ts";

/** What the pages of languages let do with many products, and the messages that people get. */
export const languagesActions = {
  plan: pageAction(planProductTranslation, {
    read: fromJson(),
    words(result, { t }): Outcome {
      if (result.kind === "unknown_locales") return { problem: t("answers:languages.unknown") };
      if (result.kind === "too_many") return { problem: t("answers:languages.tooMany", { most: result.most }) };
      const { leftOut, byLocale: _, withoutSource: _without, ...plan } = result.plan;
      return { message: "", translation: { ...plan, edited: leftOut.edited, waits: leftOut.waits } };
    },
  }),
  translate: pageAction(translateProducts, {
    read: fromJson(),
    async words(result, { deps, shop, t }): Promise<Outcome> {
      switch (result.kind) {
        case "started": {
          const { jobId, modelRefused: refused, texts: count } = result;
          const begins = t("answers:languages.translating", { count });
          const queued = t("answers:languages.queued", { count });
          return {
            message: await startedWords(deps, shop, { t, kind: translateJob.kind, begins, queued, refused }),
            jobId,
          };
        }
        case "no_product":
          return { problem: t("answers:languages.noProduct") };
        case "too_many":
          return { problem: t("answers:languages.tooMany", { most: result.most }) };
        case "unknown_locales":
          return { problem: t("answers:languages.unknown") };
        case "nothing_to_translate":
          return { problem: t(result.waits > 0 ? "answers:languages.allWait" : "answers:languages.nothing") };
      }
    },
  }),
};
