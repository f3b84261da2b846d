import type { Db } from "../../db/open.ts";
import type { TaxonomyName } from "../../db/schema/index.ts";
import { type CategoryIndex, indexCategories } from "../shortlist/index-categories.ts";
import type { ProductToClassify } from "../shortlist/read-product.ts";
import { type Candidate, shortlistCategories } from "../shortlist/shortlist.ts";
import { readLoaded, readTaxonomy } from "../taxonomies/read-taxonomy.ts";

export interface LoadedIndex {
  version: string;
  /** the likeliest categories first, 20 at most; of GPC bricks alone */
  shortlist(product: ProductToClassify): Candidate[];
}

interface Kept {
  version: string;
  loadedAt: number;
  index: Promise<LoadedIndex | null>;
}

/** An index is some 100 MB and takes seconds: one of each taxonomy a process. */
const kept = new WeakMap<Db, Map<TaxonomyName, Kept>>();

const shown = 20;
/** Of these the bricks among GPC's categories are chosen. */
const looked = 100;

/** The index of a taxonomy, made when it is asked for first and again once another version is loaded; null where none is. */
export async function indexOf(deps: { db: Db }, taxonomy: TaxonomyName): Promise<LoadedIndex | null> {
  const loaded = await deps.db.do(readLoaded(taxonomy));
  if (!loaded) return null;
  const ofDb = kept.get(deps.db) ?? new Map<TaxonomyName, Kept>();
  kept.set(deps.db, ofDb);
  const known = ofDb.get(taxonomy);
  if (known && known.version === loaded.version && known.loadedAt === loaded.loadedAt) return known.index;
  const index = makeIndex(deps, taxonomy);
  ofDb.set(taxonomy, { version: loaded.version, loadedAt: loaded.loadedAt, index });
  // What failed once is tried again by the next who asks.
  index.catch(() => ofDb.delete(taxonomy));
  return index;
}

async function makeIndex(deps: { db: Db }, name: TaxonomyName): Promise<LoadedIndex | null> {
  const read = await readTaxonomy(deps, name);
  if (!read || read.taxonomy.categories.length === 0) return null;
  const index = indexCategories(read.taxonomy);
  const isLeaf = leavesOf(index);
  return {
    version: read.version,
    shortlist: (product) =>
      name === "gpc"
        ? shortlistCategories(index, product, looked)
            .filter(({ id }) => isLeaf.has(id))
            .slice(0, shown)
        : shortlistCategories(index, product, shown),
  };
}

function leavesOf({ categories, parents }: CategoryIndex): Set<string> {
  const inner = new Set(parents);
  return new Set(categories.flatMap(({ id }, place) => (inner.has(place) ? [] : [id])));
}
