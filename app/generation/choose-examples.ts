import type { Db } from "../db/open.ts";
import type { TextBody } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { configNamesOf } from "../texts/slot.ts";
import { storeTarget } from "../texts/target.ts";
import { comparable } from "../texts/text-body.ts";
import { type Correction, readCorrections, sizeOf, wordsOf } from "../versions/feedback/read-corrections.ts";
import type { Example } from "./prompt-product.ts";

export interface ExampleQuery {
  shop: ShopDomain;
  product: { id: string; title: string; productType: string; vendor: string };
  contentTypes: readonly string[];
  locale: string;
  /** the config that writes now; corrections of its earlier states count as well */
  configDigest: string;
  /** epoch ms: only feedback given before this time, so that the same question has the same answer later */
  before: number;
}

const perType = 2;
/** Texts approved as they were teach less than corrections: one a content type, where there are no corrections. */
const approvedPerType = 1;
const maxExamples = 6;
const maxChars = 8_000;
const maxCommentChars = 300;

/**
 * The shop's own corrections that come nearest to a product: same content type, language and config; then the same product,
 * its type, vendor and the words of its title; then the newest. A content type without any takes the nearest approved text
 * of another product that is like this one. Feedback is only ever added, so that the choice for one time
 * stays the same: a resumed item builds the request it has paid for.
 */
export async function chooseExamples(deps: { db: Db; clock: Clock }, query: ExampleQuery): Promise<Example[]> {
  const { shop, product, locale, configDigest, before } = query;
  const target = storeTarget(locale);
  const near = nearnessTo(product);
  const nearest = async (contentType: string, kind: "corrected" | "approved") =>
    (await readCorrections(deps, { shop, kind, contentType, target, configDigest, before }))
      .map((row, age) => ({ row, age, score: near(row) }))
      .sort((a, b) => b.score - a.score || a.age - b.age);
  const perName = configNamesOf(query.contentTypes).map(async (contentType) => {
    const corrections = (await nearest(contentType, "corrected")).slice(0, perType);
    const chosen =
      corrections.length > 0
        ? corrections
        : (await nearest(contentType, "approved"))
            // Its own earlier text would only be written again.
            .filter(({ row, score }) => score > 0 && row.productId !== product.id)
            .slice(0, approvedPerType);
    return chosen.map(({ row }, rank) => ({ contentType, row, rank }));
  });
  const ranked = (await Promise.all(perName)).flat();
  // The nearest of every content type before the second of any.
  ranked.sort((a, b) => a.rank - b.rank);
  const chosen: Example[] = [];
  let chars = 0;
  for (const { contentType, row } of ranked) {
    if (chosen.length === maxExamples) break;
    if (chars + sizeOf(row) > maxChars) continue;
    chosen.push(exampleOf(contentType, row));
    chars += sizeOf(row);
  }
  return chosen;
}

function nearnessTo(product: ExampleQuery["product"]): (row: Correction) => number {
  const words = [...wordsOf(product.title)];
  const productType = comparable(product.productType);
  const vendor = comparable(product.vendor);
  return (row) => {
    let shared = 0;
    for (const word of words) if (row.titleWords.has(word)) shared++;
    let score = shared === 0 ? 0 : shared / (words.length + row.titleWords.size - shared);
    if (row.productId === product.id) score += 4;
    if (productType !== "" && row.productType === productType) score += 2;
    if (vendor !== "" && row.vendor === vendor) score += 1;
    return score;
  };
}

function exampleOf(contentType: string, { initial, corrected, comment }: Correction): Example {
  return {
    contentType,
    initial: JSON.parse(initial) as TextBody,
    corrected: JSON.parse(corrected) as TextBody,
    ...(comment ? { comment: comment.slice(0, maxCommentChars) } : {}),
  };
}
