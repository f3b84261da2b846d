import type { TextBody } from "../db/schema/index.ts";
import { run, type Steps } from "../db/steps.ts";
import { digestOf } from "../lib/digest.ts";

const closeSql = `UPDATE versions SET state = @state, decided_by = @by, decided_at = @now
  WHERE shop = @shop AND state = 'approved' AND id IN (SELECT value FROM json_each(@ids))`;
const rebaseSql = `UPDATE versions SET base = @base, base_digest = @baseDigest
  WHERE shop = @shop AND id = @id AND state IN ('draft', 'approved')`;

/**
 * A step of a transaction: approved versions that are not to be published any more.
 * @returns how many were approved still
 */
export function* closeApproved(input: {
  shop: string;
  versionIds: readonly string[];
  state: "rejected" | "superseded";
  by: string | null;
  now: number;
}): Steps<number> {
  const { shop, versionIds, state, by, now } = input;
  return yield* run(closeSql, { shop, ids: JSON.stringify(versionIds), state, by, now });
}

const sourceSql = `UPDATE versions SET facts_digest = @factsDigest
  WHERE shop = @shop AND id = @id AND state IN ('draft', 'approved')`;

/** A step of a transaction: what a version counts as made from. */
export function* setSource(input: { shop: string; versionId: string; factsDigest: string }): Steps<void> {
  const { shop, versionId: id, factsDigest } = input;
  yield* run(sourceSql, { shop, id, factsDigest });
}

/**
 * A step of a transaction: a version that a person weighed against the live text counts as made from it.
 * @param live null for none. @returns false when it was published, rejected or superseded meanwhile
 */
export function* rebaseVersion(input: { shop: string; versionId: string; live: TextBody | null }): Steps<boolean> {
  const { shop, versionId: id, live } = input;
  const base = live === null ? null : JSON.stringify(live);
  return (yield* run(rebaseSql, { shop, id, base, baseDigest: digestOf(live) })) > 0;
}
