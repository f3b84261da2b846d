import { all, run, type Steps } from "../../db/steps.ts";
import { forgetWritten } from "./gone-products.ts";
import { daysBefore, type Retention, workThrough } from "./retention.ts";

const pageSql = `SELECT shop, id, gone_at AS at,
    NOT EXISTS (SELECT 1 FROM write_backs AS w WHERE w.shop = p.shop AND w.product_id = p.id AND w.state = 'writing')
    AND NOT EXISTS (SELECT 1 FROM job_items AS i INDEXED BY job_items_subject
      WHERE i.shop = p.shop AND i.subject = p.id AND i.finished_at IS NULL) AS due
  FROM text_resources AS p INDEXED BY text_resources_gone
  WHERE gone_at IS NOT NULL AND gone_at < @before AND (gone_at, shop, id) > (@at, @shop, @id)
  ORDER BY gone_at, shop, id LIMIT @rows`;
const resourceSql = "DELETE FROM text_resources WHERE shop = @shop AND id = @id";

interface GoneResource {
  shop: string;
  id: string;
  at: number;
  due: 0 | 1;
}

/** Pages, collections and the like that are no longer in the shop, with all that was written for them. Feedback on texts is kept. */
export function goneResources(days: number): Retention {
  return {
    name: "gone resources",
    *step({ now, after: [at = 0, shop = "", id = ""], ...bounds }) {
      const asked = { before: daysBefore(now, days), at, shop, id, rows: bounds.rows };
      const page = yield* all<GoneResource>(pageSql, asked);
      return yield* workThrough(page, bounds, {
        work: forgetResource,
        placeOf: (resource) => [resource.at, resource.shop, resource.id],
      });
    },
  };
}

function* forgetResource({ shop, id, due }: GoneResource): Steps<number> {
  if (!due) return 0;
  yield* forgetWritten({ shop, id });
  return yield* run(resourceSql, { shop, id });
}
