import { and, eq, inArray, like } from "drizzle-orm";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import type { Db } from "../db/open.ts";
import { versions } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { mediaLost } from "../lib/html/media-lost.ts";
import { countLosses, type LossCounts } from "../lib/html/name-losses.ts";
import { isForTarget } from "./conditions.ts";

/** What approved texts lack that the live ones have. */
export interface Losses {
  /** approved texts that lack something */
  texts: number;
  /** false: there are more such texts than were examined */
  all: boolean;
  lost: LossCounts;
}

/** At most this many texts are examined. */
const mostRead = 500;
const perQuery = 500;

/** What publishing would take off the pages of these products; null when nothing that a check found. */
export async function approvedLosses(
  { db }: { db: Db },
  shop: ShopDomain,
  products: AsyncIterable<ProductId[]>,
): Promise<Losses | null> {
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
  if (lost.length === 0) return null;
  return { texts: Math.min(count, mostRead), all: count <= mostRead, lost: countLosses(lost) };
}
