import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { productAttributes, products } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { codedIssues } from "../lib/coded-issues.ts";
import { attributeKey } from "./attribute-key.ts";
import { checkAgain } from "./check-again.ts";
import type { OwnAttribute } from "./own-attributes.ts";

/** Why attributes were not kept. `limit`: characters, or attributes of one product. */
export type AttributesProblem =
  | { code: "attribute_name_missing" }
  | { code: "attribute_name_too_long"; limit: number }
  | { code: "attribute_value_too_long"; limit: number }
  | { code: "attribute_named_twice" }
  | { code: "too_many_attributes"; limit: number }
  /** no list of names and values */
  | { code: "not_attributes" };

const issues = codedIssues<AttributesProblem>();
const maxOwnAttributes = 50;
// What could hide in a line: control, bidi and tag characters. Joiners stay, some scripts need them.
const hidden = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]+/gu;
const line = (limit: number, code: "attribute_name_too_long" | "attribute_value_too_long") =>
  z
    .string()
    .transform((text) => text.replace(hidden, " ").replace(/\s+/gu, " ").trim())
    .pipe(z.string().max(limit, issues.as({ code, limit })));

const attributesSchema = z.array(
  z.object({
    name: line(60, "attribute_name_too_long").pipe(z.string().min(1, issues.as({ code: "attribute_name_missing" }))),
    value: line(500, "attribute_value_too_long"),
  }),
);

export interface WriteAttributes {
  shop: ShopDomain;
  productId: ProductId;
  /** an empty value takes the merchant's value back: Shopify's holds again */
  attributes: readonly OwnAttribute[];
  /** those that the person had before them; others by now are left alone */
  seen?: readonly OwnAttribute[] | undefined;
  /** false: these and no others; true: the others stay */
  keepOthers: boolean;
  /** the person */
  by: string;
}

export type WroteAttributes =
  | { outcome: "saved"; changed: boolean }
  | { outcome: "invalid"; problem: AttributesProblem }
  | { outcome: "stale" }
  | { outcome: "not_found" };

/**
 * Keeps what a person states about a product, as facts for its texts. Attributes hold only what people typed; nothing here
 * is given to a model to write.
 */
export async function writeOwnAttributes(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  input: WriteAttributes,
): Promise<WroteAttributes> {
  const { shop, productId, keepOthers, by } = input;
  const parsed = attributesSchema.safeParse(input.attributes);
  if (!parsed.success)
    return { outcome: "invalid", problem: issues.of(parsed.error.issues[0]) ?? { code: "not_attributes" } };
  const asked = new Map(parsed.data.map((attribute) => [attributeKey(attribute.name), attribute]));
  if (asked.size < parsed.data.length) return { outcome: "invalid", problem: { code: "attribute_named_twice" } };
  const mine = and(eq(productAttributes.shop, shop), eq(productAttributes.productId, productId));
  return db.transact({ shop }, function* (tx) {
    const found = yield* q(
      tx
        .select({ id: products.id })
        .from(products)
        .where(and(eq(products.shop, shop), eq(products.id, productId))),
    );
    if (found.length === 0) return { outcome: "not_found" } as const;
    const before = yield* q(tx.select().from(productAttributes).where(mine));
    if (input.seen && !sameAttributes(input.seen, before)) return { outcome: "stale" } as const;
    const next = new Map(keepOthers ? before.map((row) => [attributeKey(row.name), row as OwnAttribute]) : []);
    for (const [key, attribute] of asked) {
      if (attribute.value === "") next.delete(key);
      else next.set(key, attribute);
    }
    if (next.size > maxOwnAttributes) {
      return { outcome: "invalid", problem: { code: "too_many_attributes", limit: maxOwnAttributes } } as const;
    }
    let changed = false;
    for (const row of before) {
      const kept = next.get(attributeKey(row.name));
      if (kept?.name === row.name && kept.value === row.value) next.delete(attributeKey(row.name));
      else {
        changed = true;
        yield* q(tx.delete(productAttributes).where(and(mine, eq(productAttributes.name, row.name))));
      }
    }
    const at = clock.now();
    for (const { name, value } of next.values()) {
      changed = true;
      yield* q(tx.insert(productAttributes).values({ shop, productId, name, value, by, at }));
    }
    if (changed) yield* checkAgain({ shop, productId });
    if (changed && note) {
      yield* note({
        subject: { kind: "product", id: productId },
        details: { attributes: asked.size },
        unfinished: true,
      });
    }
    return { outcome: "saved", changed } as const;
  });
}

function sameAttributes(a: readonly OwnAttribute[], b: readonly OwnAttribute[]): boolean {
  const valuesOf = (list: readonly OwnAttribute[]) => new Map(list.map(({ name, value }) => [name, value]));
  return isDeepStrictEqual(valuesOf(a), valuesOf(b));
}
