import type { ConflictReason, TextBody, VersionOrigin } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import { nameOfRow } from "../texts/slot.ts";
import type { Target } from "../texts/target.ts";

/** An approved version that was not published. */
export interface ApprovedText {
  versionId: string;
  /** the name of its slot */
  contentType: string;
  body: TextBody;
  origin: VersionOrigin;
  /** the live text that it was made from, null for none */
  base: TextBody | null;
  /** of the conflict about it, null for another one or none */
  reason: ConflictReason | null;
  /** who approved it; null when nobody noted it */
  decidedBy: string | null;
  /** of what it was made from: of a translation the source */
  factsDigest: string;
}

const approvedSql = `SELECT v.id AS versionId, v.resource, v.content_type AS contentType, v.body, v.origin, v.base, c.reason, v.decided_by AS decidedBy,
    v.facts_digest AS factsDigest
  FROM versions AS v
  LEFT JOIN conflicts AS c ON c.shop = v.shop AND c.product_id = v.product_id AND c.resource = v.resource
    AND c.content_type = v.content_type AND c.locale = v.locale AND c.market = v.market AND c.channel = v.channel
    AND c.version_id = v.id
  WHERE v.shop = @shop AND v.product_id = @productId AND v.locale = @locale AND v.market = @market
    AND v.channel = @channel AND v.state = 'approved'
  ORDER BY v.created_at DESC, v.id DESC`;
const ofJobSql = `SELECT DISTINCT product_id AS productId FROM versions
  WHERE shop = @shop AND job_id = @jobId AND locale = @locale AND market = @market AND channel = @channel
    AND state = 'approved' ORDER BY product_id`;

/** The approved texts of a product for one target, newest first. */
export function* readApproved(input: { shop: string; productId: string; target: Target }): Steps<ApprovedText[]> {
  const { shop, productId, target } = input;
  const { locale, market, channel } = target;
  const rows = yield* all<Row>(approvedSql, { shop, productId, locale, market, channel });
  return rows.map((row) => ({
    versionId: row.versionId,
    contentType: nameOfRow(row),
    body: JSON.parse(row.body) as TextBody,
    origin: row.origin,
    base: row.base === null ? null : (JSON.parse(row.base) as TextBody | null),
    reason: row.reason,
    decidedBy: row.decidedBy,
    factsDigest: row.factsDigest,
  }));
}

interface Row
  extends Pick<ApprovedText, "versionId" | "contentType" | "origin" | "reason" | "decidedBy" | "factsDigest"> {
  resource: string;
  body: string;
  base: string | null;
}

/** The products for which a job left approved texts for one target. */
export function* productsApprovedOfJob(input: { shop: string; jobId: string; target: Target }): Steps<string[]> {
  const { shop, jobId, target } = input;
  const { locale, market, channel } = target;
  const rows = yield* all<{ productId: string }>(ofJobSql, { shop, jobId, locale, market, channel });
  return rows.map(({ productId }) => productId);
}
