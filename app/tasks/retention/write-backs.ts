import { prepared } from "../../db/prepared.ts";
import { dropOldWrites } from "../../publishing/drop-old-writes.ts";
import { daysBefore, type Retention } from "./retention.ts";

// The last write of a product is always kept: most rows of a pass are that, and cost one look into an index.
const pageSql = `SELECT id, shop, product_id AS productId, created_at AS at,
    state <> 'verified' OR EXISTS (SELECT 1 FROM write_backs AS later INDEXED BY write_backs_product WHERE later.shop = w.shop
      AND later.product_id = w.product_id AND later.created_at > w.created_at AND later.state = 'verified') AS maybe
  FROM write_backs AS w INDEXED BY write_backs_closed
  WHERE state <> 'writing' AND created_at < @before AND (created_at, id) > (@at, @id)
  ORDER BY created_at, id LIMIT @rows`;

interface Write {
  id: string;
  shop: string;
  productId: string;
  at: number;
  maybe: 0 | 1;
}

/** A product's writes are read whole, so that few make a step. */
const readFewer = 4;

/** Publications and undos beyond the time for which they can be undone. */
export function closedWriteBacks(days: number): Retention {
  return {
    name: "closed write-backs",
    step(db, { now, after: [at = 0, id = ""], rows }) {
      const before = daysBefore(now, days);
      const page = prepared<object, Write>(db, pageSql).all({ before, at, id, rows });
      let removed = 0;
      let looked = 0;
      const seen = new Set<string>();
      for (const write of page) {
        const key = `${write.shop} ${write.productId}`;
        if (write.maybe && !seen.has(key)) {
          seen.add(key);
          removed += dropOldWrites({ db }, { ...write, before });
        }
        if (seen.size * readFewer >= rows) break;
        looked++;
      }
      const last = page[looked] ?? page.at(-1);
      const isThrough = page.length < rows && looked === page.length;
      return { removed, next: isThrough || !last ? null : [last.at, last.id] };
    },
  };
}
