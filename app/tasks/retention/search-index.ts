import { mergeSearchIndexSql, searchChangesSql } from "../../db/search-statements.ts";
import { get, run, type Steps } from "../../db/steps.ts";
import type { Retention } from "./retention.ts";

// Pages that one step merges at the most. Fewer changes than 2 say that nothing was left to merge.
const pages = 16;

/**
 * Rows that were removed or written anew leave their entries in the full-text index until its parts are merged.
 * @see https://www.sqlite.org/fts5.html#the_merge_command
 */
export function searchIndex(): Retention {
  return {
    name: "search index",
    *step() {
      const before = yield* totalChanges();
      yield* run(mergeSearchIndexSql, { pages });
      return { removed: 0, next: (yield* totalChanges()) - before < 2 ? null : [] };
    },
  };
}

function* totalChanges(): Steps<number> {
  return (yield* get<{ changes: number }>(searchChangesSql))?.changes ?? 0;
}
