import { type Cognates, indexCognates, relativesOf } from "./cognates.ts";
import { compounding, splitCompound } from "./compounds.ts";
import type { Category, Taxonomy } from "./taxonomy.ts";
import { stemOf, wordsOf } from "./words.ts";

export type NameKind = "name" | "namePart" | "localName" | "googleName" | "joinedName";

/** One name by which a category may be called. */
export interface CategoryName {
  /** place in `categories` */
  category: number;
  kind: NameKind;
  /** terms without repetition */
  terms: readonly string[];
  /** the term that says what the thing is; the others say which */
  head: string;
  /** sum of the terms' rarity */
  rarity: number;
}

/** Places in `categories`, or branches, each with how much the term says of it, 0 to 1. */
export interface Postings {
  categories: Int32Array;
  amounts: Float32Array;
}

/** A taxonomy made ready for look-ups: some 100 MB for Shopify's, so one process holds it, and shares it among shops. */
export interface CategoryIndex {
  categories: readonly Category[];
  /** place of each category's parent, -1 for roots */
  parents: Int32Array;
  names: readonly CategoryName[];
  /** term → places in `names` */
  namesOf: ReadonlyMap<string, Int32Array>;
  /** term → categories whose ancestors are called so */
  ancestors: ReadonlyMap<string, Postings>;
  /** term → categories with a rare attribute that is called so */
  attributes: ReadonlyMap<string, Postings>;
  /** root, and child of a root, in which each category lies: place → numbers of the branches */
  branches: ReadonlyArray<readonly number[]>;
  branchCount: number;
  /** term → branches, each with its share of the names and attributes that have the term, 0 to 1 */
  branchesOf: ReadonlyMap<string, Postings>;
  /** how few categories a term names; 0 for one that is not known */
  rarityOf(term: string): number;
  /** terms that end names: they name things */
  heads: ReadonlySet<string>;
  /** languages of the names, English first */
  languages: readonly string[];
  /** words of all names that resemble those of a language which itself has none loaded */
  cognatesFor(language: string): Cognates;
  /** whether a word stands in some name of that language */
  knows(word: string, language: string): boolean;
}

/** What a term in an attribute says of a branch, in parts of what it says in a name: thousands of categories share some attributes. */
const attributeShare = 0.1;
/** An attribute that at most so many categories have tells them from others. */
const rareAttribute = 12;
const headFirst: ReadonlySet<string> = new Set(["es", "fr", "it", "pt", "ca", "ro", "gl"]);

/** A stem as the index knows it: English ones bare, others with their language. */
export function termOf(stem: string, language: string): string {
  return language === "en" ? stem : `${language}:${stem}`;
}

export function isHeadFirst(language: string): boolean {
  return headFirst.has(language);
}

