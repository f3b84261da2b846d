import { all, type Steps } from "../db/steps.ts";

/** A text that a person approved. */
export interface ApprovedOfSource {
  resource: string;
  /** JSON of its body */
  body: string;
}

// OR, not IN: word for word the condition of versions_source.
const approvedSql = `SELECT resource, body FROM versions
  WHERE shop = @shop AND facts_digest = @digest AND locale = @locale AND market = @market AND channel = 'store'
    AND content_type = @field AND (state = 'approved' OR state = 'published') AND origin <> 'undo'
    AND origin <> 'given_up'
  ORDER BY decided_at DESC, id DESC LIMIT 20`;

/** What was approved in a language, for everywhere or for one market, of the very same source in such a field, of whatever product, newest first; at most 20. */
export function* approvedOfSource(input: {
  shop: string;
  locale: string;
  market: string;
  field: string;
  digest: string;
}): Steps<ApprovedOfSource[]> {
  const { shop, locale, market, field, digest } = input;
  return yield* all<ApprovedOfSource>(approvedSql, { shop, locale, market, field, digest });
}
