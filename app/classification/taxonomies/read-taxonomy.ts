import type { Db } from "../../db/open.ts";
import type { AttributeValue, CategoryAttribute, TaxonomyName } from "../../db/schema/index.ts";
import { all, get } from "../../db/steps.ts";
import type { Attribute, Category, Taxonomy } from "../shortlist/taxonomy.ts";

interface Row {
  id: string;
  parentId: string | null;
  name: string;
  names: unknown;
  attributes: unknown;
  googlePath: string | null;
}

const rowsSql = `SELECT own.id, own.parent_id AS parentId, own.name, own.names, own.attributes, google.path AS googlePath
  FROM taxonomy_categories AS own
  LEFT JOIN taxonomy_categories AS google ON google.taxonomy = 'google' AND google.id = own.google_id
  WHERE own.taxonomy = @taxonomy AND own.archived_at IS NULL ORDER BY own.path`;
const attributesSql = `SELECT id, handle, name, "values" FROM taxonomy_attributes WHERE taxonomy = @taxonomy`;

/**
 * A taxonomy as it is indexed for shortlists, without what is archived; children of what is archived are left out with it.
 * @returns null where it is not loaded
 */
export async function readTaxonomy(
  { db }: { db: Db },
  taxonomy: TaxonomyName,
): Promise<{ version: string; loadedAt: number; taxonomy: Taxonomy } | null> {
  const loaded = await db.do(readLoaded(taxonomy));
  if (!loaded) return null;
  const rows = await db.do(all<Row>(rowsSql, { taxonomy }));
  const known = new Set(rows.map(({ id }) => id));
  const isWhole = withWholeLines(rows, known);
  const attributes = await db.do(
    all<{ id: string; handle: string | null; name: string; values: unknown }>(attributesSql, { taxonomy }),
  );
  return {
    ...loaded,
    taxonomy: {
      categories: rows.filter(({ id }) => isWhole.has(id)).map(categoryOf),
      attributes: new Map(
        attributes.map(({ id, handle, name, values }): [string, Attribute] => [
          id,
          { handle: handle ?? id, name, values: parsed<AttributeValue[]>(values).map((value) => value.name) },
        ]),
      ),
    },
  };
}

const loadedSql = "SELECT version, loaded_at AS loadedAt FROM taxonomies WHERE name = @taxonomy";

/** What is loaded of a taxonomy; undefined where it is not. */
export function readLoaded(taxonomy: TaxonomyName) {
  return get<{ version: string; loadedAt: number }>(loadedSql, { taxonomy });
}

function withWholeLines(rows: readonly Row[], known: ReadonlySet<string>): Set<string> {
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  const isWhole = (id: string): boolean => {
    for (let at: string | null | undefined = id; at !== null; at = parents.get(at)) {
      if (at === undefined || !known.has(at)) return false;
    }
    return true;
  };
  return new Set(rows.flatMap(({ id }) => (isWhole(id) ? [id] : [])));
}

function categoryOf({ id, parentId, name, names, attributes, googlePath }: Row): Category {
  return {
    ...{ id, parentId, name, names: parsed<Record<string, string>>(names) },
    attributes: attributes === null ? [] : parsed<CategoryAttribute[]>(attributes).map((one) => one.id),
    googleName: googlePath?.split(" > ").at(-1) ?? null,
  };
}

/** JSON columns are text in SQLite and values in Postgres. */
export function parsed<T>(column: unknown): T {
  return (typeof column === "string" ? JSON.parse(column) : column) as T;
}