export function indexCategories(taxonomy: Taxonomy): CategoryIndex {
  const { categories } = taxonomy;
  const places = new Map(categories.map(({ id }, place) => [id, place]));
  const parents = Int32Array.from(categories, ({ parentId }) =>
    parentId === null ? -1 : (places.get(parentId) ?? -1),
  );
  const languages = ["en", ...new Set(categories.flatMap(({ names }) => Object.keys(names)))];
  const vocabulary = new Map(languages.map((language) => [language, new Map<string, string>()]));
  for (const { name, names } of categories) {
    for (const [language, text] of [["en", name], ...Object.entries(names)] as const) {
      const known = vocabulary.get(language);
      for (const { text: word, stem } of wordsOf(text, language)) {
        known?.set(word, termOf(stem, language));
        known?.set(stem, termOf(stem, language));
      }
    }
  }
  const knownStems = new Map([...vocabulary].map(([language, words]) => [language, new Set(words.values())]));
  const knows = (word: string, language: string) =>
    knownStems.get(language)?.has(termOf(stemOf(word, language), language)) ?? false;

  const drafts = categories.flatMap((category, place) => namesOfCategory(category, place, knows));
  const holders = new Map<string, Set<number>>();
  for (const { terms, category } of drafts) {
    for (const term of terms) {
      const held = holders.get(term);
      if (held) held.add(category);
      else holders.set(term, new Set([category]));
    }
  }
  const ancestors = new Drafts();
  const attributes = new Drafts();
  for (const place of categories.keys()) {
    for (let at = parents[place] ?? -1, depth = 0; at !== -1; at = parents[at] ?? -1, depth++) {
      const parent = categories[at];
      if (!parent) break;
      const amount = depth === 0 ? 1 : 0.5;
      for (const { stem } of wordsOf(parent.name, "en")) ancestors.add(stem, place, amount);
      for (const [language, text] of Object.entries(parent.names)) {
        for (const { stem } of wordsOf(text, language)) ancestors.add(termOf(stem, language), place, amount);
      }
    }
  }
  const carriers = new Map<string, number>();
  for (const category of categories)
    for (const handle of category.attributes) carriers.set(handle, (carriers.get(handle) ?? 0) + 1);
  for (const [place, category] of categories.entries()) {
    for (const handle of category.attributes) {
      const attribute = taxonomy.attributes.get(handle);
      if (!attribute || (carriers.get(handle) ?? 0) > rareAttribute) continue;
      for (const text of [attribute.name, ...attribute.values]) {
        for (const { stem } of wordsOf(text, "en")) attributes.add(stem, place, 1);
      }
    }
  }

  const attributePostings = attributes.postings();
  const rarity = new Map<string, number>();
  const count = categories.length;
  for (const [term, { categories: held }] of attributePostings) rarity.set(term, Math.log(1 + count / held.length));
  for (const [term, held] of holders) rarity.set(term, Math.log(1 + count / held.size));
  const rarityOf = (term: string) => rarity.get(term) ?? 0;
  const names = drafts.map(
    (draft): CategoryName => ({
      ...draft,
      rarity: draft.terms.reduce((sum, term) => sum + rarityOf(term), 0),
    }),
  );
  const lists = new Map<string, number[]>();
  for (const [at, { terms }] of names.entries()) {
    for (const term of terms) {
      const list = lists.get(term);
      if (list) list.push(at);
      else lists.set(term, [at]);
    }
  }
  const cognates = new Map<string, Cognates>();
  return {
    categories,
    parents,
    names,
    namesOf: new Map([...lists].map(([term, list]) => [term, Int32Array.from(list)])),
    ancestors: ancestors.postings(),
    ...indexBranches(taxonomy, parents, names),
    attributes: attributePostings,
    rarityOf,
    heads: new Set(names.map(({ head }) => head)),
    languages,
    knows,
    cognatesFor(language) {
      const relatives = relativesOf(language, languages);
      const key = relatives.join();
      const kept = cognates.get(key);
      if (kept) return kept;
      // Of two words that are written alike the first language's counts.
      const words = new Map(relatives.reverse().flatMap((relative) => [...(vocabulary.get(relative) ?? [])]));
      const made = indexCognates(words);
      cognates.set(key, made);
      return made;
    },
  };
}

/** Which branches a term speaks for, by all names and attributes: "sleeve" is of clothing although it names nothing there. */
function indexBranches(
  { categories, attributes }: Taxonomy,
  parents: Int32Array,
  names: readonly CategoryName[],
): Pick<CategoryIndex, "branches" | "branchCount" | "branchesOf"> {
  const numbers = new Map<number, number>();
  const branches = categories.map((_, place) => {
    const line: number[] = [];
    for (let at = place; at !== -1; at = parents[at] ?? -1) line.unshift(at);
    return line.slice(0, 2).map((top) => {
      const number = numbers.get(top) ?? numbers.size;
      numbers.set(top, number);
      return number;
    });
  });
  const counts = new Map<string, Map<number, number>>();
  const count = (term: string, place: number, amount: number) => {
    let held = counts.get(term);
    if (!held) {
      held = new Map();
      counts.set(term, held);
    }
    for (const branch of branches[place] ?? []) held.set(branch, (held.get(branch) ?? 0) + amount);
  };
  for (const { terms, category, kind } of names)
    if (kind !== "joinedName") for (const term of terms) count(term, category, 1);
  const termsOfAttribute = new Map(
    [...attributes].map(([handle, { name, values }]) => {
      const words = [name, ...values].flatMap((text) => wordsOf(text, "en").map(({ stem }) => stem));
      return [handle, [...new Set(words)]] as const;
    }),
  );
  for (const [place, category] of categories.entries()) {
    for (const handle of category.attributes) {
      for (const term of termsOfAttribute.get(handle) ?? []) count(term, place, attributeShare);
    }
  }
  const roots = new Set(branches.map(([root]) => root));
  const branchesOf = new Map(
    [...counts].map(([term, held]) => {
      const all = [...held].reduce((sum, [branch, amount]) => sum + (roots.has(branch) ? amount : 0), 0);
      const amounts = Float32Array.from(held.values(), (amount) => amount / (all + 1));
      return [term, { categories: Int32Array.from(held.keys()), amounts }] as const;
    }),
  );
  return { branches, branchCount: numbers.size, branchesOf };
}

