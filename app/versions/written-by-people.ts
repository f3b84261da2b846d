import { all, type Steps } from "../db/steps.ts";
import { nameOfRow } from "../texts/slot.ts";
import { sameTarget, type TargetColumns } from "../texts/target.ts";

interface WrittenByPerson {
  id: string;
  /** the name of its slot */
  contentType: string;
  target: TargetColumns;
}

const writtenSql = `SELECT id, resource, content_type AS contentType, locale, market, channel FROM versions
  WHERE shop = @shop AND product_id = @productId AND origin = 'edited' AND state IN ('draft', 'approved', 'published')`;

function* writtenByPeople(input: { shop: string; productId: string }): Steps<WrittenByPerson[]> {
  const { shop, productId } = input;
  const rows = yield* all<{ id: string; resource: string; contentType: string } & TargetColumns>(writtenSql, {
    shop,
    productId,
  });
  return rows.map(({ id, locale, market, channel, ...row }) => ({
    ...{ id, contentType: nameOfRow(row) },
    target: { locale, market, channel },
  }));
}

/** What people wrote of a product's texts, as far as it counts: ids of versions. To be read before a run reads anything else. */
export function* idsWrittenByPeople(input: { shop: string; productId: string }): Steps<ReadonlySet<string>> {
  return new Set((yield* writtenByPeople(input)).map(({ id }) => id));
}

/** The names of the slots that a person wrote for a target since those were read. */
export function* writtenSince(input: {
  shop: string;
  productId: string;
  target: TargetColumns;
  known: ReadonlySet<string>;
}): Steps<ReadonlySet<string>> {
  const { target, known } = input;
  const written = yield* writtenByPeople(input);
  const since = written.filter((one) => sameTarget(one.target, target) && !known.has(one.id));
  return new Set(since.map(({ contentType }) => contentType));
}
