import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { productKeywords, products } from "../db/schema/index.ts";
import { all, q, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { codedIssues } from "../lib/coded-issues.ts";
import { attributeKey } from "./attribute-key.ts";
import { checkAgain } from "./check-again.ts";
import { maxTermChars, maxTerms, type OwnKeywords, tidyTerms } from "./keywords.ts";

/** Why keyword groups were not kept. `limit`: characters, keywords of one group, or groups of one product. */
export type KeywordsProblem =
  | { code: "keyword_group_name_missing" }
  | { code: "keyword_group_name_too_long"; limit: number }
  | { code: "keyword_too_long"; limit: number }
  | { code: "too_many_keywords"; limit: number }
  | { code: "too_many_keyword_groups"; limit: number }
  | { code: "keyword_group_named_twice" }
  /** no list of groups */
  | { code: "not_keywords" };

const issues = codedIssues<KeywordsProblem>();
const maxOwnGroups = 20;
const maxGroupChars = 64;

const groupsSchema = z
  .array(
    z.object({
      name: z
        .string()
        .transform((name) => tidyTerms([name])[0] ?? "")
        .pipe(
          z
            .string()
            .min(1, issues.as({ code: "keyword_group_name_missing" }))
            .max(maxGroupChars, issues.as({ code: "keyword_group_name_too_long", limit: maxGroupChars })),
        ),
      terms: z
        .array(z.string().max(maxTermChars, issues.as({ code: "keyword_too_long", limit: maxTermChars })))
        .max(maxTerms, issues.as({ code: "too_many_keywords", limit: maxTerms }))
        .transform(tidyTerms),
    }),
  )
  .max(maxOwnGroups, issues.as({ code: "too_many_keyword_groups", limit: maxOwnGroups }));

/** A product's own keyword groups, by name. Typed by a person, never by a model. */
export function* readOwnKeywords(shop: string, productId: string): Steps<OwnKeywords[]> {
  const rows = yield* all<{ name: string; terms: string }>(
    "SELECT name, terms FROM product_keywords WHERE shop = @shop AND product_id = @productId ORDER BY name",
    { shop, productId },
  );
  return rows.map(({ name, terms }) => ({ name, terms: JSON.parse(terms) as string[] }));
}

/** The same of several products: those that have none are left out. */
export function* keywordsOfProducts(shop: string, ids: readonly string[]): Steps<Map<string, OwnKeywords[]>> {
  const rows = yield* all<{ productId: string; name: string; terms: string }>(
    `SELECT product_id AS productId, name, terms FROM product_keywords
      WHERE shop = @shop AND product_id IN (SELECT value FROM json_each(@ids)) ORDER BY name`,
    { shop, ids: JSON.stringify(ids) },
  );
  return Map.groupBy(
    rows.map(({ productId, name, terms }) => ({ productId, name, terms: JSON.parse(terms) as string[] })),
    ({ productId }) => productId,
  );
}

export type WroteKeywords =
  | { outcome: "saved"; changed: boolean }
  | { outcome: "invalid"; problem: KeywordsProblem }
  | { outcome: "stale" }
  | { outcome: "not_found" };

/**
 * Keeps these keyword groups for a product, and no others. A group without terms means "none": it hides the shop's
 * group of that name.
 * @param input.by the person
 * @param input.seen those that the person had before them; others by now are left alone
 */
export async function writeOwnKeywords(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  input: {
    shop: ShopDomain;
    productId: ProductId;
    groups: readonly OwnKeywords[];
    seen?: readonly OwnKeywords[] | undefined;
    by: string;
  },
): Promise<WroteKeywords> {
  const { shop, productId, by } = input;
  const parsed = groupsSchema.safeParse(input.groups);
  if (!parsed.success)
    return { outcome: "invalid", problem: issues.of(parsed.error.issues[0]) ?? { code: "not_keywords" } };
  const groups = parsed.data;
  if (new Set(groups.map(({ name }) => attributeKey(name))).size < groups.length) {
    return { outcome: "invalid", problem: { code: "keyword_group_named_twice" } };
  }
  const mine = and(eq(productKeywords.shop, shop), eq(productKeywords.productId, productId));
  return db.transact({ shop }, function* (tx) {
    const found = yield* q(
      tx
        .select({ id: products.id })
        .from(products)
        .where(and(eq(products.shop, shop), eq(products.id, productId))),
    );
    if (found.length === 0) return { outcome: "not_found" } as const;
    const before = yield* q(tx.select().from(productKeywords).where(mine));
    if (input.seen && !isDeepStrictEqual(termsByName(input.seen), termsByName(before))) {
      return { outcome: "stale" } as const;
    }
    const kept = new Set<string>();
    for (const row of before) {
      const same = groups.find(({ name }) => name === row.name);
      if (same && JSON.stringify(same.terms) === JSON.stringify(row.terms)) kept.add(row.name);
      else yield* q(tx.delete(productKeywords).where(and(mine, eq(productKeywords.name, row.name))));
    }
    const fresh = groups.filter(({ name }) => !kept.has(name));
    if (fresh.length > 0) {
      const at = clock.now();
      yield* q(tx.insert(productKeywords).values(fresh.map((group) => ({ shop, productId, ...group, by, at }))));
    }
    const changed = kept.size < before.length || fresh.length > 0;
    if (changed) yield* checkAgain({ shop, productId });
    if (changed && note) {
      yield* note({
        subject: { kind: "product", id: productId },
        details: { groups: groups.length },
        unfinished: true,
      });
    }
    return { outcome: "saved", changed } as const;
  });
}

function termsByName(groups: readonly OwnKeywords[]): Map<string, readonly string[]> {
  return new Map(groups.map(({ name, terms }) => [name, terms]));
}
