import type { Product } from "../../catalog/product.ts";
import { readProduct } from "../../catalog/read-product.ts";
import type { Db } from "../../db/open.ts";
import type { TextBody } from "../../db/schema/index.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { productIdSchema } from "../../lib/brand.ts";
import type { Target } from "../../texts/target.ts";
import { channelPairs } from "../../versions/channel-pairs.ts";
import { sourcesOfChannel } from "../../versions/channel-texts.ts";

/** A product's texts on the one channel, and what the shop approved of them on the other. */
export interface AdaptationExample {
  source: Record<string, TextBody>;
  target: Record<string, TextBody>;
}

const mostPairs = 2;
/** Of one text of an example. */
const mostChars = 1_200;

/** The shop's own pairs that come nearest to a product. */
export async function readAdaptationExamples(
  deps: { db: Db },
  input: { product: Product; target: Target; from: string; contentTypes: readonly string[]; before: number },
): Promise<AdaptationExample[]> {
  const { product, target, from, contentTypes, before } = input;
  const pairs = await deps.db.do(channelPairs({ product, target, contentTypes, before, most: mostPairs }));
  const examples: AdaptationExample[] = [];
  for (const pair of pairs) {
    const other = await readProduct(deps, product.shop as ShopDomain, productIdSchema.parse(pair.productId));
    if (!other) continue;
    const sources = await deps.db.do(sourcesOfChannel({ product: other, target, from }));
    const wanted = Object.fromEntries(
      Object.entries(sources).filter(([name]) => name in pair.target || name === "title" || name === "desc"),
    );
    if (Object.keys(wanted).length > 0) examples.push({ source: shortened(wanted), target: shortened(pair.target) });
  }
  return examples;
}

function shortened(texts: Record<string, TextBody>): Record<string, TextBody> {
  const cut = (text: string) => (text.length <= mostChars ? text : `${text.slice(0, mostChars).replace(/\S*$/u, "")}…`);
  return Object.fromEntries(
    Object.entries(texts).map(([name, body]) => [name, typeof body === "string" ? cut(body) : body.map(cut)]),
  );
}
