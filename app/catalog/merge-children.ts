import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import { all, run, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { assembleLines, type ReadLines, readLines } from "./assemble-lines.ts";
import { addChildren } from "./assemble-product.ts";
import { barcodesDigest } from "./barcodes.ts";
import { createWrittenFacets, type Facet, writeFacets } from "./facets.ts";
import type { ImportCounts } from "./import-counts.ts";
import { placeBarcodes } from "./place-barcodes.ts";
import { markSeen, putProduct, readKnown, type WriteOutcome } from "./product-writer.ts";
import { readStoredProduct } from "./read-product.ts";
import { type NameOf, type ReferenceNames, referencesOf } from "./reference-names.ts";
import { readTextPlaces, type TextPlace } from "./text-places.ts";
import { addLateParts } from "./translations/product-parts.ts";
import { type ImportedProduct, type ImportRun, writeImported } from "./write-imported.ts";

/** Lines handled in one transaction, except that a product is never split: about 8 ms. */
const batchLines = 300;

export interface MergeInput extends ImportRun {
  shop: ShopDomain;
  counts: ImportCounts;
  names: ReferenceNames;
  signal?: AbortSignal | undefined;
  /** called for each product that is left as it was, with the reason */
  unreadable(productId: string, why: string): void;
  /** after each transaction; `orphans` are products that it had lines of, but not their own */
  merged(orphans: number): Promise<void>;
}

/**
 * Joins the lines that an import put aside to their products and drops them, in the same transaction: after a crash the
 * rest is still there. A product whose own line was put aside is made from scratch; another gets its late children added.
 */
export async function mergeChildren({ db, clock }: { db: Db; clock: Clock }, input: MergeInput): Promise<void> {
  const { shop, importId, counts, names, signal } = input;
  await placeBarcodes({ db }, input);
  const places = await db.do(readTextPlaces(shop));
  const of = { places, nameOf: names.nameOf, translated: input.translated };
  const context = { ...input, places, nameOf: names.nameOf };
  const facets = createWrittenFacets();
  // Nobody else writes an import's own lines, so they may be read before the transaction.
  const next = () => db.do(readBatch(shop, importId));
  for (let batch = await next(); batch.length > 0; batch = await next()) {
    await names.ensure(
      batch.flatMap(([, { children }]) => referencesOf(children)),
      signal,
    );
    const orphans = await store(batch);
    await db.keepUp();
    signal?.throwIfAborted();
    await input.merged(orphans);
    await nextTurn();
  }

  /** @returns how many of the products had lines, but not their own */
  async function store(batch: readonly ProductLines[]): Promise<number> {
    const whole = batch.map(([productId, lines]): WholeLines => {
      const record = lines.unreadable === null ? assembleLines(lines, of) : null;
      return { productId, lines, record };
    });
    const records = whole.flatMap(({ record }) => record ?? []);
    const fresh = facets.newOf(records);
    const outcomes = await db.transact({ shop }, () => storeBatch(context, { whole, records, fresh }, clock.now()));
    facets.add(fresh);
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome !== "orphan" && outcome !== "joined") counts[outcome]++;
      const { productId, lines } = whole[at] ?? {};
      if (productId !== undefined && lines?.unreadable) input.unreadable(productId, lines.unreadable);
    }
    return outcomes.filter((outcome) => outcome === "orphan").length;
  }
}

type ProductLines = [productId: string, lines: ReadLines];

const nextSql = `SELECT product_id AS productId, body FROM import_children
  WHERE shop = ? AND import_id = ? AND product_id >= ? ORDER BY product_id, line LIMIT ?`;
const ofProductSql =
  "SELECT body FROM import_children WHERE shop = ? AND import_id = ? AND product_id = ? ORDER BY line";
const dropSql = "DELETE FROM import_children WHERE shop = ? AND import_id = ? AND product_id BETWEEN ? AND ?";

/** The lines of the next products, each whole. */
function* readBatch(shop: ShopDomain, importId: string): Steps<ProductLines[]> {
  const lines = yield* all<{ productId: string; body: string }>(nextSql, [shop, importId, "", batchLines]);
  const last = lines.at(-1)?.productId;
  const batch = Map.groupBy(lines, ({ productId }) => productId);
  // The limit may have cut through the last one.
  if (last !== undefined) {
    const whole = yield* all<{ body: string }>(ofProductSql, [shop, importId, last]);
    batch.set(
      last,
      whole.map(({ body }) => ({ productId: last, body })),
    );
  }
  return [...batch].map(([productId, entries]) => [productId, readLines(entries.map(({ body }) => body))]);
}

interface JoinInput extends MergeInput {
  places: readonly TextPlace[];
  nameOf: NameOf;
}

interface WholeLines {
  productId: string;
  lines: ReadLines;
  /** null when the product's own line is not among them, or one cannot be read */
  record: ImportedProduct | null;
}

/** `orphan`: the result had lines of this product but never its own; `joined`: late children were added, or left out as too old */
type MergeOutcome = WriteOutcome | "unreadable" | "orphan" | "joined";

/** @param batch.records those of `whole`, in its order */
function* storeBatch(
  input: JoinInput,
  {
    whole,
    records,
    fresh,
  }: { whole: readonly WholeLines[]; records: readonly ImportedProduct[]; fresh: readonly Facet[] },
  now: number,
): Steps<MergeOutcome[]> {
  const { shop, importId } = input;
  yield* writeFacets(shop, fresh, now);
  const written = (yield* writeImported(shop, input, records, now)).values();
  const merged: MergeOutcome[] = [];
  for (const one of whole) {
    const outcome = one.record ? written.next().value : yield* joinChildren(input, one, now);
    if (outcome !== undefined) merged.push(outcome);
  }
  yield* run(dropSql, [shop, importId, whole[0]?.productId, whole.at(-1)?.productId]);
  return merged;
}

/** Adds late children to a product that this import has stored already. */
function* joinChildren(input: JoinInput, { productId, lines }: WholeLines, now: number): Steps<MergeOutcome> {
  const { shop, importId } = input;
  if (lines.unreadable !== null) return "unreadable";
  const known = yield* readKnown(shop, productId);
  // Not brought by this import, or read again since: its late children belong to an older state.
  if (known === null || known.importId !== importId) return "orphan";
  if (known.outranked === 1) return "joined";
  const stored = yield* readStoredProduct(shop, productId);
  if (!stored) return "orphan";
  if (input.translated) yield* addLateParts(shop, { owner: productId, children: lines.children }, now);
  const whole = addChildren(stored, lines.children, input.places, input.nameOf);
  if (JSON.stringify([whole.facts, whole.variants]) !== JSON.stringify([stored.facts, stored.variants])) {
    yield* putProduct(shop, whole, known, { syncedAt: now });
    const digest = barcodesDigest(whole.variants);
    yield* markSeen(shop, [{ rowId: known.rowId, importId, outranked: false, barcodesDigest: digest }]);
  }
  return "joined";
}
