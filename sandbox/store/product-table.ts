import { type Batch, generateProduct } from "../catalogue/generate-product.ts";
import { mix } from "../shared/random.ts";
import { buildProduct } from "./build-product.ts";
import { makeId, productIdOf, readId } from "./id-space.ts";
import type { ProductRecord } from "./records.ts";

/** A product's place in lists: what can be known without making the record. */
export interface ProductHead {
  id: number;
  createdAt: number;
  updatedAt: number;
  record(): ProductRecord;
}

export interface ProductTable {
  readonly count: number;
  get(id: number): ProductRecord | undefined;
  /** Stores a record; a generated product stays in memory from its first change on. */
  put(record: ProductRecord): void;
  delete(id: number): boolean;
  /** Slot of the next product made through the API. */
  nextSlot(): number;
  generate(batch: Batch, count: number): void;
  /** In order of id, ascending or descending, after the given id. */
  heads(options?: { after?: number | undefined; reverse?: boolean | undefined }): Generator<ProductHead>;
  /** The product that has this image or metafield, whether its id is computed or given later. */
  ownerOf(kind: "variant" | "media" | "metafield" | "option" | "optionValue", id: number): ProductRecord | undefined;
  /** Every product that shows the image, the one it was added to first. */
  holdersOf(mediaId: number): ProductRecord[];
  handleTaken(handle: string): boolean;
  byHandle(handle: string): ProductRecord | undefined;
  nextLooseId(productId: number): number;
  /** The same products as they were at a time of the last minute: what a copy that lags behind shows. */
  asOf(at: number): ProductTable;
}

const pastLimit = 2000;
const pastOfOneLimit = 12;

const dayMs = 86_400_000;
const looseBase = 90_000_000_000_000;
const recentLimit = 3000;

