import type { StoredWarning, TextBody } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import { nameOfRow } from "../texts/slot.ts";
import type { TargetColumns } from "../texts/target.ts";

/** A text as a job wrote it, whatever became of it since. */
export interface TextOfJob extends TargetColumns {
  id: string;
  /** the name of its slot */
  contentType: string;
  body: TextBody;
  warnings: StoredWarning[];
  model: string | null;
  configDigest: string;
}

const textsSql = `SELECT id, resource, content_type AS contentType, locale, market, channel, body, warnings, model,
    config_digest AS configDigest
  FROM versions WHERE shop = @shop AND product_id = @productId AND job_id = @jobId AND origin = 'generated'
  ORDER BY created_at, id`;

/** What a job wrote for one product, oldest first. */
export function* textsOfJob(input: { shop: string; productId: string; jobId: string }): Steps<TextOfJob[]> {
  const { shop, productId, jobId } = input;
  const rows = yield* all<Omit<TextOfJob, "body" | "warnings"> & Row>(textsSql, { shop, productId, jobId });
  return rows.map(({ resource, contentType, body, warnings, ...row }) => ({
    ...row,
    contentType: nameOfRow({ resource, contentType }),
    body: JSON.parse(body) as TextBody,
    warnings: JSON.parse(warnings) as StoredWarning[],
  }));
}

interface Row {
  resource: string;
  body: string;
  warnings: string;
}
