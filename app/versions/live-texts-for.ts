import type { LiveTexts } from "../catalog/live-texts.ts";
import { primaryTargetOf } from "../catalog/read-primary-target.ts";
import type { Steps } from "../db/steps.ts";
import { sameTarget, type TargetColumns } from "../texts/target.ts";

/**
 * The live texts that a new version for a target is based on: what the shop shows for any other than its own pages is not
 * mirrored, so that none is known there.
 * @param input.live those of the shop's own pages
 */
export function* liveTextsFor(input: { shop: string; target: TargetColumns; live: LiveTexts }): Steps<LiveTexts> {
  return sameTarget(input.target, yield* primaryTargetOf(input.shop)) ? input.live : {};
}
