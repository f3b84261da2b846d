import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { all, get, many, run, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { digestOf } from "../../lib/digest.ts";
import { newId } from "../../lib/id.ts";
import { parseCsv } from "../../lib/parse-csv.ts";
import { type FindProduct, findProducts } from "./find-products.ts";
import { type ReadRow, type RowProblem, readReviewRow } from "./read-review-row.ts";
import type { Review } from "./review.ts";
import { appOf, productFields, type ReviewColumns } from "./review-columns.ts";

/** Why nothing of a file is taken. Lines are counted from 1. */
export type ReviewFileProblem =
  | { code: "quote_not_closed"; line: number }
  | { code: "empty" }
  /** the column for the words, or any that names the product */
  | { code: "column_missing"; field: "body" | "product" }
  | { code: "column_unknown"; column: string }
  | { code: "import_gone" };

/** What became of the rows of a file. */
export interface ReviewCounts {
  taken: number;
  /** were there already */
  known: number;
  leftOut: Partial<Record<RowProblem | "product_unknown", number>>;
  /** how the file names products that the shop does not have, the first of them */
  unknownProducts: string[];
}

export interface ReviewFile {
  /** of the file, for people */
  name: string;
  /** all of it, or one of its parts: each with the head */
  csv: string;
  columns: ReviewColumns;
}

const mostNameChars = 120;
/** Enough to see what is wrong with them. */
const mostUnknownProducts = 20;

/** One part of a file has at most so many characters: with its head about a quarter of what a request may carry. */
export const maxReviewPartChars = 1_000_000;

/**
 * Takes the reviews of a file, or of a part of it. A review that is there is brought up to the file, and goes where the file hides it; rows that cannot be taken are counted by
 * reason, and nothing is lost by importing a file twice.
 * @param input.importId of the first part; null begins an import
 */
export async function importReviews(
  deps: { db: Db; clock: Clock } & Acted,
  { shop, by, importId, file }: { shop: ShopDomain; by: string; importId: string | null; file: ReviewFile },
): Promise<
  { outcome: "taken"; importId: string; counts: ReviewCounts } | { outcome: "refused"; problem: ReviewFileProblem }
> {
  const { db, clock, note } = deps;
  const read = readReviewFile(file);
  if ("problem" in read) return { outcome: "refused", problem: read.problem };
  const named = read.rows.flatMap((row) => ("product" in row ? [row.product] : []));
  const find = await findProducts(deps, shop, named);
  const { counts, reviews, hidden } = sorted(read.rows, find);
  const id = importId ?? newId("reviews", clock.now());
  const stored = await db.transact({ shop }, function* () {
    if (note) yield* note({ details: { reviews: reviews.length } });
    const before = importId === null ? emptyCounts() : yield* readCounts({ shop, id });
    if (before === null) return null;
    const sets = reviews.map(({ productId, review: { rating, ...review } }) => ({
      ...{ shop, productId, importId: id, ...review },
      ratingPermille: rating === null ? null : Math.round(rating * 1_000),
    }));
    yield* many(
      hideSql,
      hidden.map((one) => ({ shop, ...one })),
    );
    const changed = yield* many(insertSql, sets);
    // The newest file says how a review is by now, and is the one that brings it.
    yield* many(updateSql, sets);
    const taken = changed.reduce((sum, rows) => sum + rows, 0);
    const all = addCounts(before, { ...counts, taken, known: counts.known + reviews.length - taken });
    const row = { shop, id, name: file.name, app: read.app, by, now: clock.now(), ...storedCounts(all) };
    yield* run(importId === null ? insertImportSql : updateImportSql, row);
    return all;
  });
  if (stored === null) return { outcome: "refused", problem: { code: "import_gone" } };
  return { outcome: "taken", importId: id, counts: stored };
}

const insertSql = `INSERT INTO product_reviews
    (shop, product_id, key, rating_permille, title, body, written_at, import_id)
  VALUES (@shop, @productId, @key, @ratingPermille, @title, @body, @writtenAt, @importId)
  ON CONFLICT (shop, product_id, key) DO NOTHING`;
const updateSql = `UPDATE product_reviews SET rating_permille = @ratingPermille, title = @title, body = @body,
    written_at = @writtenAt, import_id = @importId
  WHERE shop = @shop AND product_id = @productId AND key = @key AND import_id <> @importId`;
const hideSql = "DELETE FROM product_reviews WHERE shop = @shop AND product_id = @productId AND key = @key";
const insertImportSql = `INSERT INTO review_imports
    (shop, id, name, app, created_by, created_at, taken, known, left_out, unknown_products)
  VALUES (@shop, @id, @name, @app, @by, @now, @taken, @known, @leftOut, @unknownProducts)`;
const updateImportSql = `UPDATE review_imports
  SET taken = @taken, known = @known, left_out = @leftOut, unknown_products = @unknownProducts WHERE shop = @shop AND id = @id`;
const countsSql = `SELECT taken, known, left_out AS "leftOut", unknown_products AS "unknownProducts" FROM review_imports
  WHERE shop = @shop AND id = @id`;

interface CountsRow {
  taken: number;
  known: number;
  leftOut: string;
  unknownProducts: string;
}

function* readCounts(key: { shop: string; id: string }): Steps<ReviewCounts | null> {
  const row = yield* get<CountsRow>(countsSql, key);
  return row ? countsOf(row) : null;
}

function countsOf({ taken, known, leftOut, unknownProducts }: CountsRow): ReviewCounts {
  return {
    ...{ taken, known },
    leftOut: JSON.parse(leftOut) as ReviewCounts["leftOut"],
    unknownProducts: JSON.parse(unknownProducts) as string[],
  };
}

function storedCounts({ leftOut, unknownProducts, ...counts }: ReviewCounts) {
  return { ...counts, leftOut: JSON.stringify(leftOut), unknownProducts: JSON.stringify(unknownProducts) };
}

function emptyCounts(): ReviewCounts {
  return { taken: 0, known: 0, leftOut: {}, unknownProducts: [] };
}

function addCounts(one: ReviewCounts, other: ReviewCounts): ReviewCounts {
  const leftOut = { ...one.leftOut };
  for (const problem of Object.keys(other.leftOut) as RowProblem[])
    leftOut[problem] = (leftOut[problem] ?? 0) + (other.leftOut[problem] ?? 0);
  const unknownProducts = [...new Set([...one.unknownProducts, ...other.unknownProducts])].slice(
    0,
    mostUnknownProducts,
  );
  return { taken: one.taken + other.taken, known: one.known + other.known, leftOut, unknownProducts };
}

/** Each row of a file as it is read, and whose export the file looks like. */
export function readReviewFile({
  csv,
  columns,
}: Pick<ReviewFile, "csv" | "columns">):
  | { head: string[]; app: string | null; rows: ReadRow[] }
  | { problem: ReviewFileProblem } {
  const parsed = parseCsv(csv);
  if ("unclosed" in parsed) return { problem: { code: "quote_not_closed", line: parsed.unclosed } };
  const [first, ...records] = parsed.records;
  if (!first) return { problem: { code: "empty" } };
  const head = first.cells.map((cell) => cell.trim());
  const places = new Map(head.map((name, at) => [name, at] as const).toReversed());
  const unknown = Object.values(columns).find((column) => !places.has(column));
  if (unknown !== undefined) return { problem: { code: "column_unknown", column: unknown } };
  if (columns.body === undefined) return { problem: { code: "column_missing", field: "body" } };
  if (productFields.every((field) => columns[field] === undefined))
    return { problem: { code: "column_missing", field: "product" } };
  if (records.length === 0) return { problem: { code: "empty" } };
  const rows = records.map(({ cells }) => readReviewRow((name) => cells[places.get(name) ?? -1] ?? "", columns));
  return { head, app: appOf(head), rows };
}

function sorted(
  rows: readonly ReadRow[],
  find: FindProduct,
): {
  counts: ReviewCounts;
  reviews: { productId: string; review: Review }[];
  hidden: { productId: string; key: string }[];
} {
  const hidden: { productId: string; key: string }[] = [];
  const counts = emptyCounts();
  const reviews = new Map<string, { productId: string; review: Review }>();
  const leave = (problem: RowProblem | "product_unknown") => {
    counts.leftOut[problem] = (counts.leftOut[problem] ?? 0) + 1;
  };
  for (const row of rows) {
    if (row.kind === "left_out") {
      leave(row.problem);
      continue;
    }
    if (row.kind === "hidden") {
      leave("hidden");
      const productId = find(row.product);
      if (productId !== null) hidden.push({ productId, key: row.key });
      continue;
    }
    const { product, review } = row;
    const productId = find(product);
    if (productId === null) {
      leave("product_unknown");
      const name = product.product_title ?? product.product_handle ?? product.sku ?? product.product_id ?? "";
      if (!counts.unknownProducts.includes(name) && counts.unknownProducts.length < mostUnknownProducts)
        counts.unknownProducts.push(name.slice(0, mostNameChars));
    } else {
      const nameOf = (key: string) => `${productId} ${key}`;
      const sameAs = (key: string) => reviews.get(nameOf(key))?.review.body;
      // One number on several reviews is none of theirs: it is the product's, or an order's.
      const said = sameAs(review.key);
      const key = said === undefined || said === review.body ? review.key : digestOf([review.title, review.body]);
      if (sameAs(key) === review.body) counts.known++;
      reviews.set(nameOf(key), { productId, review: { ...review, key } });
    }
  }
  return { counts, reviews: [...reviews.values()], hidden };
}

/** A file that was read. */
export interface ReviewImport extends ReviewCounts {
  id: string;
  name: string;
  app: string | null;
  createdBy: string;
  /** epoch ms */
  createdAt: number;
  /** of its reviews, those that are still there */
  kept: number;
}

const listSql = `SELECT id, name, app, created_by AS "createdBy", created_at AS "createdAt", taken, known,
    left_out AS "leftOut", unknown_products AS "unknownProducts",
    (SELECT count(*) FROM product_reviews AS r WHERE r.shop = i.shop AND r.import_id = i.id) AS kept
  FROM review_imports AS i WHERE shop = @shop ORDER BY created_at DESC, id DESC LIMIT 50`;

/** The newest files first. */
export function* listReviewImports(shop: ShopDomain): Steps<ReviewImport[]> {
  const rows = yield* all<Omit<ReviewImport, "leftOut" | "unknownProducts"> & CountsRow>(listSql, { shop });
  return rows.map((row) => ({ ...row, ...countsOf(row) }));
}

/** Removes a file's reviews, and the file from the list. @returns how many reviews went; null: there is no such file */
export async function deleteReviewImport(
  { db, note }: { db: Db } & Acted,
  { shop, id }: { shop: ShopDomain; id: string },
): Promise<number | null> {
  return db.transact({ shop }, function* () {
    const known = yield* run("DELETE FROM review_imports WHERE shop = @shop AND id = @id", { shop, id });
    if (known === 0) return null;
    const reviews = yield* run("DELETE FROM product_reviews WHERE shop = @shop AND import_id = @id", { shop, id });
    if (note) yield* note({ details: { reviews } });
    return reviews;
  });
}