type NameDraft = Omit<CategoryName, "rarity">;

function namesOfCategory(
  { name, names, googleName }: Category,
  category: number,
  knows: (word: string, language: string) => boolean,
): NameDraft[] {
  const drafts: NameDraft[] = [];
  const seen = new Set<string>();
  const add = (kind: NameKind, text: string, language: string) => {
    const stems = wordsOf(text, language).map(({ stem }) => termOf(stem, language));
    const terms = [...new Set(stems)];
    const head = isHeadFirst(language) ? terms[0] : terms.at(-1);
    const key = terms.join(" ");
    if (head === undefined || seen.has(key)) return;
    seen.add(key);
    drafts.push({ category, kind, terms, head });
    if (language !== "en" || stems.length < 2 || stems.length > 3) return;
    // "Cross Body Bags" is called a crossbody bag as well, "Rain Coats" a raincoat.
    for (let at = 1; at < stems.length; at++) {
      const joined = stems.toSpliced(at - 1, 2, `${stems[at - 1]}${stems[at]}`);
      drafts.push({ category, kind: "joinedName", terms: [...new Set(joined)], head: joined.at(-1) ?? "" });
    }
  };
  add("name", name, "en");
  for (const part of partsOf(name, "en")) add("namePart", part, "en");
  if (googleName !== null) for (const part of partsOf(googleName, "en")) add("googleName", part, "en");
  for (const [language, text] of Object.entries(names)) {
    for (const part of partsOf(text, language)) {
      add("localName", part, language);
      if (!compounding.has(language)) continue;
      const last = wordsOf(part, language).at(-1);
      const { tail, start } = last
        ? splitCompound(last.text, (word) => knows(word, language))
        : { tail: null, start: null };
      if (tail) add("localName", start ? `${start} ${tail}` : tail, language);
    }
  }
  return drafts;
}

/**
 * "Coat & Hat Racks" is a name for coat racks and one for hat racks, "Mugs & Tea Cups" one for mugs: an English word in the plural
 * names something by itself, one in the singular only says which. What stands in brackets is left out.
 */
function partsOf(name: string, language: string): string[] {
  const parts = name
    .replace(/\(.*?\)/g, " ")
    .split(/\s*(?:&|,|\/|\s(?:and|or|und|oder|et|ou|y|o|e|en|och)\s)\s*/i)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const last = parts.at(-1)?.split(/\s+/) ?? [];
  if (language !== "en" || parts.length < 2 || last.length < 2) return parts;
  const head = last.at(-1) ?? "";
  return parts.map((part) => (part.includes(" ") || part.endsWith("s") ? part : `${part} ${head}`));
}

class Drafts {
  readonly #terms = new Map<string, Map<number, number>>();

  add(term: string, category: number, amount: number): void {
    let held = this.#terms.get(term);
    if (!held) {
      held = new Map();
      this.#terms.set(term, held);
    }
    if ((held.get(category) ?? 0) < amount) held.set(category, amount);
  }

  postings(): Map<string, Postings> {
    return new Map(
      [...this.#terms].map(([term, held]) => [
        term,
        { categories: Int32Array.from(held.keys()), amounts: Float32Array.from(held.values()) },
      ]),
    );
  }
}
