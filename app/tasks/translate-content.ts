import { AnswerPending } from "../generation/batch/defer-request.ts";
import { translateJob } from "../generation/translate/jobs.ts";
import { type TranslatedProduct, translateProduct } from "../generation/translate/translate-product.ts";
import type { ItemOutcome } from "../jobs/task.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { defineTask } from "./define-task.ts";
import { asideWords, type GenerateDeps, pending, unusable } from "./generate-content.ts";

/** Translates texts of one product: see `generation/translate/translate-product.ts`. */
export function createTranslateTask(deps: GenerateDeps & { admin: AdminApiFor }) {
  return defineTask(translateJob, async (context, payload, item) => {
    try {
      return outcomeOf(await translateProduct(deps, context, payload, item));
    } catch (error) {
      if (error instanceof AnswerPending) return pending;
      throw error;
    }
  });
}

function outcomeOf(product: TranslatedProduct): ItemOutcome {
  switch (product.outcome) {
    case "drafted": {
      const { stored, reused, untranslated, sameAsGeneral, leftOut, withoutSource } = product;
      return {
        outcome: "done",
        message: translatedWords(product),
        result: { ...stored, reused, untranslated, sameAsGeneral, leftOut, withoutSource },
        ...(untranslated.length > 0 ? { partial: true } : {}),
      };
    }
    case "resumed":
      return { outcome: "done", message: `${texts(product.stored.texts)} translated`, result: product.stored };
    case "gone":
      return { outcome: "failed", code: "product_gone", message: "This product is no longer in the shop." };
    case "hands_off":
      return {
        outcome: "done",
        message: "Hands off: nothing is written for this product. Its page gives it back.",
        result: nothing,
      };
    case "nothing_to_translate": {
      const { leftOut, withoutSource } = product;
      return {
        outcome: "done",
        message:
          "There is nothing to translate: these texts have translations by now, wait for a person, or have no original.",
        result: { ...nothing, leftOut, withoutSource },
      };
    }
    case "same_as_general":
      return {
        outcome: "done",
        message: `Nothing to keep for the markets: ${sameWords(product.sameAsGeneral)}.`,
        result: { ...nothing, sameAsGeneral: product.sameAsGeneral },
      };
    case "not_translated":
      return { outcome: "failed", code: "not_translated", message: notTranslated };
    case "unusable":
      return { outcome: "failed", code: product.reason, message: unusable[product.reason] };
  }
}

const nothing = { texts: 0, blocked: 0, warnings: 0 };
const notTranslated =
  "No translation came back: the model gave the texts as they were, or left them out. Nothing was stored or charged. Retry, or choose another model in Settings.";

function translatedWords({
  stored,
  languages,
  untranslated,
  sameAsGeneral,
}: Extract<TranslatedProduct, { outcome: "drafted" }>): string {
  const blocked = stored.blocked > 0 ? `, ${stored.blocked} blocked by checks` : "";
  const left = untranslated.length > 0 ? `, ${untranslated.length} came back untranslated and stay missing` : "";
  const same = sameAsGeneral > 0 ? `, ${sameWords(sameAsGeneral)}` : "";
  const { aside = 0 } = stored;
  const into = `${languages} ${languages === 1 ? "language" : "languages"}`;
  return `${texts(stored.texts - aside)} translated into ${into}${blocked}${same}${left}${asideWords(aside)}`;
}

function sameWords(count: number): string {
  return `${texts(count)} ${count === 1 ? "says" : "say"} the same as the general text`;
}

function texts(count: number): string {
  return `${count} ${count === 1 ? "text" : "texts"}`;
}
