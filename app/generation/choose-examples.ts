import type { Db } from "../db/open.ts";
import type { TextBody } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { configNamesOf } from "../texts/slot.ts";
import { storeTarget } from "../texts/target.ts";
import { comparable } from "../texts/text-body.ts";
import {
  type Correction,
  type CorrectionQuery,
  readCorrections,
  sizeOf,
  wordsOf,
} from "../versions/feedback/read-corrections.ts";
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
/** Which of two wordings was preferred says little by itself: it takes a few to show a taste. */
const preferencesPerType = 3;
const maxPreferences = 6;
const maxPreferenceChars = 2_000;
const maxCommentChars = 300;

/**
 * The shop's own corrections that come nearest to a product: same content type, language and config; then the same product,
 * its type, vendor and the words of its title; then the newest. A content type without any takes the nearest approved text
 * of another product that is like this one. After them, in room of their own, the wordings that were preferred to another of
 * the same answer. Feedback is only ever added, so that the choice for one time
 * stays the same: a resumed item builds the request it has paid for.
 */
export async function chooseExamples(deps: { db: Db; clock: Clock }, query: ExampleQuery): Promise<Example[]> {
  const { shop, product, locale, configDigest, before } = query;
  const target = storeTarget(locale);
  const near = nearnessTo(product);
  const nearest = async (contentType: string, kind: CorrectionQuery["kind"]) =>
    (await readCorrections(deps, { shop, kind, contentType, target, configDigest, before }))
      .map((row, age) => ({ row, age, score: near(row) }))
      .sort((a, b) => b.score - a.score || a.age - b.age);
  const perName = configNamesOf(query.contentTypes).map(async (contentType) => {
    const corrections = (await nearest(contentType, "corrected")).slice(0, perType);
    const preferences = (await nearest(contentType, "preferred")).slice(0, preferencesPerType);
    const examples =
      corrections.length + preferences.length > 0
        ? corrections
        : (await nearest(contentType, "approved"))
            // Its own earlier text would only be written again.
            .filter(({ row, score }) => score > 0 && row.productId !== product.id)
            .slice(0, approvedPerType);
    const ranked = ({ row }: { row: Correction }, rank: number): Ranked => ({ contentType, row, rank });
    return { examples: examples.map(ranked), preferences: preferences.map(ranked) };
  });
  const found = await Promise.all(perName);
  return [
    ...withinRoom(
      found.flatMap(({ examples }) => examples),
      { most: maxExamples, chars: maxChars },
    ).map(exampleOf),
    ...withinRoom(
      found.flatMap(({ preferences }) => preferences),
      { most: maxPreferences, chars: maxPreferenceChars },
    ).map((one) => ({ ...exampleOf(one), preferred: true })),
  ];
}

interface Ranked {
  contentType: string;
  row: Correction;
  rank: number;
}

/** The nearest of every content type before the second of any. */
function withinRoom(found: readonly Ranked[], room: { most: number; chars: number }): Ranked[] {
  const chosen: Ranked[] = [];
  let chars = 0;
  for (const one of found.toSorted((a, b) => a.rank - b.rank)) {
    if (chosen.length === room.most) break;
    if (chars + sizeOf(one.row) > room.chars) continue;
    chosen.push(one);
    chars += sizeOf(one.row);
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

function exampleOf({ contentType, row: { initial, corrected, comment } }: Ranked): Example {
  return {
    contentType,
    initial: JSON.parse(initial) as TextBody,
    corrected: JSON.parse(corrected) as TextBody,
    ...(comment ? { comment: comment.slice(0, maxCommentChars) } : {}),
  };
}
