import type { TaxonomyName } from "../../db/schema/index.ts";
import { get, manyOf, run, type Steps } from "../../db/steps.ts";
import type { Entry } from "./entry.ts";
import { TaxonomyFileError } from "./taxonomy-file-error.ts";

/** A loading of some categories; what it stores is marked with its id. */
export interface Loading {
  taxonomy: TaxonomyName;
  loadId: string;
  /** of names that are not English, as in "de"; else "en" */
  language: string;
  /** id → English path of what was stored before */
  paths: Map<string, { path: string; level: number }>;
}

export function newLoading(taxonomy: TaxonomyName, loadId: string, language = "en"): Loading {
  return { taxonomy, loadId, language, paths: new Map() };
}

const categorySql = `INSERT INTO taxonomy_categories (taxonomy, id, parent_id, name, path, level, archived_at, names, attributes,
    google_id, load_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, '{}', ?, ?, ?)
  ON CONFLICT (taxonomy, id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name, path = excluded.path,
    level = excluded.level, archived_at = excluded.archived_at,
    attributes = coalesce(excluded.attributes, taxonomy_categories.attributes),
    google_id = coalesce(excluded.google_id, taxonomy_categories.google_id), load_id = excluded.load_id`;
const attributeSql = `INSERT INTO taxonomy_attributes (taxonomy, id, handle, name, "values") VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (taxonomy, id) DO UPDATE SET handle = coalesce(excluded.handle, taxonomy_attributes.handle),
    name = excluded.name, "values" = excluded."values"`;
const mappingSql = "UPDATE taxonomy_categories SET google_id = ? WHERE taxonomy = 'shopify' AND id = ?";
const namesSql = "SELECT names FROM taxonomy_categories WHERE taxonomy = ? AND id = ?";
const renameSql = "UPDATE taxonomy_categories SET names = ? WHERE taxonomy = ? AND id = ?";
const googleByPathSql = "SELECT id FROM taxonomy_categories WHERE taxonomy = 'google' AND path = ?";

export interface StoredCategory {
  id: string;
  parentId: string | null;
  name: string;
  path: string;
  level: number;
  archivedAt: number | null;
  attributes: unknown;
  googleId: string | null;
}

/** Stores categories under their paths. */
export function* storeCategories(
  { taxonomy, loadId }: Pick<Loading, "taxonomy" | "loadId">,
  rows: readonly StoredCategory[],
): Steps<void> {
  yield* manyOf(categorySql, rows, (row) => [
    ...[taxonomy, row.id, row.parentId, row.name, row.path, row.level, row.archivedAt],
    ...[row.attributes === null ? null : JSON.stringify(row.attributes), row.googleId, loadId],
  ]);
}

export function* storeAttributes(
  taxonomy: TaxonomyName,
  attributes: readonly { id: string; handle: string | null; name: string; values: readonly unknown[] }[],
): Steps<void> {
  yield* manyOf(attributeSql, attributes, ({ id, handle, name, values }) => [
    ...[taxonomy, id, handle, name, JSON.stringify(values)],
  ]);
}

/**
 * A step of a transaction: what some entries of a file say. A category's path is made of its parent's.
 * @throws TaxonomyFileError for a parent that is not there, or a mapping to a Google category that is not loaded
 */
export function* storeEntries(loading: Loading, entries: readonly Entry[]): Steps<void> {
  const { taxonomy } = loading;
  const categories = entries.flatMap((entry) => (entry.kind === "category" ? [withPath(loading, entry)] : []));
  yield* storeCategories(loading, categories);
  yield* storeAttributes(
    taxonomy,
    entries.filter((entry) => entry.kind === "attribute"),
  );
  for (const entry of entries) {
    if (entry.kind === "name") yield* rename(loading, entry);
    if (entry.kind === "mapping") yield* map(entry);
  }
}

/** Remembers paths of entries that an earlier run of the same file has stored. */
export function passOver(loading: Loading, entries: readonly Entry[]): void {
  for (const entry of entries) if (entry.kind === "category") withPath(loading, entry);
}

function withPath(
  { paths, taxonomy }: Loading,
  { id, parentId, name, attributes, googleId }: Extract<Entry, { kind: "category" }>,
): StoredCategory {
  const parent = parentId === null ? { path: "", level: 0 } : paths.get(parentId);
  if (!parent) {
    throw new TaxonomyFileError(`categories of ${taxonomy}: ${id} lies in ${parentId}, which is not there before it`);
  }
  const own = { path: parent.path === "" ? name : `${parent.path} > ${name}`, level: parent.level + 1 };
  paths.set(id, own);
  return { id, parentId, name, ...own, archivedAt: null, attributes: attributes ?? null, googleId: googleId ?? null };
}

function* rename({ taxonomy, language }: Loading, { id, name }: Extract<Entry, { kind: "name" }>): Steps<void> {
  const row = yield* get<{ names: unknown }>(namesSql, [taxonomy, id]);
  // A newer file of names may know categories that ours does not.
  if (!row) return;
  const names = typeof row.names === "string" ? (JSON.parse(row.names) as object) : (row.names as object);
  yield* run(renameSql, [JSON.stringify({ ...names, [language]: name }), taxonomy, id]);
}

function* map({ id, googleId, googlePath }: Extract<Entry, { kind: "mapping" }>): Steps<void> {
  const found = googleId ?? (yield* get<{ id: string }>(googleByPathSql, [googlePath]))?.id;
  if (found === undefined) {
    throw new TaxonomyFileError(
      `the mapping to Google names "${googlePath}", which is not loaded: load Google's taxonomy with ids first`,
    );
  }
  yield* run(mappingSql, [found, id]);
}

const archiveSql = `UPDATE taxonomy_categories SET archived_at = @now
  WHERE taxonomy = @taxonomy AND load_id <> @loadId AND archived_at IS NULL`;
const goingSql = `SELECT count(*) AS "all", count(*) FILTER (WHERE load_id <> @loadId) AS going
  FROM taxonomy_categories WHERE taxonomy = @taxonomy AND archived_at IS NULL`;
/** More of them do not go from one edition to the next. */
const mostGoing = 0.1;
const fewGoing = 20;
const openSql = `INSERT INTO taxonomies (name, version, loaded_at) VALUES (@taxonomy, @version, @now)
  ON CONFLICT (name) DO UPDATE SET version = excluded.version, loaded_at = excluded.loaded_at`;

/** A step of a transaction: a taxonomy was read as a whole. What it holds no more is archived. @returns how many */
export function* finishTaxonomy(
  { taxonomy, loadId }: Pick<Loading, "taxonomy" | "loadId">,
  { version, now, mayArchive = true }: { version: string; now: number; mayArchive?: boolean },
): Steps<number> {
  const { all = 0, going = 0 } = (yield* get<{ all: number; going: number }>(goingSql, { taxonomy, loadId })) ?? {};
  if (!mayArchive && going > fewGoing && going > all * mostGoing) {
    throw new TaxonomyFileError(
      `the file lacks ${going} of ${all} categories that are known: nothing was archived. Was it cut off? If they are really gone, load it with --archive`,
    );
  }
  const archived = yield* run(archiveSql, { taxonomy, loadId, now });
  yield* run(openSql, { taxonomy, version, now });
  return archived;
}
