import type { LiveTexts } from "../catalog/live-texts.ts";
import { primaryTargetOf } from "../catalog/read-primary-target.ts";
import { heldTexts } from "../catalog/translations/held-texts.ts";
import type { Steps } from "../db/steps.ts";
import { sameTarget, type TargetColumns } from "../texts/target.ts";

/**
 * The live texts that a new version for a target is based on: the shop's own, for another language or a market the translations
 * that the shop held when they were last read. What other channels show is not known.
 * @param input.live those of the shop's own pages
 */
export function* liveTextsFor(input: {
  shop: string;
  productId: string;
  target: TargetColumns;
  live: LiveTexts;
}): Steps<LiveTexts> {
  const { shop, productId: owner, target, live } = input;
  if (sameTarget(target, yield* primaryTargetOf(shop))) return live;
  if (target.channel !== "store") return {};
  return Object.fromEntries(yield* heldTexts({ shop, owner, target }));
}
