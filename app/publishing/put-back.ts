import type { MadeFrom, WrittenField } from "../db/schema/index.ts";
import { nameOf } from "./field-write.ts";
import type { Live } from "./writer.ts";

type PutBack = Pick<WrittenField, "slot" | "madeFrom">;

/**
 * What a translation that an undo puts back was made from, where that is no longer its source. Shopify takes it only as a
 * translation of today's source, and calls it current then; that it is outdated is ours to remember.
 * @returns null for a translation of today's source, for one of which nothing is known, and for texts that translate nothing
 */
export function changedSourceOf(field: PutBack, { sources }: Live): MadeFrom | null {
  const { madeFrom } = field;
  if (!sources || !madeFrom) return null;
  const { digest, outdated } = madeFrom;
  const isOutdated = digest === null ? outdated : !digestsOf(field, sources).includes(digest);
  return isOutdated ? { digest, outdated: true } : null;
}

/** Names no source: of a translation that was outdated already when it was first read. */
const unknownSource = "";

/** What the version of a put-back translation counts as made from; undefined where nothing is known of it. */
export function sourceOfPutBack(field: PutBack, live: Live): string | undefined {
  const changed = changedSourceOf(field, live);
  if (changed) return changed.digest ?? unknownSource;
  // As we spell the source ourselves: what pages and runs compare with.
  return live.sources && field.madeFrom ? digestsOf(field, live.sources).at(-1) : undefined;
}

function digestsOf(field: PutBack, { digests }: NonNullable<Live["sources"]>): readonly string[] {
  return digests.get(nameOf(field)) ?? [];
}
