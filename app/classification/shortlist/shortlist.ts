import type { CategoryIndex, CategoryName } from "./index-categories.ts";
import { type ProductToClassify, type QueryTerm, readProduct } from "./read-product.ts";
import { weights } from "./weights.ts";

export interface Candidate {
  /** bare id */
  id: string;
  /** from the root to it, English */
  path: readonly string[];
  /** comparable within one shortlist only */
  score: number;
  /** the product's words that speak for it, those that do most first; at most five */
  because: readonly string[];
}

const mostReasons = 5;
/** So many of the best are looked at when the list is made diverse. */
const pooled = 100;
/** So many candidates with the same words of the product in their names count in full. */
const alike = 4;

/**
 * The categories that a product may belong to, likeliest first. Reads nothing but the index.
 * @param most how many; 20 is what a model is shown @returns none for a product whose words no category knows
 */
export function shortlistCategories(index: CategoryIndex, product: ProductToClassify, most = 20): Candidate[] {
  const query = readProduct(index, product);
  const { scores, bestName } = score(index, query);
  const smoothed = leanToBranches(index, query, smooth(index, scores));
  const places = diverse(query, best(smoothed, pooled), { smoothed, bestName }).slice(0, most);
  return places.map((place) => ({
    id: index.categories[place]?.id ?? "",
    path: pathTo(index, place),
    score: smoothed[place] ?? 0,
    because: reasons(index, query, place, bestName.get(place)),
  }));
}

interface Scores {
  /** by place of the category */
  scores: Float64Array;
  /** place → the name that the product is nearest to */
  bestName: ReadonlyMap<number, CategoryName>;
}

function score(index: CategoryIndex, query: ReadonlyMap<string, QueryTerm>): Scores {
  const scores = new Float64Array(index.categories.length);
  const bestName = new Map<number, CategoryName>();
  const touched = new Map<number, { sum: number; rarity: number; head: boolean }>();
  for (const [term, { weight }] of query) {
    const rarity = index.rarityOf(term);
    for (const at of index.namesOf.get(term) ?? []) {
      let match = touched.get(at);
      if (!match) {
        match = { sum: 0, rarity: 0, head: false };
        touched.set(at, match);
      }
      match.sum += weight * rarity;
      match.rarity += rarity;
      if (index.names[at]?.head === term) match.head = true;
    }
  }
  for (const [at, { sum, rarity, head }] of touched) {
    const name = index.names[at];
    if (!name) continue;
    const value =
      weights[name.kind] * sum * (rarity / name.rarity) ** weights.coverage * (head ? 1 : weights.withoutHead);
    if (value <= (scores[name.category] ?? 0)) continue;
    scores[name.category] = value;
    bestName.set(name.category, name);
  }
  addAll(scores, index, query, "ancestors", weights.ancestor);
  addAll(scores, index, query, "attributes", weights.attribute);
  return { scores, bestName };
}

/** Only categories that something else speaks for. */
function addAll(
  scores: Float64Array,
  index: CategoryIndex,
  query: ReadonlyMap<string, QueryTerm>,
  which: "ancestors" | "attributes",
  share: number,
): void {
  for (const [term, { weight }] of query) {
    const held = index[which].get(term);
    if (!held) continue;
    const full = share * weight * index.rarityOf(term);
    const { categories, amounts } = held;
    for (let at = 0; at < categories.length; at++) {
      const place = categories[at] ?? 0;
      const before = scores[place] ?? 0;
      if (before > 0) scores[place] = before + full * (amounts[at] ?? 0);
    }
  }
}

/** A category gains by what speaks for its parent and for the best of its children. */
function smooth(index: CategoryIndex, scores: Float64Array): Float64Array {
  const bestChild = new Float64Array(scores.length);
  for (let place = 0; place < scores.length; place++) {
    const parent = index.parents[place] ?? -1;
    const own = scores[place] ?? 0;
    if (parent !== -1 && own > (bestChild[parent] ?? 0)) bestChild[parent] = own;
  }
  return scores.map((own, place) => {
    const parent = index.parents[place] ?? -1;
    const above = parent === -1 ? 0 : (scores[parent] ?? 0);
    return own + weights.toParent * (bestChild[place] ?? 0) + weights.toChild * above;
  });
}

/** Of equals the one gains that lies where the product's other words point: a tank beside "sleeves" is clothing. */
function leanToBranches(
  index: CategoryIndex,
  query: ReadonlyMap<string, QueryTerm>,
  scores: Float64Array,
): Float64Array {
  const evidence = new Float64Array(index.branchCount);
  for (const [term, { weight }] of query) {
    const held = index.branchesOf.get(term);
    if (!held) continue;
    for (const [at, branch] of held.categories.entries()) {
      evidence[branch] = (evidence[branch] ?? 0) + weight * (held.amounts[at] ?? 0);
    }
  }
  const most = evidence.reduce((one, other) => Math.max(one, other), 0) || 1;
  return scores.map((own, place) => {
    if (own === 0) return 0;
    const [root, branch] = index.branches[place] ?? [];
    const rooted = root === undefined ? 0 : (evidence[root] ?? 0);
    const branched = branch === undefined ? 0 : (evidence[branch] ?? 0);
    return own * (1 + (weights.root * rooted + weights.branch * branched) / most);
  });
}

/** Twenty kinds of bags for one "bag" leave no place for what the product's other words mean. */
function diverse(
  query: ReadonlyMap<string, QueryTerm>,
  places: readonly number[],
  { smoothed, bestName }: { smoothed: Float64Array; bestName: ReadonlyMap<number, CategoryName> },
): number[] {
  const times = new Map<string, number>();
  const ranked = places.map((place) => {
    const matched = (bestName.get(place)?.terms ?? []).filter((term) => query.has(term)).sort();
    const key = matched.join(" ");
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    return { place, value: (smoothed[place] ?? 0) * weights.further ** Math.max(0, before + 1 - alike) };
  });
  return ranked.sort((one, other) => other.value - one.value).map(({ place }) => place);
}

function best(scores: Float64Array, most: number): number[] {
  const places: number[] = [];
  for (let place = 0; place < scores.length; place++) {
    const value = scores[place] ?? 0;
    if (value <= 0 || (places.length === most && value <= (scores[places[most - 1] ?? 0] ?? 0))) continue;
    let at = places.length;
    while (at > 0 && (scores[places[at - 1] ?? 0] ?? 0) < value) at--;
    places.splice(at, 0, place);
    if (places.length > most) places.pop();
  }
  return places;
}

function pathTo(index: CategoryIndex, place: number): string[] {
  const path: string[] = [];
  for (let at = place; at !== -1; at = index.parents[at] ?? -1) path.unshift(index.categories[at]?.name ?? "");
  return path;
}

function reasons(
  index: CategoryIndex,
  query: ReadonlyMap<string, QueryTerm>,
  place: number,
  name: CategoryName | undefined,
): string[] {
  const worth = new Map<string, number>();
  for (const [term, { word, weight }] of query) {
    const isNamed = name?.terms.includes(term) ? 1 : 0;
    const held = [index.ancestors, index.attributes].some((postings) => postings.get(term)?.categories.includes(place));
    if (!isNamed && !held) continue;
    const value = weight * index.rarityOf(term) * (isNamed || 0.3);
    if (value > (worth.get(word) ?? 0)) worth.set(word, value);
  }
  return [...worth]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostReasons)
    .map(([word]) => word);
}
