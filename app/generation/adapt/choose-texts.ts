import type { Product } from "../../catalog/product.ts";
import type { TextBody } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import { channelRules } from "../../rules/channels/channel-rules.ts";
import { textsOfChannel } from "../../rules/channels/channel-types.ts";
import { readChangedRules } from "../../rules/channels/read-rule-settings.ts";
import type { Target } from "../../texts/target.ts";
import { digestOfSources, openTexts, sourcesOfChannel } from "../../versions/channel-texts.ts";
import type { AdaptationWish } from "./jobs.ts";

/** Why a text is left as it is. */
export type LeftAsItIs =
  /** there is one that is not outdated, or no outdated ones are asked for */
  | "adapted"
  /** a draft or an approved text waits for a person */
  | "waits"
  /** a person wrote it */
  | "edited";

export interface ChosenTexts {
  target: Target;
  /** that are to be written */
  contentTypes: string[];
  sources: Record<string, TextBody>;
  /** of the sources: what the drafts are made from */
  digest: string;
  leftOut: Record<LeftAsItIs, number>;
}

/** Which texts of a product a run adapts to a channel, and what from. */
export function* chooseChannelTexts(product: Product, wish: AdaptationWish): Steps<ChosenTexts> {
  const { shop, id: productId } = product;
  const { locale, market, channel, from, which, includeEdited } = wish;
  const target: Target = { locale, market, channel };
  const rules = (yield* readChangedRules(shop)) ?? channelRules;
  const asked = textsOfChannel(channel, rules).filter((name) => wish.contentTypes.includes(name));
  const sources = yield* sourcesOfChannel({ product, target, from });
  // What the shop's own pages say decides: another channel's texts are made of those as well.
  const said = from === "store" ? sources : yield* sourcesOfChannel({ product, target, from: "store" });
  const digest = digestOfSources(said);
  const open = yield* openTexts({ shop, productId, target });
  const leftOut: Record<LeftAsItIs, number> = { adapted: 0, waits: 0, edited: 0 };
  const contentTypes = asked.filter((name) => {
    const there = open.get(name);
    if (!there) return true;
    const isOutdated = there.factsDigest !== digest;
    if (which === "missing" || (which === "missing_or_outdated" && !isOutdated)) {
      leftOut[there.state === "draft" ? "waits" : "adapted"]++;
      return false;
    }
    if (there.origin === "edited" && !includeEdited) {
      leftOut.edited++;
      return false;
    }
    return true;
  });
  return { target, contentTypes, sources, digest, leftOut };
}
