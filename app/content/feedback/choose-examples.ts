import type { Db } from "../../db/open.ts";
import { prepared } from "../../db/prepared.ts";
import type { TextBody } from "../../db/schema/index.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Example } from "../prompt-examples.ts";
import { comparable } from "../text-body.ts";

export interface ExampleQuery {
  shop: ShopDomain;
  product: { id: string; title: string; productType: string; vendor: string };
  contentTypes: readonly string[];
  locale: string;
  /** the config that writes now; corrections of its earlier states count as well */
  configDigest: string;
  /** epoch ms: only what was said before this time, so that the same question has the same answer later */
  before: number;
}

const perType = 2;
const maxExamples = 6;
/** Longer corrections are left out, never cut. */
const maxPairChars = 3_000;
const maxChars = 8_000;
const maxCommentChars = 300;
/** Among so many of the newest corrections the nearest are looked for. */
const candidates = 200;

const selectSql = `SELECT product_id AS productId, initial, corrected, comment, product_title AS title,
    product_type AS productType, vendor
  FROM feedback AS f
  WHERE shop = @shop AND exemplary = 1 AND content_type = @contentType AND locale = @locale AND created_at < @before
    AND config_digest IN (
      SELECT @configDigest UNION ALL
      SELECT s.digest FROM config_states AS s WHERE s.shop = @shop AND s.config_id IN
        (SELECT t.config_id FROM config_states AS t WHERE t.shop = @shop AND t.digest = @configDigest))
    AND NOT EXISTS (SELECT 1 FROM feedback AS later
      WHERE later.shop = @shop AND later.version_id = f.version_id AND later.kind IN ('approved', 'corrected', 'rejected')
        AND later.created_at < @before AND (later.created_at, later.id) > (f.created_at, f.id))
  ORDER BY created_at DESC, id DESC LIMIT ${candidates}`;

interface Candidate {
  productId: string;
  initial: string;
  corrected: string;
  comment: string | null;
  title: string;
  productType: string;
  vendor: string;
}

/**
 * The shop's own corrections that come nearest to a product: same content type, language and config; then the same product,
 * its type, vendor and the words of its title; then the newest. Feedback is only ever added, so that the choice for one time
 * stays the same: a resumed item builds the request it has paid for.
 */
export function chooseExamples({ db }: { db: Db }, query: ExampleQuery): Example[] {
  const { shop, product, locale, configDigest, before } = query;
  const ranked = query.contentTypes.flatMap((contentType) => {
    const rows = prepared<object, Candidate>(db, selectSql).all({ shop, contentType, locale, configDigest, before });
    return newestOfProducts(rows)
      .filter((row) => sizeOf(row) <= maxPairChars)
      .map((row, age) => ({ row, age, score: nearness(product, row) }))
      .sort((a, b) => b.score - a.score || a.age - b.age)
      .slice(0, perType)
      .map(({ row }, rank) => ({ contentType, row, rank }));
  });
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

function sizeOf({ initial, corrected }: Candidate): number {
  return initial.length + corrected.length;
}

/** Of several corrections of one product's text, the last word. */
function newestOfProducts(rows: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return rows.filter(({ productId }) => !seen.has(productId) && seen.add(productId));
}

function nearness(product: ExampleQuery["product"], row: Candidate): number {
  let score = overlap(product.title, row.title);
  if (row.productId === product.id) score += 4;
  if (row.productType !== "" && comparable(row.productType) === comparable(product.productType)) score += 2;
  if (row.vendor !== "" && comparable(row.vendor) === comparable(product.vendor)) score += 1;
  return score;
}

/** Shared words in all words, 0–1. */
function overlap(a: string, b: string): number {
  const one = new Set(comparable(a).split(" ").filter(Boolean));
  const two = new Set(comparable(b).split(" ").filter(Boolean));
  const shared = [...one].filter((word) => two.has(word)).length;
  return shared === 0 ? 0 : shared / (one.size + two.size - shared);
}

function exampleOf(contentType: string, { initial, corrected, comment }: Candidate): Example {
  return {
    contentType,
    initial: JSON.parse(initial) as TextBody,
    corrected: JSON.parse(corrected) as TextBody,
    ...(comment ? { comment: comment.slice(0, maxCommentChars) } : {}),
  };
}
