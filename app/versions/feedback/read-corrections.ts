import type { Db } from "../../db/open.ts";
import { all } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { configNameOf, imageAlt, ofProduct, slotNamed } from "../../texts/slot.ts";
import { type TargetColumns, targetKey } from "../../texts/target.ts";
import { comparable } from "../../texts/text-body.ts";

/** A correction, a choice, or a text that was approved as it was, with what its nearness to a product is measured by. */
export interface Correction {
  productId: string;
  /** JSON */
  initial: string;
  /** JSON */
  corrected: string;
  comment: string | null;
  titleWords: ReadonlySet<string>;
  productType: string;
  vendor: string;
}

export interface CorrectionQuery {
  shop: ShopDomain;
  /**
   * `approved`: as the model wrote it, so that `corrected` is the same as `initial`; `preferred`: `corrected` is the wording that
   * was chosen, `initial` the one that it was chosen over
   */
  kind: "corrected" | "preferred" | "approved";
  /** the name of a slot; what is learnt of one image or collection holds for all of its kind, `image_alt` means all images */
  contentType: string;
  target: TargetColumns;
  configDigest: string;
  /** epoch ms */
  before: number;
}

/** Longer corrections are left out, never cut. */
const maxPairChars = 3_000;
/** Among so many of the newest corrections the nearest are looked for. */
const candidates = 200;

const selectSql = `SELECT product_id AS productId, initial, coalesce(corrected, initial) AS corrected, comment, product_title AS title,
    product_type AS productType, vendor
  FROM feedback AS f
  WHERE shop = @shop AND kind = @kind AND exemplary = 1 AND content_type = @field AND locale = @locale
    AND market = @market AND channel = @channel AND created_at < @before
    AND (resource = @resource OR resource LIKE @ofKind)
    AND config_digest IN (
      SELECT @configDigest UNION ALL
      SELECT s.digest FROM config_states AS s WHERE s.shop = @shop AND s.config_id IN
        (SELECT t.config_id FROM config_states AS t WHERE t.shop = @shop AND t.digest = @configDigest))
    AND NOT EXISTS (SELECT 1 FROM feedback AS later
      WHERE later.shop = @shop AND later.version_id = f.version_id AND later.kind IN ('approved', 'preferred', 'corrected', 'rejected')
        AND later.created_at < @before AND (later.created_at, later.id) > (f.created_at, f.id))
  ORDER BY created_at DESC, id DESC LIMIT ${candidates}`;

interface Row extends Omit<Correction, "titleWords"> {
  title: string;
}

/** Lists kept for the next products of a job: reading one anew takes milliseconds. Each holds 600 kB at the most. */
const keptLists = 40;
const kept = new WeakMap<Db, Map<string, Promise<readonly Correction[]>>>();

/** The newest corrections, or approved texts, of a shop that a prompt may show, one a product. */
export function readCorrections(
  { db, clock }: { db: Db; clock: Clock },
  query: CorrectionQuery,
): Promise<readonly Correction[]> {
  // Feedback from before a past time does not change any more: new feedback is always later.
  if (query.before > clock.now()) return select(db, query);
  const lists = kept.get(db) ?? new Map<string, Promise<readonly Correction[]>>();
  kept.set(db, lists);
  const { shop, kind, contentType, target, configDigest, before } = query;
  const key = JSON.stringify([shop, kind, contentType, targetKey(target), configDigest, before]);
  const known = lists.get(key);
  const list = known ?? select(db, query);
  if (!known) list.catch(() => lists.delete(key));
  lists.delete(key);
  lists.set(key, list);
  for (const oldest of lists.keys()) {
    if (lists.size <= keptLists) break;
    lists.delete(oldest);
  }
  return list;
}

async function select(db: Db, { target, contentType, ...query }: CorrectionQuery): Promise<Correction[]> {
  const { locale, market, channel } = target;
  const slots = slotsLike(contentType);
  const rows = await db.do(all<Row>(selectSql, { ...query, ...slots, locale, market, channel }));
  const seen = new Set<string>();
  return (
    rows
      // Of several corrections of one product's text, the last word.
      .filter(({ productId }) => !seen.has(productId) && seen.add(productId))
      .filter((row) => sizeOf(row) <= maxPairChars)
      .map(({ title, productType, vendor, ...row }) => ({
        ...row,
        titleWords: wordsOf(title),
        productType: comparable(productType),
        vendor: comparable(vendor),
      }))
  );
}

/** The field, and the resources that have one of the kind: one by its name, or by a pattern. */
function slotsLike(contentType: string): { field: string; resource: string; ofKind: string } {
  const { resource, field } = slotNamed(contentType);
  // Words from outside are about an image that is not known.
  if (configNameOf(contentType) === imageAlt) return { field: imageAlt, resource: ofProduct, ofKind: "MediaImage/%" };
  return { field, resource, ofKind: resource.replace(/\/\d+$/, "/%") };
}

export function wordsOf(title: string): Set<string> {
  return new Set(comparable(title).split(" ").filter(Boolean));
}

/** Characters that a correction takes in a prompt. */
export function sizeOf({ initial, corrected }: Pick<Correction, "initial" | "corrected">): number {
  return initial.length + corrected.length;
}
