import { all } from "../../db/steps.ts";
import { dropOldWrites } from "../../publishing/drop-old-writes.ts";
import { daysBefore, type Retention, workThrough } from "./retention.ts";

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

/** Publications and undos beyond the time for which they can be undone. */
export function closedWriteBacks(days: number): Retention {
  return {
    name: "closed write-backs",
    *step({ now, after: [at = 0, id = ""], ...bounds }) {
      const before = daysBefore(now, days);
      const page = yield* all<Write>(pageSql, { before, at, id, rows: bounds.rows });
      return yield* workThrough(page, bounds, {
        *work(write) {
          return write.maybe ? yield* dropOldWrites({ ...write, before }) : 0;
        },
        placeOf: (write) => [write.at, write.id],
      });
    },
  };
}
