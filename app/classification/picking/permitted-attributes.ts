import type { Db } from "../../db/open.ts";
import type { AttributeValue, CategoryAttribute, TaxonomyName } from "../../db/schema/index.ts";
import { all, get, run } from "../../db/steps.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import { readAttributeValues, readCategoryNode } from "../../shopify/operations/index.ts";
import { parsed } from "../taxonomies/read-taxonomy.ts";
import { categoryGid } from "../taxonomies/refresh-shopify.ts";
import { storeAttributes } from "../taxonomies/store-entries.ts";
import type { PermittedAttribute } from "./attribute-request.ts";

const categorySql = "SELECT attributes FROM taxonomy_categories WHERE taxonomy = @taxonomy AND id = @id";
const attributesSql = `SELECT id, name, "values" FROM taxonomy_attributes
  WHERE taxonomy = @taxonomy AND id IN (SELECT value FROM json_each(@ids))`;
const keepSql = "UPDATE taxonomy_categories SET attributes = @attributes WHERE taxonomy = 'shopify' AND id = @id";

/**
 * The attributes of a category in their order, with the values that they permit. Shopify's are read when they are needed first.
 * @param deps.admin null: what is not known yet is left out
 * @throws OperationalError of the Admin API
 */
export async function permittedAttributes(
  { db, admin }: { db: Db; admin: AdminApi | null },
  taxonomy: TaxonomyName,
  id: string,
): Promise<PermittedAttribute[]> {
  const row = await db.do(get<{ attributes: unknown }>(categorySql, { taxonomy, id }));
  if (row && row.attributes === null && taxonomy === "shopify" && admin) return readFromShopify({ db, admin }, id);
  const own = parsed<CategoryAttribute[] | null>(row?.attributes ?? null) ?? [];
  const ids = JSON.stringify(own.map((attribute) => attribute.id));
  const known = await db.do(all<{ id: string; name: string; values: unknown }>(attributesSql, { taxonomy, ids }));
  const byId = new Map(known.map((attribute) => [attribute.id, attribute]));
  return own.flatMap(({ id: attributeId, values: permitted }) => {
    const attribute = byId.get(attributeId);
    if (!attribute) return [];
    const values = parsed<AttributeValue[]>(attribute.values);
    return [
      {
        ...{ id: attributeId, name: attribute.name },
        values: permitted ? values.filter((value) => permitted.includes(value.id)) : values,
      },
    ];
  });
}

async function readFromShopify({ db, admin }: { db: Db; admin: AdminApi }, id: string): Promise<PermittedAttribute[]> {
  const { node } = await admin.run(readCategoryNode, { id: categoryGid(id) });
  const attributes: PermittedAttribute[] = [];
  for (const { id: attributeId, name, values } of node?.attributes.nodes ?? []) {
    if (attributeId === undefined || name === undefined || !values) continue;
    const all = [...values.nodes];
    for (let page = values.pageInfo; page.hasNextPage && page.endCursor; ) {
      const next = await admin.run(readAttributeValues, {
        id: `gid://shopify/TaxonomyChoiceListAttribute/${attributeId}`,
        after: page.endCursor,
      });
      if (!next.node?.values) break;
      all.push(...next.node.values.nodes);
      page = next.node.values.pageInfo;
    }
    attributes.push({ id: attributeId, name, values: all });
  }
  if (node) {
    const own = JSON.stringify(attributes.map((attribute) => ({ id: attribute.id })));
    await db.transact("all shops", function* () {
      yield* storeAttributes(
        "shopify",
        attributes.map((attribute) => ({ ...attribute, handle: null })),
      );
      yield* run(keepSql, { id, attributes: own });
    });
  }
  return attributes;
}