/** Products of one shop: kept ones as records, generated ones as (seed, index), made when asked for. */
export function createProductTable(deps: { startAt: number; now?: () => number }): ProductTable {
  const kept = new Map<number, ProductRecord>();
  const deleted = new Set<number>();
  const owners = new Map<number, number>();
  const handles = new Map<string, number>();
  const batches: { from: number; count: number; batch: Batch }[] = [];
  let keptIds: number[] | undefined;
  let generated = 0;
  let generatedDeleted = 0;
  let generatedKept = 0;
  let created = 0;
  let loose = 0;

  // Children are read long after their product in a bulk result; without this each of them would make the product anew.
  const recent = new Map<number, ProductRecord>();
  const past = new Map<number, { record: ProductRecord; until: number }[]>();
  const sharers = new Map<number, Set<number>>();

  const batchOf = (slot: number) => batches.find((b) => slot >= b.from && slot < b.from + b.count);
  const createdAtOf = (slot: number) => deps.startAt - (1 + (mix(slot) % 700)) * dayMs - (mix(slot + 7) % dayMs);
  const updatedAtOf = (slot: number) => createdAtOf(slot) + (mix(slot + 3) % dayMs);

  function make(slot: number): ProductRecord | undefined {
    const cached = recent.get(slot);
    if (cached) return cached;
    const found = batchOf(slot);
    if (!found) return undefined;
    const source = generateProduct(found.batch, slot);
    const record = buildProduct(source, {
      family: "generated",
      slot,
      createdAt: createdAtOf(slot),
      updatedAt: updatedAtOf(slot),
    });
    record.handle = `${record.handle}-${slot}`;
    if (recent.size >= recentLimit) recent.delete(recent.keys().next().value as number);
    recent.set(slot, record);
    return record;
  }

  function get(id: number): ProductRecord | undefined {
    const record = kept.get(id);
    if (record || deleted.has(id)) return record;
    const place = readId("product", id);
    return place?.family === "generated" ? make(place.slot) : undefined;
  }

  function remember(record: ProductRecord | undefined): void {
    if (!record || !deps.now) return;
    const own = past.get(record.id) ?? [];
    own.push({ record, until: deps.now() });
    if (own.length > pastOfOneLimit) own.shift();
    past.delete(record.id);
    past.set(record.id, own);
    if (past.size > pastLimit) past.delete(past.keys().next().value as number);
  }

  /** An image of one product may be shown by others as well. */
  function noteSharers(record: ProductRecord): void {
    for (const { id, productId } of record.media) {
      if (productId === record.id) continue;
      const known = sharers.get(id) ?? new Set();
      sharers.set(id, known.add(record.id));
    }
  }

  function holdersOf(mediaId: number): ProductRecord[] {
    const first = owners.get(mediaId) ?? productIdOf("media", mediaId);
    const ids = new Set([...(first === undefined ? [] : [first]), ...(sharers.get(mediaId) ?? [])]);
    return [...ids].flatMap((id) => {
      const record = get(id);
      return record?.media.some((media) => media.id === mediaId) ? [record] : [];
    });
  }

  function headOf(id: number): ProductHead | undefined {
    const record = kept.get(id);
    if (record) return { id, createdAt: record.createdAt, updatedAt: record.updatedAt, record: () => record };
    if (deleted.has(id)) return undefined;
    const slot = readId("product", id)?.slot ?? 0;
    let made: ProductRecord | undefined;
    return {
      id,
      createdAt: createdAtOf(slot),
      updatedAt: updatedAtOf(slot),
      record() {
        made ??= make(slot) as ProductRecord;
        return made;
      },
    };
  }

  function* ids(reverse: boolean): Generator<number> {
    keptIds ??= [...kept.keys()].filter((id) => readId("product", id)?.family !== "generated").sort((a, b) => a - b);
    const firstGenerated = makeId("product", "generated", 0);
    const low = keptIds.filter((id) => id < firstGenerated);
    const high = keptIds.filter((id) => id >= firstGenerated);
    if (reverse) {
      yield* high.reverse();
      for (let slot = generated - 1; slot >= 0; slot -= 1) yield firstGenerated + slot;
      yield* low.reverse();
    } else {
      yield* low;
      for (let slot = 0; slot < generated; slot += 1) yield firstGenerated + slot;
      yield* high;
    }
  }

  function* idsAfter(after: number | undefined, reverse: boolean): Generator<number> {
    const firstGenerated = makeId("product", "generated", 0);
    const isGenerated = after !== undefined && after >= firstGenerated && after < firstGenerated + generated;
    if (after === undefined || !isGenerated) {
      for (const id of ids(reverse)) if (after === undefined || (reverse ? id < after : id > after)) yield id;
      return;
    }
    keptIds ??= [...kept.keys()].filter((id) => readId("product", id)?.family !== "generated").sort((a, b) => a - b);
    if (reverse) {
      for (let id = after - 1; id >= firstGenerated; id -= 1) yield id;
      yield* keptIds.filter((id) => id < firstGenerated).reverse();
    } else {
      for (let id = after + 1; id < firstGenerated + generated; id += 1) yield id;
      yield* keptIds.filter((id) => id >= firstGenerated);
    }
  }

  const table: ProductTable = {
    get count() {
      return kept.size - generatedKept + generated - generatedDeleted;
    },
    get,
    put(record) {
      const isGenerated = readId("product", record.id)?.family === "generated";
      const before = kept.get(record.id);
      remember(get(record.id));
      noteSharers(record);
      if (!before && isGenerated) generatedKept += 1;
      if (!before && !isGenerated) keptIds = undefined;
      if (before) handles.delete(before.handle);
      kept.set(record.id, record);
      handles.set(record.handle, record.id);
      for (const item of [...record.media.filter((media) => media.productId === record.id), ...record.metafields]) {
        if (item.id >= looseBase) owners.set(item.id, record.id);
      }
    },
    delete(id) {
      const record = get(id);
      if (!record) return false;
      const isGenerated = readId("product", id)?.family === "generated";
      if (kept.delete(id) && isGenerated) generatedKept -= 1;
      if (isGenerated) generatedDeleted += 1;
      handles.delete(record.handle);
      deleted.add(id);
      keptIds = undefined;
      return true;
    },
    nextSlot() {
      created += 1;
      return created - 1;
    },
    generate(batch, count) {
      batches.push({ from: generated, count, batch });
      generated += count;
    },
    *heads(options = {}) {
      for (const id of idsAfter(options.after, options.reverse ?? false)) {
        const head = headOf(id);
        if (head) yield head;
      }
    },
    ownerOf(kind, id) {
      if (kind === "media") return holdersOf(id)[0];
      const productId = owners.get(id) ?? productIdOf(kind, id);
      return productId === undefined ? undefined : get(productId);
    },
    holdersOf,
    asOf(at) {
      const then = (record: ProductRecord | undefined) =>
        record && (past.get(record.id)?.find(({ until }) => until > at)?.record ?? record);
      const lagging: ProductTable = Object.create(table);
      lagging.get = (id) => then(get(id));
      lagging.ownerOf = (kind, id) => then(table.ownerOf(kind, id));
      return lagging;
    },
    handleTaken: (handle) => handles.has(handle),
    byHandle(handle) {
      const id = handles.get(handle);
      if (id !== undefined) return kept.get(id);
      const slot = /-(\d+)$/.exec(handle)?.[1];
      const record = slot === undefined ? undefined : get(makeId("product", "generated", Number(slot)));
      return record?.handle === handle ? record : undefined;
    },
    nextLooseId(productId) {
      loose += 1;
      owners.set(looseBase + loose, productId);
      return looseBase + loose;
    },
  };
  return table;
}
