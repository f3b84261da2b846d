import { languageOf, wordsOf } from "./words.ts";

/** What two products of one shop are compared by. */
export interface ComparedProduct {
  title: string;
  type: string;
  tags: readonly string[];
  /** BCP-47 */
  locale: string;
}

export interface CategorisedProduct extends ComparedProduct {
  /** bare id of the category that a person, or an approved run, gave it */
  categoryId: string;
}

export interface CategoryOfNeighbours {
  /** bare id */
  id: string;
  /** 0 to 1: how like the nearest product with this category is */
  likeness: number;
  /** title of that product */
  because: string;
}

export interface Neighbours {
  /** likeliest first, each category once, none below `leastLikeness` */
  of(product: ComparedProduct, most?: number): CategoryOfNeighbours[];
}

/** Below it two products share what half of the shop shares. */
const leastLikeness = 0.15;
const weightOf = { type: 3, title: 1, titleHead: 2, tag: 1 } as const;

/**
 * A second source of candidates beside the taxonomy's words: the categories of the shop's products that are nearest by type, title and
 * tags. Words that most of the shop's products have say little. @param products those of one shop only
 */
export function indexNeighbours(products: readonly CategorisedProduct[]): Neighbours {
  const drafts = products.map((product) => termsOf(product));
  const holders = new Map<string, number[]>();
  for (const [at, terms] of drafts.entries()) {
    for (const term of terms.keys()) {
      const held = holders.get(term);
      if (held) held.push(at);
      else holders.set(term, [at]);
    }
  }
  const rarityOf = (term: string) => {
    const held = holders.get(term);
    return held ? Math.log(products.length / held.length + 0.001) : 0;
  };
  const lengthOf = (terms: ReadonlyMap<string, number>) =>
    Math.sqrt([...terms].reduce((sum, [term, weight]) => sum + (weight * rarityOf(term)) ** 2, 0));
  const lengths = drafts.map(lengthOf);
  return {
    of(product, most = 5) {
      const terms = termsOf(product);
      const length = lengthOf(terms);
      const shared = new Map<number, number>();
      for (const [term, weight] of terms) {
        const share = weight * rarityOf(term) ** 2;
        for (const at of holders.get(term) ?? []) {
          shared.set(at, (shared.get(at) ?? 0) + share * (drafts[at]?.get(term) ?? 0));
        }
      }
      const best = new Map<string, CategoryOfNeighbours>();
      for (const [at, value] of shared) {
        const neighbour = products[at];
        const likeness = value / (length * (lengths[at] ?? 1) || 1);
        if (!neighbour || likeness < leastLikeness) continue;
        if (likeness <= (best.get(neighbour.categoryId)?.likeness ?? 0)) continue;
        best.set(neighbour.categoryId, { id: neighbour.categoryId, likeness, because: neighbour.title });
      }
      return [...best.values()].sort((one, other) => other.likeness - one.likeness).slice(0, most);
    },
  };
}

/** A product's terms, each with the most that it counts in any field. */
function termsOf({ title, type, tags, locale }: ComparedProduct): Map<string, number> {
  const language = languageOf(locale);
  const terms = new Map<string, number>();
  const add = (term: string, weight: number) => terms.set(term, Math.max(terms.get(term) ?? 0, weight));
  const titleWords = wordsOf(title, language).filter(({ text }) => !/\d/.test(text));
  for (const [at, { stem }] of titleWords.entries()) {
    add(stem, at === titleWords.length - 1 ? weightOf.titleHead : weightOf.title);
  }
  for (const tag of tags) if (tag.trim() !== "") add(`tag:${tag.trim().toLowerCase()}`, weightOf.tag);
  if (type.trim() !== "") add(`type:${type.trim().toLowerCase()}`, weightOf.type);
  return terms;
}
