import type { CategoryLevel, TaxonomyName } from "../../db/schema/index.ts";
import { all, get, type Steps } from "../../db/steps.ts";
import { parsed } from "./read-taxonomy.ts";

/** A category as a person picks it. */
export interface BrowsedCategory {
  id: string;
  /** in the reader's language where its names are loaded */
  name: string;
  /** English names from the root, joined by " > " */
  path: string;
  hasChildren: boolean;
}

interface Row {
  id: string;
  name: string;
  names: unknown;
  path: string;
  children: number;
}

const columns = `own.id, own.name, own.names, own.path, (
    SELECT count(*) FROM taxonomy_categories AS child
    WHERE child.taxonomy = own.taxonomy AND child.parent_id = own.id AND child.archived_at IS NULL) AS children`;
const childrenSql = `SELECT ${columns} FROM taxonomy_categories AS own
  WHERE own.taxonomy = @taxonomy AND own.archived_at IS NULL AND own.parent_id = @parentId ORDER BY own.path`;
const rootsSql = `SELECT ${columns} FROM taxonomy_categories AS own
  WHERE own.taxonomy = @taxonomy AND own.archived_at IS NULL AND own.parent_id IS NULL ORDER BY own.path`;
const searchSql = `SELECT ${columns} FROM taxonomy_categories AS own
  WHERE own.taxonomy = @taxonomy AND own.archived_at IS NULL
    AND (lower(own.name) LIKE @like ESCAPE '\\' OR lower(CAST(own.names AS TEXT)) LIKE @like ESCAPE '\\')
  ORDER BY own.level, length(own.name), own.path LIMIT @most`;

/** What lies right below a category. @param parentId null: the roots */
export function* childrenOf(
  { taxonomy, language }: { taxonomy: TaxonomyName; language: string },
  parentId: string | null,
): Steps<BrowsedCategory[]> {
  const rows = yield* parentId === null
    ? all<Row>(rootsSql, { taxonomy })
    : all<Row>(childrenSql, { taxonomy, parentId });
  return rows.map((row) => browsed(row, language));
}

/** Categories whose name, in any language that is loaded, holds what was typed; short and general ones first. */
export function* searchCategories(
  { taxonomy, language }: { taxonomy: TaxonomyName; language: string },
  typed: string,
  most = 30,
): Steps<BrowsedCategory[]> {
  const words = typed.trim().toLowerCase();
  if (words === "") return [];
  const like = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const rows = yield* all<Row>(searchSql, { taxonomy, like, most });
  return rows.map((row) => browsed(row, language));
}

function browsed({ id, name, names, path, children }: Row, language: string): BrowsedCategory {
  const local = parsed<Record<string, string>>(names)[language];
  return { id, name: local ?? name, path, hasChildren: children > 0 };
}

export interface KnownCategory {
  id: string;
  path: string;
  isArchived: boolean;
  googleId: string | null;
  /** from the root to it */
  levels: CategoryLevel[];
}

const oneSql = `SELECT parent_id AS parentId, name, path, archived_at AS archivedAt, google_id AS googleId
  FROM taxonomy_categories WHERE taxonomy = @taxonomy AND id = @id`;

/** A category with all above it; undefined where the taxonomy has no such. */
export function* readCategory(taxonomy: TaxonomyName, id: string): Steps<KnownCategory | undefined> {
  interface One {
    parentId: string | null;
    name: string;
    path: string;
    archivedAt: number | null;
    googleId: string | null;
  }
  const own = yield* get<One>(oneSql, { taxonomy, id });
  if (!own) return undefined;
  const levels: CategoryLevel[] = [{ code: id, title: own.name }];
  for (let at = own.parentId; at !== null; ) {
    const above: One | undefined = yield* get<One>(oneSql, { taxonomy, id: at });
    if (!above) break;
    levels.unshift({ code: at, title: above.name });
    at = above.parentId;
  }
  return { id, path: own.path, isArchived: own.archivedAt !== null, googleId: own.googleId, levels };
}
