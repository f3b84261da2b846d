import type { Evidence, StoredWarning, TextBody, Wording } from "../db/schema/index.ts";
import { all, many, type Steps } from "../db/steps.ts";
import { digestOf } from "../lib/digest.ts";
import { nameOfRow, slotColumns } from "../texts/slot.ts";
import type { Target } from "../texts/target.ts";

/** A draft that waits for a person. */
export interface OpenDraft {
  id: string;
  /** the name of its slot */
  contentType: string;
  createdAt: number;
}

/** A text of the model on its way to become a draft. */
export interface NewDraft {
  id: string;
  /** the name of its slot */
  contentType: string;
  body: TextBody;
  warnings: readonly StoredWarning[];
  blocked: boolean;
  evidence: readonly Evidence[];
  /** as `versions.examined` */
  examined: string | null;
  /** what a person may choose from, the text itself first; none where it is the only one */
  wordings: readonly Wording[];
  /** the live text that it was made from, null for none */
  base: TextBody | null;
  /** a person wrote the text meanwhile: it is kept in the history only */
  aside?: boolean | undefined;
  /** of what it was made from, where that is not the same for all drafts of its item */
  factsDigest?: string | undefined;
  tokensIn: number;
  tokensOut: number;
}

/** What all drafts of one item share. */
export interface DraftsOrigin {
  shop: string;
  productId: string;
  target: Target;
  factsDigest: string;
  configDigest: string;
  promptHash: string;
  model: string;
  jobId: string;
  itemSeq: number;
  createdBy: string | null;
}

const openSql = `SELECT id, resource, content_type AS contentType, created_at AS createdAt FROM versions
  WHERE shop = @shop AND product_id = @productId AND locale = @locale AND market = @market AND channel = @channel
    AND state = 'draft'`;
const supersedeSql = "UPDATE versions SET state = 'superseded', decided_at = @now WHERE shop = @shop AND id = @id";
const insertSql = `INSERT INTO versions
    (id, shop, product_id, resource, content_type, locale, market, channel, state, origin, body, warnings, blocked, evidence,
     examined, wordings, base, base_digest, facts_digest, config_digest, job_id, item_seq, model, prompt_hash, tokens_in, tokens_out, created_by,
     created_at, decided_at)
  VALUES
    (@id, @shop, @productId, @resource, @contentType, @locale, @market, @channel, @state, 'generated', @body, @warnings,
     @blocked, @evidence, @examined, @wordings, @base, @baseDigest, @factsDigest, @configDigest, @jobId, @itemSeq, @model, @promptHash, @tokensIn,
     @tokensOut, @createdBy, @now, @decidedAt)`;

/** The drafts of a product for one target. */
export function* openDrafts(input: { shop: string; productId: string; target: Target }): Steps<OpenDraft[]> {
  const { shop, productId, target } = input;
  const { locale, market, channel } = target;
  const params = { shop, productId, locale, market, channel };
  const rows = yield* all<OpenDraft & { resource: string }>(openSql, params);
  return rows.map((row) => ({ id: row.id, contentType: nameOfRow(row), createdAt: row.createdAt }));
}

/** A step of a transaction: stores drafts of one item, and supersedes those whose place they take. */
export function* replaceDrafts(
  origin: DraftsOrigin,
  { drafts, replaced, now }: { drafts: readonly NewDraft[]; replaced: readonly OpenDraft[]; now: number },
): Steps<void> {
  const { shop, productId, factsDigest, configDigest, promptHash, model, jobId, itemSeq, createdBy } = origin;
  const shared = { shop, productId, factsDigest, configDigest, promptHash, model, jobId, itemSeq, createdBy };
  const { locale, market, channel } = origin.target;
  yield* many(
    supersedeSql,
    replaced.map(({ id }) => ({ shop, id, now })),
  );
  yield* many(
    insertSql,
    drafts.map((draft) => ({
      ...shared,
      locale,
      market,
      channel,
      ...columnsOf(draft),
      factsDigest: draft.factsDigest ?? factsDigest,
      now,
      decidedAt: draft.aside ? now : null,
    })),
  );
}

/** As the tables keep them: JSON as text, booleans as 0 and 1. */
function columnsOf({ contentType, body, warnings, blocked, evidence, wordings, base, aside, ...figures }: NewDraft) {
  return {
    ...figures,
    state: aside ? "superseded" : "draft",
    ...slotColumns(contentType),
    body: JSON.stringify(body),
    warnings: JSON.stringify(warnings),
    blocked: blocked ? 1 : 0,
    evidence: JSON.stringify(evidence),
    wordings: wordings.length === 0 ? null : JSON.stringify(wordings),
    base: base === null ? null : JSON.stringify(base),
    baseDigest: digestOf(base),
  };
}
