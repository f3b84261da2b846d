import { readProduct } from "../../app/catalog/read-product.ts";
import type { Db } from "../../app/db/open.ts";
import { optionTexts } from "../../app/generation/translate/asked-texts.ts";
import { type Cell, chooseCells } from "../../app/generation/translate/choose-cells.ts";
import { mostTokens } from "../../app/generation/translate/estimate-tokens.ts";
import { withoutRepeats } from "../../app/generation/translate/reuse-approved.ts";
import { translateTexts } from "../../app/generation/translate/translate-texts.ts";
import { readTranslationContext } from "../../app/generation/translate/translation-context.ts";
import { localeSchema, type ProductId, type ShopDomain } from "../../app/lib/brand.ts";
import type { Clock } from "../../app/lib/clock.ts";
import { resolveConfig } from "../../app/rules/configs/resolve-config.ts";
import { writtenOf } from "../../app/texts/text-body.ts";
import { createSandboxWriter } from "./sandbox-writer.ts";

export const translatedTypes = ["title", "desc", "seo_title", "seo_desc", optionTexts];

/** Tokens for each word of the sources and each language, prompts and answers together. */
export interface TranslatingCosts {
  calls_per_product: number;
  tokens_per_word: number;
  calls_per_product_one_a_text: number;
  tokens_per_word_one_a_text: number;
  /** of the two: 0.25 = a quarter of the tokens */
  tokens_share: number;
}

/** Translates the same products twice with the sandbox's model and its usual mistakes: as a run does, and with a call for each text and language. */
export async function measureTranslating(
  deps: { db: Db; clock: Clock },
  input: { shop: ShopDomain; productIds: readonly ProductId[]; locales: readonly string[] },
): Promise<TranslatingCosts> {
  const together = await costOf(deps, input, mostTokens);
  // No two texts have room in an answer of no tokens.
  const alone = await costOf(deps, input, 0);
  const each = (total: number, of: number) => Math.round((total / of) * 100) / 100;
  const count = input.productIds.length;
  return {
    calls_per_product: each(together.calls, count),
    tokens_per_word: each(together.tokens, together.words),
    calls_per_product_one_a_text: each(alone.calls, count),
    tokens_per_word_one_a_text: each(alone.tokens, alone.words),
    tokens_share: Math.round((together.tokens / alone.tokens) * 1_000) / 1_000,
  };
}

async function costOf(
  deps: { db: Db; clock: Clock },
  { shop, productIds, locales }: Parameters<typeof measureTranslating>[1],
  most: number,
) {
  const { db, clock } = deps;
  const model = createSandboxWriter();
  const sum = { calls: 0, tokens: 0, words: 0 };
  const wish = {
    ...{ locales: locales.map((locale) => localeSchema.parse(locale)), contentTypes: translatedTypes },
    ...{ which: "all" as const, includeEdited: true },
  };
  for (const productId of productIds) {
    const product = await readProduct(deps, shop, productId);
    if (!product) throw new Error(`there is no product ${productId}`);
    const { cells, known } = await db.do(chooseCells({ product, sourceLocale: "en", wish }));
    const context = await readTranslationContext(deps, {
      ...{ product, sourceLocale: "en", rules: await db.do(resolveConfig({ shop, product })), cells, known },
      ...{ model: "shelf-small", notes: undefined, examplesBefore: clock.now() },
    });
    const { signal } = new AbortController();
    const { first } = withoutRepeats(cells);
    const { usage, translated } = await translateTexts(
      (request) => model.complete(request, { signal }),
      context,
      first,
      {
        ...{ signal, mostTokens: most },
      },
    );
    sum.calls += usage.calls;
    sum.tokens += usage.tokensIn + usage.tokensOut;
    sum.words += wordsIn(translated.map(({ cell }) => cell));
  }
  return sum;
}

/** Of the sources, once for each language that they are translated into. */
function wordsIn(cells: readonly Cell[]): number {
  return cells.reduce(
    (sum, { source }) =>
      sum +
      (writtenOf(source.body)
        .replace(/<[^>]*>/g, " ")
        .match(/\p{L}[\p{L}\p{M}'’-]*/gu)?.length ?? 0),
    0,
  );
}
