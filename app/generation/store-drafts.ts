import type { LiveTexts } from "../catalog/live-texts.ts";
import { chargeItem } from "../credits/charge-item.ts";
import type { Db } from "../db/open.ts";
import type { Steps } from "../db/steps.ts";
import { prepared } from "../jobs/prepared.ts";
import type { JobId, ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { digestOf } from "../lib/digest.ts";
import { newId } from "../lib/id.ts";
import type { Comparison } from "../quality/near-duplicates/compare-catalogue.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { isEmptyBody } from "../texts/text-body.ts";
import { refreshContentState } from "../versions/refresh-content-state.ts";
import { findLateNearDuplicate } from "./find-late-near-duplicate.ts";
import type { GeneratedText, Usage } from "./generated-text.ts";

export interface DraftsInput {
  shop: ShopDomain;
  productId: ProductId;
  /** BCP-47 */
  locale: string;
  texts: readonly GeneratedText[];
  /** the rules that they were written by */
  config: ContentConfig;
  comparison: Comparison;
  /** the live texts that the drafts were made from */
  live: LiveTexts;
  factsDigest: string;
  configDigest: string;
  promptHash: string;
  usage: Usage;
  jobId: JobId;
  itemSeq: number;
  /** what the item costs, booked with its texts */
  credits: number;
  createdBy: string | null;
  /** first step of the transaction: a crash or a lost lease must not store the drafts twice */
  assertLease(): Steps<void>;
}

const openDraftsSql = `SELECT id, content_type AS contentType, created_at AS createdAt FROM versions
  WHERE shop = @shop AND product_id = @productId AND locale = @locale AND market = '' AND channel = 'store'
    AND state = 'draft'`;
const supersedeSql = "UPDATE versions SET state = 'superseded', decided_at = @now WHERE shop = @shop AND id = @id";
const insertSql = `INSERT INTO versions
    (id, shop, product_id, content_type, locale, state, origin, body, warnings, blocked, evidence, base, base_digest,
     facts_digest, config_digest, job_id, item_seq, model, prompt_hash, tokens_in, tokens_out, created_by, created_at)
  VALUES
    (@id, @shop, @productId, @contentType, @locale, 'draft', 'generated', @body, @warnings, @blocked, @evidence, @base,
     @baseDigest, @factsDigest, @configDigest, @jobId, @itemSeq, @model, @promptHash, @tokensIn, @tokensOut, @createdBy,
     @createdAt)`;

interface OpenDraft {
  id: string;
  contentType: string;
  createdAt: number;
}

/**
 * Stores one draft per content type in one transaction. Earlier drafts of the same target are superseded; approved ones
 * stay until a new one is approved. An empty text never takes the place of an earlier draft.
 * @returns how many were stored. @throws LeaseLost, JobCancelled
 */
export async function storeDrafts({ db, clock }: { db: Db; clock: Clock }, input: DraftsInput): Promise<number> {
  const { shop, productId, locale, comparison } = input;
  return db.transactTogether(function* (tx) {
    yield* input.assertLease();
    const drafts = prepared<object, OpenDraft>(db, openDraftsSql).all({ shop, productId, locale });
    const texts: GeneratedText[] = [];
    for (const text of input.texts) {
      const isKnown = drafts.some(({ contentType }) => contentType === text.contentType);
      if (isKnown && isEmptyBody(text.body)) continue;
      texts.push(yield* findLateNearDuplicate(text, comparison, input.config));
    }
    const replaced = drafts.filter((draft) => texts.some(({ contentType }) => contentType === draft.contentType));
    // Later than what they follow, also within one millisecond: versions are ordered by their time.
    const now = Math.max(clock.now(), ...replaced.map(({ createdAt }) => createdAt + 1));
    for (const { id } of replaced) prepared<object>(db, supersedeSql).run({ shop, id, now });
    yield* comparison.forgetClosed();
    for (const [i, text] of texts.entries()) {
      const id = newId("ver", now);
      prepared<object>(db, insertSql).run(rowOf(input, text, { id, now, first: i === 0 }));
      yield* comparison.mark(text.contentType, text.body, id);
    }
    yield* refreshContentState(tx, { shop, productId });
    yield* chargeItem(input, { credits: input.credits, now: clock.now() });
    return texts.length;
  });
}

/** The columns as SQLite keeps them: JSON as text, booleans as 0 and 1. */
function rowOf(
  input: DraftsInput,
  text: GeneratedText,
  { id, now, first }: { id: string; now: number; first: boolean },
): Record<string, unknown> {
  const { shop, productId, locale, factsDigest, configDigest, promptHash, usage, jobId, itemSeq, createdBy } = input;
  const base = input.live[text.contentType] ?? null;
  return {
    id,
    shop,
    productId,
    contentType: text.contentType,
    locale,
    body: JSON.stringify(text.body),
    warnings: JSON.stringify(text.warnings),
    blocked: text.blocked ? 1 : 0,
    evidence: JSON.stringify(text.evidence),
    base: base === null ? null : JSON.stringify(base),
    baseDigest: digestOf(base),
    factsDigest,
    configDigest,
    jobId,
    itemSeq,
    model: usage.model,
    promptHash,
    // The calls were made for all texts together: they are counted once, on the first.
    tokensIn: first ? usage.tokensIn : 0,
    tokensOut: first ? usage.tokensOut : 0,
    createdBy,
    createdAt: now,
  };
}
