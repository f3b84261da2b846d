import { all, type Steps } from "../db/steps.ts";
import { nameOfRow } from "../texts/slot.ts";
import { sameTarget, type TargetColumns } from "../texts/target.ts";

const writtenSql = `SELECT id, resource, content_type AS contentType, locale, market, channel FROM versions
  WHERE shop = @shop AND product_id = @productId AND origin IN ('edited', 'given_up') AND state IN ('draft', 'approved', 'published')`;
// An item may be tried many times, hours apart: only its run's start says what its run was to write over.
const beforeRunSql = `${writtenSql} AND created_at <= (SELECT created_at FROM jobs WHERE shop = @shop AND id = @jobId)`;

interface PersonsRow extends TargetColumns {
  id: string;
  resource: string;
  contentType: string;
}

/**
 * What people wrote of a product's texts, or gave up of a market's, before a run was started, as far as it counts: ids of versions. To be read before the
 * run reads anything else of the product.
 */
export function* idsWrittenByPeople(input: {
  shop: string;
  productId: string;
  /** the run */
  jobId: string;
}): Steps<ReadonlySet<string>> {
  const { shop, productId, jobId } = input;
  const rows = yield* all<PersonsRow>(beforeRunSql, { shop, productId, jobId });
  return new Set(rows.map(({ id }) => id));
}

/** The names of the slots that a person wrote for a target since those were read. */
export function* writtenSince(input: {
  shop: string;
  productId: string;
  target: TargetColumns;
  known: ReadonlySet<string>;
}): Steps<ReadonlySet<string>> {
  const { shop, productId, target, known } = input;
  const rows = yield* all<PersonsRow>(writtenSql, { shop, productId });
  const since = rows.filter((row) => sameTarget(row, target) && !known.has(row.id));
  return new Set(since.map(nameOfRow));
}
