import type { FeedbackKind, TextBody, VersionOrigin } from "../../db/schema/index.ts";
import { get, run, type Steps } from "../../db/steps.ts";
import { newId } from "../../lib/id.ts";
import { nameOfRow, slotColumns } from "../../texts/slot.ts";
import type { TargetColumns } from "../../texts/target.ts";
import { isAmong, type VersionRow } from "../version-view.ts";

/** Edits of edits of … a generated text: more steps than a person makes. */
const maxSteps = 100;

/** The columns that name the generated text which feedback is about. */
export interface Origin {
  id: string;
  origin: VersionOrigin;
  parentId: string | null;
  body: TextBody;
  configDigest: string;
  model: string | null;
  jobId: string | null;
}

export interface FeedbackRow {
  shop: string;
  kind: FeedbackKind;
  productId: string;
  /** the name of the slot; `image_alt` where the image is not known */
  contentType: string;
  target: TargetColumns;
  configDigest: string;
  model: string | null;
  jobId: string | null;
  versionId: string | null;
  initial: TextBody;
  corrected: TextBody | null;
  comment: string | null;
  exemplary: boolean;
  createdBy: string | null;
  saidAt: number | null;
}

// The product as it is now; of a product that is unknown here the columns stay empty.
const insertSql = `INSERT INTO feedback
    (id, shop, kind, product_id, resource, content_type, locale, market, channel, config_digest, model, job_id, version_id, initial, corrected,
     comment, exemplary, product_title, product_type, vendor, created_by, said_at, created_at)
  SELECT @id, @shop, @kind, @productId, @resource, @contentType, @locale, @market, @channel, @configDigest, @model, @jobId, @versionId,
    @initial, @corrected, @comment, @exemplary, coalesce(max(title), ''), coalesce(max(product_type), ''),
    coalesce(max(vendor), ''), @createdBy, @saidAt, @now
  FROM products WHERE shop = @shop AND id = @productId`;
const parentSql = `SELECT id, origin, parent_id AS parentId, body, config_digest AS configDigest, model, job_id AS jobId
  FROM versions WHERE shop = @shop AND id = @id`;

/** Adds one row: a step of the caller's transaction. */
export function* recordFeedback({ target, contentType, ...row }: FeedbackRow, now: number): Steps<void> {
  yield* run(insertSql, {
    ...row,
    ...slotColumns(contentType),
    ...{ locale: target.locale, market: target.market, channel: target.channel },
    id: newId("fb", now),
    initial: JSON.stringify(row.initial),
    corrected: row.corrected === null ? null : JSON.stringify(row.corrected),
    exemplary: row.exemplary ? 1 : 0,
    now,
  });
}

/**
 * Keeps what a person decided about a text of the model: approved as it was, another of its wordings chosen and approved,
 * approved after an edit, or rejected. A text that a person wrote from scratch is no feedback about the model and is not kept.
 * A step of the deciding transaction.
 */
export function* recordDecision(
  version: VersionRow,
  decision: { kind: "approved" | "rejected"; by: string; now: number; reason?: string | undefined },
): Steps<void> {
  const generated = yield* generatedBefore(version);
  if (!generated) return;
  const edited = JSON.stringify(generated.body) !== JSON.stringify(version.body);
  const corrected = decision.kind === "approved" && edited;
  const preferred = corrected && isAmong(version.body, version.wordings ?? []);
  yield* recordFeedback(
    {
      shop: version.shop,
      kind: preferred ? "preferred" : corrected ? "corrected" : decision.kind,
      productId: version.productId,
      contentType: nameOfRow(version),
      target: version,
      configDigest: generated.configDigest,
      model: generated.model,
      jobId: generated.jobId,
      versionId: generated.id,
      initial: generated.body,
      corrected: corrected ? version.body : null,
      comment: decision.reason?.trim() || null,
      // A person may approve what a check warns of or blocks; as the model wrote it, it is no example to follow.
      exemplary: corrected ? !version.blocked : decision.kind === "approved" && version.warnings.length === 0,
      createdBy: decision.by,
      saidAt: null,
    },
    decision.now,
  );
}

/** The generated version that this one is, or was edited from. */
function* generatedBefore(version: VersionRow): Steps<Origin | null> {
  let at: Origin = version;
  for (let step = 0; step < maxSteps && at.origin === "edited" && at.parentId !== null; step++) {
    const parent: (Omit<Origin, "body"> & { body: string }) | undefined = yield* get(parentSql, {
      shop: version.shop,
      id: at.parentId,
    });
    if (!parent) return null;
    at = { ...parent, body: JSON.parse(parent.body) as TextBody };
  }
  return at.origin === "generated" ? at : null;
}
