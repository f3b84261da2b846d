import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { readProduct } from "../../catalog/read-product.ts";
import { translationSources } from "../../catalog/translations/translation-sources.ts";
import type { Db } from "../../db/open.ts";
import { type ProductId, productIdSchema, type ShopDomain } from "../../lib/brand.ts";
import { wait } from "../../lib/retry.ts";
import { translatedProducts } from "../../versions/translated-products.ts";
import { readAgainstTerms } from "./against-terms.ts";
import { shownTranslations } from "./choose-cells.ts";

/** A translation that is not as the terms of today say. */
export interface AgainstText {
  productId: ProductId;
  title: string;
  /** of its slot */
  text: string;
  /** the words that ask for something else */
  words: string[];
}

export interface FoundAgainst {
  texts: AgainstText[];
  /** products that were looked at */
  looked: number;
  /** behind which to look on; null where all were looked at */
  next: string | null;
}

/** More are not listed at once: a run takes them all the same. */
const mostTexts = 100;
/** Some two milliseconds each. */
const mostProducts = 2_000;
const chunkProducts = 100;

/**
 * The translations of one language that are not as the shop's terms of today say, live ones and those that wait, product by product.
 * @param input.after a product's id; "" for the first
 */
export async function findAgainstTerms(
  deps: { db: Db },
  { shop, locale, after }: { shop: ShopDomain; locale: string; after: string },
): Promise<FoundAgainst> {
  const { db } = deps;
  const { locale: sourceLocale } = await readPrimaryTarget(deps, shop);
  const texts: AgainstText[] = [];
  let looked = 0;
  let last = after;
  while (looked < mostProducts && texts.length < mostTexts) {
    // Whoever else asks is answered between two chunks.
    await wait(0);
    const ids = await db.do(translatedProducts({ shop, locale, after: last, limit: chunkProducts }));
    for (const id of ids) {
      const productId = productIdSchema.parse(id);
      const product = await readProduct(deps, shop, productId);
      last = id;
      looked++;
      if (!product) continue;
      const { title } = product;
      const found = await db.do(
        (function* () {
          const sources = yield* translationSources(product);
          const against = yield* readAgainstTerms({ product, sourceLocale, sources, locales: [locale] });
          const shown = yield* shownTranslations(product, sources, locale);
          return sources.flatMap((source) => {
            const body = shown.get(source.name);
            return body === undefined ? [] : [{ text: source.name, words: against(locale, source, body) }];
          });
        })(),
      );
      texts.push(...found.flatMap((one) => (one.words.length === 0 ? [] : [{ productId, title, ...one }])));
      if (texts.length >= mostTexts) break;
    }
    if (ids.length < chunkProducts && last === (ids.at(-1) ?? last)) return { texts, looked, next: null };
  }
  return { texts, looked, next: last };
}
