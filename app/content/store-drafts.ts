import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { type TextBody, versions } from "../db/schema/index.ts";
import { type Query, q } from "../db/transact.ts";
import type { JobId, ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { digestOf } from "../lib/digest.ts";
import { newId } from "../lib/id.ts";
import type { ContentType } from "./content-types.ts";
import type { GeneratedText, Usage } from "./generate-product.ts";
import { refreshContentState } from "./refresh-content-state.ts";
import { isEmptyBody } from "./text-body.ts";

export interface DraftsInput {
  shop: ShopDomain;
  productId: ProductId;
  /** BCP-47 */
  locale: string;
  texts: readonly GeneratedText[];
  /** the live texts that the drafts were made from */
  live: Partial<Record<ContentType, TextBody | null>>;
  factsDigest: string;
  configDigest: string;
  promptHash: string;
  usage: Usage;
  jobId: JobId;
  itemSeq: number;
  createdBy: string | null;
  /** first step of the transaction: a crash or a lost lease must not store the drafts twice */
  assertLease(): Generator<Query<unknown>, void, unknown>;
}

/**
 * Stores one draft per content type in one transaction. Earlier drafts of the same target are superseded; approved ones
 * stay until a new one is approved. An empty text never takes the place of an earlier draft.
 * @returns how many were stored. @throws LeaseLost, JobCancelled
 */
export async function storeDrafts({ db, clock }: { db: Db; clock: Clock }, input: DraftsInput): Promise<number> {
  const { shop, productId, locale } = input;
  return db.transact(function* (tx) {
    yield* input.assertLease();
    const open = and(
      eq(versions.shop, shop),
      eq(versions.productId, productId),
      eq(versions.locale, locale),
      eq(versions.market, ""),
      eq(versions.channel, "store"),
      eq(versions.state, "draft"),
    );
    const drafts = yield* q(
      tx
        .select({ id: versions.id, contentType: versions.contentType, createdAt: versions.createdAt })
        .from(versions)
        .where(open),
    );
    const texts = input.texts.filter(
      ({ contentType, body }) => !isEmptyBody(body) || !drafts.some((draft) => draft.contentType === contentType),
    );
    const replaced = drafts.filter((draft) => texts.some(({ contentType }) => contentType === draft.contentType));
    // Later than what they follow, also within one millisecond: versions are ordered by their time.
    const now = Math.max(clock.now(), ...replaced.map(({ createdAt }) => createdAt + 1));
    if (replaced.length > 0) {
      const ids = replaced.map(({ id }) => id);
      yield* q(
        tx
          .update(versions)
          .set({ state: "superseded", decidedAt: now })
          .where(and(eq(versions.shop, shop), inArray(versions.id, ids))),
      );
    }
    if (texts.length > 0) yield* q(tx.insert(versions).values(texts.map((text, i) => rowOf(input, text, i, now))));
    yield* refreshContentState(tx, { shop, productId });
    return texts.length;
  });
}

function rowOf(input: DraftsInput, text: GeneratedText, i: number, now: number): typeof versions.$inferInsert {
  const { shop, productId, locale, factsDigest, configDigest, promptHash, usage, jobId, itemSeq, createdBy } = input;
  const base = input.live[text.contentType] ?? null;
  return {
    id: newId("ver", now),
    shop,
    productId,
    contentType: text.contentType,
    locale,
    state: "draft",
    origin: "generated",
    body: text.body,
    warnings: text.warnings,
    blocked: text.blocked,
    evidence: text.evidence,
    base,
    baseDigest: digestOf(base),
    factsDigest,
    configDigest,
    jobId,
    itemSeq,
    model: usage.model,
    promptHash,
    // The calls were made for all texts together: they are counted once, on the first.
    tokensIn: i === 0 ? usage.tokensIn : 0,
    tokensOut: i === 0 ? usage.tokensOut : 0,
    createdBy,
    createdAt: now,
  };
}
