import { keptTargetPlace } from "../../app/catalog/target-place.ts";
import { withTextsAt } from "../../app/catalog/target-texts.ts";
import { openDatabase } from "../../app/db/open.ts";
import { type ContentState, missingBit } from "../../app/db/schema/index.ts";
import { many } from "../../app/db/steps.ts";
import { type Locale, localeSchema, type ShopDomain } from "../../app/lib/brand.ts";
import type { Target } from "../../app/texts/target.ts";

/** The shop's own pages first. */
export const benchTargets: readonly Target[] = ["en", "de", "fr", "es", "it"]
  .map((locale) => store(localeSchema.parse(locale)))
  .concat(
    store(localeSchema.parse("de"), "41"),
    store(localeSchema.parse("fr"), "41"),
    store(localeSchema.parse("en"), "", "google"),
  );

function store(locale: Locale, market = "", channel = "store"): Target {
  return { locale, market, channel };
}

/** Of 1,000 products, those of rare states first. */
const shares: [number, ContentState][] = [
  [1, "conflict"], [10, "blocked"], [100, "needs_review"], [300, "approved"], [998, "published"], [1_000, "none"],
]; // biome-ignore format: a table
const perTransaction = 1_000;

/** Gives every product a state and missing texts for each of the targets, as years of work would leave them. */
export async function writeTargetTexts(file: string, shop: ShopDomain): Promise<void> {
  const db = openDatabase({ file, checkpoints: "late" });
  try {
    const numbers: number[] = [];
    for (const target of benchTargets) {
      numbers.push((await db.transact({ shop }, () => keptTargetPlace(shop, target))).number);
    }
    const rowIds = db.raw.prepare("SELECT row_id FROM products WHERE shop = ?").pluck().all(shop) as number[];
    for (let from = 0; from < rowIds.length; from += perTransaction) {
      const rows = rowIds.slice(from, from + perTransaction).map((rowId) => {
        const otherTargets = numbers.reduce(
          (column, number) => withTextsAt(column, number, textsOf(rowId, number)),
          "",
        );
        return { shop, rowId, otherTargets, state: textsOf(rowId, 0).contentState };
      });
      await db.transact({ shop }, () =>
        many(
          "UPDATE products SET content_state = @state, other_targets = @otherTargets WHERE shop = @shop AND row_id = @rowId",
          rows,
        ),
      );
    }
    db.raw.exec("ANALYZE products");
  } finally {
    db.close();
  }
}

function textsOf(rowId: number, number: number): { contentState: ContentState; missing: number } {
  const place = (rowId * 7_907 + number * 131) % 1_000;
  const contentState = shares.find(([below]) => place < below)?.[1] ?? "none";
  const rare = place === 500 ? missingBit.seo_desc : 0;
  return { contentState, missing: (place < 400 ? missingBit.desc : 0) | missingBit.bullets | rare };
}
