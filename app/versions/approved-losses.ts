import { and, eq, inArray, like } from "drizzle-orm";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import type { Db } from "../db/open.ts";
import { versions } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { mediaLost } from "../lib/html/media-lost.ts";
import { nameLosses } from "../lib/html/name-losses.ts";
import { isForTarget } from "./conditions.ts";

/** At most this many texts are examined; when there are more, the sentence begins with "at least". */
const mostRead = 500;
const perQuery = 500;

/**
 * What publishing would take off the pages of these products, e.g. "2 of the approved texts drop 3 images of the live
 * texts."; "" when nothing that a check found.
 */
export async function approvedLosses(
  { db }: { db: Db },
  shop: ShopDomain,
  products: AsyncIterable<ProductId[]>,
): Promise<string> {
  const target = await readPrimaryTarget({ db }, shop);
  const lost: ReturnType<typeof mediaLost> = [];
  let count = 0;
  for await (const some of products) {
    for (let from = 0; from < some.length && count <= mostRead; from += perQuery) {
      const rows = await db.orm
        .select({ base: versions.base, body: versions.body })
        .from(versions)
        .where(
          and(
            eq(versions.shop, shop),
            inArray(versions.productId, some.slice(from, from + perQuery)),
            isForTarget(versions, target),
            eq(versions.state, "approved"),
            like(versions.warnings, '%"LOST_MEDIA"%'),
          ),
        )
        .limit(mostRead + 1 - count);
      count += rows.length;
      for (const { base, body } of rows) {
        if (typeof base === "string" && typeof body === "string") lost.push(...mediaLost(base, body));
      }
    }
    if (count > mostRead) break;
  }
  if (lost.length === 0) return "";
  const [least, verb] = [count > mostRead ? "At least " : "", count === 1 ? "drops" : "drop"];
  return `${least}${Math.min(count, mostRead)} of the approved texts ${verb} ${nameLosses(lost)} of the live texts.`;
}
