import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import { manyOf, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { assembleLines, type ReadLines, readLines } from "./assemble-lines.ts";
import { ownerOf, variantIn } from "./bulk-line.ts";
import { createWrittenFacets, type Facet, writeFacets } from "./facets.ts";
import type { ImportCounts } from "./import-counts.ts";
import { heldForVariant } from "./place-barcodes.ts";
import type { WriteOutcome } from "./product-writer.ts";
import { type ReferenceNames, referencesOf } from "./reference-names.ts";
import { readTextPlaces } from "./text-places.ts";
import { type ImportedProduct, type ImportRun, writeImported } from "./write-imported.ts";

/** Products written in one transaction: about 6 ms, and up to 40 when the search index merges its parts. */
const batchProducts = 64;
/** Lines of one transaction together, so that products with 2,000 variants do not make a long one. */
const batchChars = 1_000_000;
/** Products kept open for children to come: a bounded part of the result, whatever its order. */
const windowProducts = 300;
const windowChars = 8_000_000;
const stagedLines = 600;
const variantMark = '"gid://shopify/ProductVariant/';

const stageSql = `INSERT INTO import_children (shop, import_id, product_id, line, body) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (shop, import_id, product_id, line) DO UPDATE SET body = excluded.body`;

/** Lines wait as text: parsed objects that wait would fill the heap with garbage of old age. */
interface OpenProduct {
  bodies: string[];
  /** the number of each line */
  lines: number[];
  /** their numbers */
  variants: string[];
  chars: number;
}

interface StagedLine {
  productId: string;
  line: number;
  body: string;
}

export interface ImportLinesInput extends ImportRun {
  shop: ShopDomain;
  /** lines after the first `fromLine` */
  lines: AsyncIterable<string>;
  fromLine: number;
  counts: ImportCounts;
  names: ReferenceNames;
  signal?: AbortSignal | undefined;
  /** called for each product that is left as it was, with the reason; null: a line whose product is not known */
  unreadable(productId: string | null, why: string): void;
  /** after each transaction: all lines up to `line` are stored and need not be read again */
  stored(line: number): Promise<void>;
}

/**
 * Stores the lines of a bulk result. Children are joined to their product while it is open; what comes by later, and
 * products that no variant came by for (every product has one), are put aside for `mergeChildren`. A barcode hangs on a
 * variant: when that is not in an open product, it is put aside under the variant's number.
 * A product with a line that cannot be read is left as it was: what the other lines tell of it is not all.
 * @returns how many lines the result has
 * @throws what `lines` throws, and the signal's reason; go on from the last line that was `stored`
 */
export async function importLines({ db, clock }: { db: Db; clock: Clock }, input: ImportLinesInput): Promise<number> {
  const { shop, counts, names, signal, translated } = input;
  const facets = createWrittenFacets();
  const places = await db.do(readTextPlaces(shop));
  const open = new Map<string, OpenProduct>();
  /** variants of open products, with the product's number */
  const openVariants = new Map<string, string>();
  let openChars = 0;
  let staged: StagedLine[] = [];
  let line = input.fromLine;

  for await (const body of input.lines) {
    line++;
    const owner = ownerOf(body);
    if (!owner) {
      if (!isJson(body)) refuse(null, "not JSON");
      continue;
    }
    const productId =
      owner.kind === "barcode"
        ? (openVariants.get(owner.variantId) ?? heldForVariant(owner.variantId))
        : owner.productId;
    const parent = owner.kind === "product" ? { bodies: [], lines: [], variants: [], chars: 0 } : open.get(productId);
    if (!parent) staged.push({ productId, line, body });
    else {
      if (owner.kind === "product") open.set(productId, parent);
      const variant = owner.kind === "child" && body.includes(variantMark) ? variantIn(body) : undefined;
      if (variant !== undefined) {
        parent.variants.push(variant);
        openVariants.set(variant, productId);
      }
      parent.bodies.push(body);
      parent.lines.push(line);
      parent.chars += body.length;
      openChars += body.length;
    }
    while (open.size >= windowProducts || openChars > windowChars || staged.length >= stagedLines) await storeOldest();
  }
  while (open.size > 0 || staged.length > 0) await storeOldest();
  return line;

  function refuse(productId: string | null, why: string): void {
    counts.unreadable++;
    input.unreadable(productId, why);
  }

  async function store(records: readonly ImportedProduct[], late: readonly StagedLine[]): Promise<void> {
    const fresh = facets.newOf(records);
    const outcomes = await db.transact({ shop }, () => storeBatch(input, { records, late, fresh }, clock.now()));
    facets.add(fresh);
    for (const outcome of outcomes) counts[outcome]++;
  }

  async function storeOldest(): Promise<void> {
    signal?.throwIfAborted();
    await storeNext();
    await db.keepUp();
    const [next] = open.values();
    await input.stored(next?.lines[0] ? next.lines[0] - 1 : line);
    await nextTurn();
  }

  /** A function of its own: when the event loop turns, which is when V8 likes to collect, nothing holds the batch any more. */
  async function storeNext(): Promise<void> {
    const late = staged;
    staged = [];
    const batch = late.length >= stagedLines && open.size < windowProducts ? [] : oldest(open);
    const whole: ReadLines[] = [];
    for (const [productId, product] of batch) {
      open.delete(productId);
      for (const variant of product.variants) openVariants.delete(variant);
      openChars -= product.chars;
      const read = product.variants.length > 0 ? readLines(product.bodies) : null;
      if (read?.unreadable) refuse(productId, read.unreadable);
      else if (read?.node) whole.push(read);
      else
        for (const [at, body] of product.bodies.entries()) late.push({ productId, line: product.lines[at] ?? 0, body });
    }
    await names.ensure(
      whole.flatMap(({ children }) => referencesOf(children)),
      signal,
    );
    const records = whole.flatMap((read) => assembleLines(read, { places, nameOf: names.nameOf, translated }) ?? []);
    await store(records, late);
  }
}

/** Generators of the module, here and in merge-children: V8 keeps what one made for each batch would hold, until it collects all. */
function* storeBatch(
  input: ImportLinesInput,
  {
    records,
    late,
    fresh,
  }: { records: readonly ImportedProduct[]; late: readonly StagedLine[]; fresh: readonly Facet[] },
  now: number,
): Steps<WriteOutcome[]> {
  const { shop, importId } = input;
  yield* manyOf(stageSql, late, ({ productId, line, body }) => [shop, importId, productId, line, body]);
  yield* writeFacets(shop, fresh, now);
  return yield* writeImported(shop, input, records, now);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function oldest(open: Map<string, OpenProduct>): [string, OpenProduct][] {
  const batch: [string, OpenProduct][] = [];
  let chars = 0;
  for (const entry of open) {
    if (batch.length >= batchProducts || chars > batchChars) break;
    batch.push(entry);
    chars += entry[1].chars;
  }
  return batch;
}
