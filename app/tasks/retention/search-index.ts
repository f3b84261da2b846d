import type { Retention } from "./retention.ts";

// Pages that one step merges at the most. Fewer changes than 2 say that nothing was left to merge.
const mergeSql = "INSERT INTO product_search (product_search, rank) VALUES ('merge', @pages)";
const pages = 16;

/**
 * Rows that were removed or written anew leave their entries in the full-text index until its parts are merged.
 * @see https://www.sqlite.org/fts5.html#the_merge_command
 */
export function searchIndex(): Retention {
  return {
    name: "search index",
    step(db) {
      const before = totalChanges(db.raw);
      db.raw.prepare<object>(mergeSql).run({ pages });
      return { removed: 0, next: totalChanges(db.raw) - before < 2 ? null : [] };
    },
  };
}

function totalChanges(raw: { prepare(sql: string): { pluck(): { get(): unknown } } }): number {
  return Number(raw.prepare("SELECT total_changes()").pluck().get());
}
