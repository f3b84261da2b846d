import { all, manyOf, run, type Steps } from "../../db/steps.ts";
import type { TranslationTarget } from "../../shopify/operations/index.ts";
import { lackingEverywhere } from "../target-texts.ts";
import { keepParts } from "../translations/product-parts.ts";
import { type ReadResource, storeRead } from "../translations/store-read.ts";
import { ownMissingOf } from "./missing-of-resource.ts";
import type { OwnerTexts } from "./read-owner-texts.ts";

const putSql = `INSERT INTO text_resources (shop, id, kind, title, missing, read_at)
  VALUES (@shop, @id, @kind, @title, @missing, @readAt)
  ON CONFLICT (shop, id) DO UPDATE SET title = excluded.title, missing = excluded.missing, gone_at = NULL,
    read_at = excluded.read_at WHERE excluded.read_at >= text_resources.read_at`;

export interface ReadResources {
  shop: string;
  owners: readonly OwnerTexts[];
  /** what was read for the targets, by resource, e.g. `Link/7` */
  read: ReadonlyMap<string, ReadResource>;
  targets: readonly TranslationTarget[];
  /** kinds of resources that one answer left out: what is kept of their translations stays */
  incomplete: ReadonlySet<string>;
  /** before Shopify was first asked for any of it, epoch ms */
  asOf: number;
}

/** Keeps resources, their texts and translations as they were read. @returns as `storeRead` */
export function* storeResources({ shop, owners, read, targets, incomplete, asOf }: ReadResources): Steps<number> {
  yield* manyOf(putSql, owners, ({ id, kind, title, texts }) => ({
    ...{ shop, id, kind, title, missing: ownMissingOf(texts), readAt: asOf },
  }));
  const owned = owners.map(({ id, texts }) => ({ owner: id, parts: { texts, metafields: {} } }));
  yield* keepParts(shop, owned, asOf);
  const products = new Map(owners.map(({ id }) => [id, null]));
  return yield* storeRead({ ...{ shop, targets, products, parts: read, incomplete, asOf } });
}

const goneSql = `SELECT id, other_targets AS otherTargets FROM text_resources
  WHERE shop = @shop AND kind = @kind AND gone_at IS NULL AND read_at < @before LIMIT 200`;
const markGoneSql = `UPDATE text_resources SET gone_at = @now, other_targets = @otherTargets
  WHERE shop = @shop AND id = @id`;
const dropTranslationsSql = "DELETE FROM shop_translations WHERE shop = @shop AND owner = @id";
const dropTextsSql = "DELETE FROM translatable_texts WHERE shop = @shop AND owner = @id";

/**
 * Marks resources of a kind as gone that a whole reading of it did not see, some at a time. What was written for them stays.
 * @param of.before when that reading began. @returns how many were marked; 0: there are no more
 */
export function* markGoneResources(of: { shop: string; kind: string; before: number; now: number }): Steps<number> {
  const { shop, kind, before, now } = of;
  const gone = yield* all<{ id: string; otherTargets: string }>(goneSql, { shop, kind, before });
  for (const { id, otherTargets } of gone) {
    // What waits for a person waits there again when it comes back.
    yield* run(markGoneSql, { shop, id, now, otherTargets: lackingEverywhere(otherTargets) });
    yield* run(dropTranslationsSql, { shop, id });
    yield* run(dropTextsSql, { shop, id });
  }
  return gone.length;
}
