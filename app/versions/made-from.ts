import type { Product } from "../catalog/product.ts";
import { primaryTargetOf } from "../catalog/read-primary-target.ts";
import { translationSources } from "../catalog/translations/translation-sources.ts";
import type { Steps } from "../db/steps.ts";
import { sameTarget, storeChannel, type TargetColumns, targetSchema } from "../texts/target.ts";
import { digestOfSources, sourcesOfChannel } from "./channel-texts.ts";

/**
 * What new versions for a target name as what they are made from, by the name of the slot: of translations and texts of a market
 * the digest of the text that stands in the shop's own language, of texts for a channel that of all its sources, of all others that of the
 * product's facts.
 */
export function* madeFrom({
  product,
  target,
}: {
  product: Pick<Product, "shop" | "id" | "live" | "factsDigest">;
  target: TargetColumns;
}): Steps<(contentType: string) => string> {
  if (target.channel !== storeChannel) {
    const digest = digestOfSources(
      yield* sourcesOfChannel({ product, target: targetSchema.parse(target), from: storeChannel }),
    );
    return () => digest;
  }
  const isOwn = sameTarget(target, yield* primaryTargetOf(product.shop));
  if (isOwn) return () => product.factsDigest;
  const sources = new Map((yield* translationSources(product)).map(({ name, digest }) => [name, digest]));
  return (contentType) => sources.get(contentType) ?? product.factsDigest;
}
