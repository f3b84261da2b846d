import { and, eq, lte, ne, or, sql } from "drizzle-orm";
import { conflicts, versions } from "../db/schema/index.ts";
import { q, type Tx } from "../db/transact.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { digestOf } from "../lib/digest.ts";
import { isImageAlt } from "../texts/slot.ts";
import { storeTarget } from "./store-texts.ts";

/**
 * Part of a transaction: the shop shows this version. Whatever became of it meanwhile, it is the published one; the one
 * published before and older approved ones give way, and a conflict about the field is over. An alt text gives way to
 * another product's for the same image too: an image has one.
 */
export function* markPublished(tx: Tx, input: { shop: ShopDomain; versionId: string; by: string | null; now: number }) {
  const { shop, versionId, now } = input;
  const [version] = yield* q(
    tx
      .select()
      .from(versions)
      .where(and(eq(versions.shop, shop), eq(versions.id, versionId))),
  );
  if (!version) return;
  const ofProduct = eq(versions.productId, version.productId);
  // As the partial index of alt texts has it.
  const ofImage = isImageAlt(version.contentType) ? sql`content_type LIKE 'image_alt%'` : undefined;
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
          eq(versions.contentType, version.contentType),
          eq(versions.locale, version.locale),
          eq(versions.market, storeTarget.market),
          eq(versions.channel, storeTarget.channel),
          ne(versions.id, versionId),
          or(
            and(ofProduct, eq(versions.state, "published")),
            and(ofProduct, eq(versions.state, "approved"), lte(versions.createdAt, version.createdAt)),
            ofImage && and(ofImage, eq(versions.state, "published")),
          ),
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
          eq(conflicts.contentType, version.contentType),
          eq(conflicts.locale, version.locale),
        ),
      ),
  );
}

/**
 * Part of a transaction: the text that stood there before our write stands there again. It becomes a published version of
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
    by: string | null;
    now: number;
  },
) {
  const { shop, undoneVersionId, body, by, now } = input;
  const [undone] = yield* q(
    tx
      .select()
      .from(versions)
      .where(and(eq(versions.shop, shop), eq(versions.id, undoneVersionId))),
  );
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
      factsDigest: undone.factsDigest,
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
