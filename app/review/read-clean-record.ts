import type { DecidedVersion } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Target } from "../texts/target.ts";
import { readOrigins } from "../versions/read-origins.ts";

/** What people did with products in whose texts nothing was found, each looked at by itself. */
export interface CleanRecord {
  decided: number;
  unchanged: number;
  edited: number;
  rejected: number;
}

/** The last products that count, and decisions among which they are looked for. */
const [mostProducts, mostDecisions] = [200, 600];

const decisionsSql = `SELECT product_id AS "productId", kind, versions FROM review_decisions
  WHERE shop = @shop AND locale = @locale AND market = @market AND channel = @channel AND bulk IS NULL AND taken_back_at IS NULL AND kind IN ('approved', 'rejected')
  ORDER BY decided_at DESC, id DESC LIMIT ${mostDecisions}`;

/**
 * Of the last products without findings that a shop's people decided one by one, for a target: how many they left as they were.
 * @param rules digests of those by which their texts were written; others do not count
 */
export function* readCleanRecord({
  shop,
  target: { locale, market, channel },
  rules,
}: {
  shop: ShopDomain;
  target: Target;
  rules: ReadonlySet<string>;
}): Steps<CleanRecord> {
  const rows = yield* all<{ productId: string; kind: "approved" | "rejected"; versions: string }>(decisionsSql, {
    ...{ shop, locale, market, channel },
  });
  const decisions = rows.map(({ productId, kind, versions }) => ({
    ...{ productId, kind },
    ids: (JSON.parse(versions) as DecidedVersion[]).filter(({ before }) => before === "draft").map(({ id }) => id),
  }));
  const found = yield* readOrigins(
    shop,
    decisions.flatMap((decision) => decision.ids),
  );
  const byId = new Map(found.map((version) => [version.id, version]));
  const record: CleanRecord = { decided: 0, unchanged: 0, edited: 0, rejected: 0 };
  const seen = new Set<string>();
  for (const { productId, kind, ids: of } of decisions) {
    if (record.decided >= mostProducts) break;
    const texts = of.flatMap((id) => byId.get(id) ?? []);
    const isClean = texts.length > 0 && texts.every((text) => text.isClean && rules.has(text.rules));
    if (!isClean || seen.has(productId)) continue;
    seen.add(productId);
    record.decided++;
    if (kind === "rejected") record.rejected++;
    else if (texts.some(({ origin }) => origin === "edited")) record.edited++;
    else record.unchanged++;
  }
  return record;
}
