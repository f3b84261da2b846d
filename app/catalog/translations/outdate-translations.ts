import type { Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { kindOfOwner } from "../../texts/resource-owner.ts";
import { liveTexts } from "../live-texts.ts";
import { readStoredProduct } from "../read-product.ts";
import { allShopTranslations, keepShopTranslations } from "./shop-translations.ts";
import { translationSources } from "./translation-sources.ts";

/**
 * Part of a transaction: does what changes the texts of a product, or of another resource, in the shop's own language, and brings in step what the mirror says
 * of their translations. A translation of another text than the one that stands there now is outdated, in all languages and
 * markets; one whose source came back to the letter is not any more. Shopify sends no webhook for either.
 * @param of.now epoch ms: a reading that began before it does not know of the change
 */
export function* outdatingTranslations<T>(
  { shop, owner, now }: { shop: ShopDomain; owner: string; now: number },
  change: () => Steps<T>,
): Steps<T> {
  const held = yield* allShopTranslations({ shop, owner });
  if (held.length === 0) return yield* change();
  const before = yield* sourceDigests(shop, owner);
  const result = yield* change();
  const after = yield* sourceDigests(shop, owner);
  const moved = (name: string) => before.get(name) !== after.get(name);
  // What has no source any more has nothing to be made from anew.
  const isOutdated = (name: string, of: string | undefined) => after.has(name) && of !== after.get(name);
  for (const { texts, ...target } of held) {
    const changed = Object.entries(texts).filter(([name]) => moved(name));
    if (changed.length === 0) continue;
    const judged = changed.map(([name, text]) => [name, { ...text, outdated: isOutdated(name, text.of) }] as const);
    yield* keepShopTranslations({
      shop,
      owner,
      target,
      texts: { ...texts, ...Object.fromEntries(judged) },
      readAt: now,
    });
  }
  return result;
}

/** By the name of the slot; a text that is empty has none. */
function* sourceDigests(shop: ShopDomain, owner: string): Steps<ReadonlyMap<string, string>> {
  const row = yield* readStoredProduct(shop, owner);
  if (!row && kindOfOwner(owner) === null) return new Map();
  const sources = yield* translationSources({ shop, id: owner, live: row ? liveTexts(row) : {} });
  return new Map(sources.map(({ name, digest }) => [name, digest]));
}
