import { and, eq, inArray, like, or } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { versions } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { mediaLost } from "../lib/html/media-lost.ts";
import { countLosses, type LossCounts } from "../lib/html/name-losses.ts";
import type { Target } from "../texts/target.ts";
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

/** What publishing for these targets would take off the pages of the products; null when nothing that a check found. */
export async function approvedLosses(
  { db }: { db: Db },
  { shop, targets, products }: { shop: ShopDomain; targets: readonly Target[]; products: AsyncIterable<ProductId[]> },
): Promise<Losses | null> {
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
            or(...targets.map((target) => isForTarget(versions, target))),
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
