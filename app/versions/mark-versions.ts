import { and, eq, lte, ne, or } from "drizzle-orm";
import type { Tx } from "../db/orm.ts";
import { conflicts, versions } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { digestOf } from "../lib/digest.ts";
import { isImageAlt, nameOfRow } from "../texts/slot.ts";
import { isForTarget, isOfOtherResource, isOfSlot } from "./conditions.ts";
import { readVersion } from "./read-version.ts";

/**
 * Part of a transaction: the shop shows this version. Whatever became of it meanwhile, it is the published one; the one
 * published before for the same slot and target and older approved ones give way, and a conflict about them is over. An alt
 * text gives way to another product's for the same image too: an image has one.
 */
export function* markPublished(
  tx: Tx,
  input: { shop: ShopDomain; versionId: string; by: string | null; now: number },
): Steps<void> {
  const { shop, versionId, now } = input;
  const version = yield* readVersion(shop, versionId);
  if (!version) return;
  const ofProduct = eq(versions.productId, version.productId);
  const name = nameOfRow(version);
  const isPublished = eq(versions.state, "published");
  const isOlder = and(ofProduct, eq(versions.state, "approved"), lte(versions.createdAt, version.createdAt));
  yield* q(
    tx
      .update(versions)
      .set({ state: "published", publishedAt: now })
      .where(and(eq(versions.shop, shop), eq(versions.id, versionId))),
  );
  yield* q(
    tx
      .update(versions)
      .set({ state: "superseded", decidedAt: now, decidedBy: input.by })
      .where(
        and(
          eq(versions.shop, shop),
          isOfSlot(versions, name),
          isForTarget(versions, version),
          ne(versions.id, versionId),
          isImageAlt(name)
            ? and(isOfOtherResource, or(isPublished, isOlder))
            : and(ofProduct, or(isPublished, isOlder)),
        ),
      ),
  );
  yield* q(
    tx
      .delete(conflicts)
      .where(
        and(
          eq(conflicts.shop, shop),
          eq(conflicts.productId, version.productId),
          isOfSlot(conflicts, name),
          isForTarget(conflicts, version),
        ),
      ),
  );
}

/**
 * Part of a transaction: the text from before our write is live again. It becomes a published version of
 * its own, of origin "undo"; the undone one is superseded.
 */
export function* markRestored(
  tx: Tx,
  input: {
    shop: ShopDomain;
    /** the version whose publication is undone */
    undoneVersionId: string;
    /** id of the version that is made */
    versionId: string;
    /** null: there was no text, so no version is made */
    body: string | string[] | null;
    /** what it was made from; undefined: as the undone one */
    factsDigest?: string | undefined;
    by: string | null;
    now: number;
  },
): Steps<void> {
  const { shop, undoneVersionId, body, by, now } = input;
  const undone = yield* readVersion(shop, undoneVersionId);
  if (!undone) return;
  yield* q(
    tx
      .update(versions)
      .set({ state: "superseded", decidedAt: now, decidedBy: by })
      .where(and(eq(versions.shop, shop), eq(versions.id, undoneVersionId))),
  );
  if (body === null) return;
  yield* q(
    tx.insert(versions).values({
      id: input.versionId,
      shop,
      productId: undone.productId,
      resource: undone.resource,
      contentType: undone.contentType,
      locale: undone.locale,
      market: undone.market,
      channel: undone.channel,
      state: "published",
      origin: "undo",
      body,
      warnings: [],
      blocked: false,
      evidence: [],
      base: undone.body,
      baseDigest: digestOf(undone.body),
      factsDigest: input.factsDigest ?? undone.factsDigest,
      configDigest: undone.configDigest,
      parentId: undone.id,
      createdBy: by,
      createdAt: now,
      decidedBy: by,
      decidedAt: now,
      publishedAt: now,
    }),
  );
}
