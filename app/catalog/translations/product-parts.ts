import { isDeepStrictEqual } from "node:util";
import type { TranslatableText } from "../../db/schema/index.ts";
import { all, manyOf, type Steps } from "../../db/steps.ts";
import type { ProductNode } from "../../shopify/operations/index.ts";
import type { ChildNode } from "../bulk-line.ts";
import { numberOf } from "../bulk-line.ts";
import { isDefaultPair } from "../default-option.ts";
import { isKeywordField } from "../keywords.ts";
import { isHidden } from "./hidden-fields.ts";
import { limitsOfRules } from "./limits-of-rules.ts";
import { typeOfField } from "./text-form.ts";

/** What of a product is a resource of its own for translation, beside its images. */
export interface ProductParts {
  /** the texts that are no content types, by the name of their slot */
  texts: Record<string, TranslatableText>;
  /** resources by the content type that they hold */
  metafields: Record<string, string>;
}

/** @param node read with the ids of options and of the metafields that hold content types */
export function partsOf(node: ProductNode, children: readonly ChildNode[]): ProductParts {
  const metafields = contentMetafields(node);
  const texts: ProductParts["texts"] = {};
  for (const { id, name, optionValues = [] } of node.hasOnlyDefaultVariant ? [] : node.options) {
    if (id === undefined || (optionValues.length === 1 && isDefaultPair(name, optionValues[0]?.name ?? ""))) continue;
    texts[`ProductOption/${numberOf(id)}.name`] = line(name);
    for (const { id: valueId, name: value, linkedMetafieldValue: entry } of optionValues) {
      const linked = entryOf(entry);
      texts[`ProductOptionValue/${numberOf(valueId)}.name`] = { ...line(value), ...(linked ? { linked } : {}) };
    }
  }
  if (node.productType.trim() !== "") texts[`Product/${numberOf(node.id)}.product_type`] = line(node.productType);
  return { texts: { ...texts, ...textsOfMetafields(children, new Set(Object.values(metafields))) }, metafields };
}

/** Linked values are metaobjects; whatever else Shopify may link to one day has no text of its own here. */
function entryOf(gid: string | null | undefined): string | undefined {
  return /^gid:\/\/shopify\/(Metaobject\/\d{1,20})$/.exec(gid ?? "")?.[1];
}

const line = (value: string): TranslatableText => ({ type: "SINGLE_LINE_TEXT_FIELD", value });

function contentMetafields(node: ProductNode): Record<string, string> {
  const found: Record<string, string> = {};
  if (node.bullets?.id) found.bullets = `Metafield/${numberOf(node.bullets.id)}`;
  for (const [field, metafield] of Object.entries(node)) {
    if (!field.startsWith("text_") || typeof metafield !== "object" || metafield === null) continue;
    if ("id" in metafield && typeof metafield.id === "string") {
      found[field.slice("text_".length)] = `Metafield/${numberOf(metafield.id)}`;
    }
  }
  return found;
}

/** Texts of a product's metafields that people read; those of apps, which hide them, and keywords are none. */
function textsOfMetafields(children: readonly ChildNode[], content: ReadonlySet<string>): ProductParts["texts"] {
  const texts: ProductParts["texts"] = {};
  for (const child of children) {
    if (child.kind !== "metafield") continue;
    const type = typeOfField(child.node.type);
    const resource = `Metafield/${numberOf(child.node.id)}`;
    if (type === null || content.has(resource) || isHidden(child.node) || isKeywordField(child.node)) continue;
    const limits = limitsOfRules(child.node.definition?.validations);
    texts[`${resource}.value`] = { type, value: child.node.value, ...(limits ? { limits } : {}) };
  }
  return texts;
}

const storedSql = `SELECT owner, texts, metafields FROM translatable_texts
  WHERE shop = ? AND owner IN (SELECT value FROM json_each(?))`;
const keepSql = `INSERT INTO translatable_texts (shop, owner, texts, metafields, read_at)
  VALUES (@shop, @owner, @texts, @metafields, @readAt)
  ON CONFLICT (shop, owner) DO UPDATE SET texts = excluded.texts, metafields = excluded.metafields,
    read_at = excluded.read_at WHERE excluded.read_at >= translatable_texts.read_at`;
const dropSql = "DELETE FROM translatable_texts WHERE shop = @shop AND owner = @owner AND read_at <= @readAt";

/** What is kept of these products, by product. */
export function* storedParts(shop: string, owners: readonly string[]): Steps<Map<string, ProductParts>> {
  const rows = yield* all<{ owner: string; texts: string; metafields: string }>(storedSql, [
    shop,
    JSON.stringify(owners),
  ]);
  return new Map(
    rows.map(({ owner, texts, metafields }) => [
      owner,
      {
        texts: JSON.parse(texts) as ProductParts["texts"],
        metafields: JSON.parse(metafields) as ProductParts["metafields"],
      },
    ]),
  );
}

interface OwnedParts {
  owner: string;
  parts: ProductParts;
}

/**
 * Keeps the parts of products; what did not change is not written, nor what was read before those that are kept.
 * @param readAt before Shopify was asked, in epoch ms
 */
export function* keepParts(shop: string, owned: readonly OwnedParts[], readAt: number): Steps<void> {
  if (owned.length === 0) return;
  const stored = yield* storedParts(
    shop,
    owned.map(({ owner }) => owner),
  );
  const changed = owned.filter(({ owner, parts }) => !isDeepStrictEqual(stored.get(owner) ?? none, parts));
  const isEmpty = ({ parts }: OwnedParts) => isDeepStrictEqual(parts, none);
  yield* manyOf(
    keepSql,
    changed.filter((one) => !isEmpty(one)),
    ({ owner, parts }) => ({
      ...{ shop, owner, readAt },
      texts: JSON.stringify(parts.texts),
      metafields: JSON.stringify(parts.metafields),
    }),
  );
  yield* manyOf(dropSql, changed.filter(isEmpty), ({ owner }) => ({ shop, owner, readAt }));
}

const none: ProductParts = { texts: {}, metafields: {} };

/** Adds metafields that came by late to the parts of a product that are kept without them. */
export function* addLateParts(
  shop: string,
  { owner, children }: { owner: string; children: readonly ChildNode[] },
  readAt: number,
): Steps<void> {
  const known = (yield* storedParts(shop, [owner])).get(owner) ?? none;
  const late = textsOfMetafields(children, new Set(Object.values(known.metafields)));
  if (Object.keys(late).length === 0) return;
  yield* keepParts(shop, [{ owner, parts: { ...known, texts: { ...known.texts, ...late } } }], readAt);
}
