import { existsSync } from "node:fs";
import { indexCategories } from "../app/classification/shortlist/index-categories.ts";
import { shortlistCategories } from "../app/classification/shortlist/shortlist.ts";
import { type LabelledRow, readLabels } from "./support/classify/read-labels.ts";
import { readPhrases } from "./support/classify/read-phrases.ts";
import { readTaxonomyFolder } from "./support/classify/read-taxonomy-folder.ts";
import { memoryOf } from "./support/memory.ts";
import { percentile } from "./support/percentile.ts";

/** Percent of the products whose category stands among the first 1, 5 and 20. */
interface Recall {
  products: number;
  at_1: number;
  at_5: number;
  at_20: number;
}

interface Result extends Record<string, unknown> {
  name: "classify";
  categories: number;
  /** ms */
  index_ms: number;
  index_mb: number;
  /** of a product whose words are seen for the first time, in a process that has just begun; ms */
  first_p95: number;
  /** of one product once its words have been seen, ms */
  p50: number;
  p95: number;
  by_language: Record<string, Recall>;
  /** with `--phrases`: percent of all products whose category stands among the first 20 of one list or the other; else null */
  at_20_with_second_look: number | null;
  /** with `--misses`: title, labels, and the first three candidates */
  misses: string[];
}

const looks = [1, 5, 20] as const;

/**
 * How often a product's category is on its shortlist. `--taxonomy DIR` holds the files of a taxonomy, `--labels FILE` products with
 * their categories, one JSON object a line (see `readLabels`); `--misses` lists the products whose category is not on the list.
 * `--phrases FILE` simulates the second look (see `readPhrases`): of each product that was missed a model is taken to say that none
 * fits, and to name it by these phrases.
 */
export async function run({ flags }: { flags: readonly string[] }): Promise<Result> {
  const folder = pathAfter(flags, "--taxonomy", "the folder of a taxonomy's files");
  const labels = readLabels(pathAfter(flags, "--labels", "a file of labelled products"));
  const taxonomy = readTaxonomyFolder(folder);
  globalThis.gc?.();
  const before = memoryOf(undefined).nowMb;
  const from = performance.now();
  const index = indexCategories(taxonomy);
  const indexMs = Math.round(performance.now() - from);
  const lookAll = () => {
    const times: number[] = [];
    const ranks = labels.map((row): [LabelledRow, number] => {
      const start = performance.now();
      const found = shortlistCategories(index, row.product);
      times.push(performance.now() - start);
      return [row, found.findIndex(({ id }) => row.categoryIds.includes(id))];
    });
    return { times, ranks };
  };
  const first = lookAll();
  const { times, ranks } = lookAll();
  const languages = [...new Set(labels.map(({ product }) => product.locale))].sort();
  const recallOf = (language: string | null) =>
    recall(ranks.filter(([{ product }]) => language === null || product.locale === language).map(([, rank]) => rank));
  const missed = ranks.filter(([, rank]) => rank === -1);
  const phrases = flags.includes("--phrases")
    ? readPhrases(pathAfter(flags, "--phrases", "a file of what a model calls the products"))
    : null;
  const isFoundBy = ({ product, categoryIds }: LabelledRow, named: readonly string[]) =>
    shortlistCategories(index, { ...product, phrases: named }).some(({ id }) => categoryIds.includes(id));
  const regained = missed.filter(([row]) => isFoundBy(row, phrases?.get(row.product.title) ?? []));
  const found = ranks.length - missed.length + regained.length;
  return {
    name: "classify",
    categories: taxonomy.categories.length,
    index_ms: indexMs,
    index_mb: memoryOf(undefined).nowMb - before,
    first_p95: percentile(first.times, 0.95),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    by_language: { all: recallOf(null), ...Object.fromEntries(languages.map((one) => [one, recallOf(one)])) },
    at_20_with_second_look: phrases && Math.round((1_000 * found) / ranks.length) / 10,
    misses: (flags.includes("--misses") ? missed : []).map(([{ product, categoryIds }]) => {
      const nearest = shortlistCategories(index, product, 3).map(({ path }) => path.at(-1));
      return `${product.title} → ${categoryIds.join(", ")}; found ${nearest.join(", ") || "none"}`;
    }),
  };
}

/** The table that a person reads. */
export function show({ by_language, misses, ...figures }: Result): void {
  console.table(figures);
  console.table(by_language);
  for (const miss of misses) console.log(miss);
}

function recall(ranks: readonly number[]): Recall {
  const share = (look: number) => {
    const found = ranks.filter((rank) => rank !== -1 && rank < look).length;
    return ranks.length === 0 ? 0 : Math.round((1_000 * found) / ranks.length) / 10;
  };
  const [at_1, at_5, at_20] = looks.map(share);
  return { products: ranks.length, at_1: at_1 ?? 0, at_5: at_5 ?? 0, at_20: at_20 ?? 0 };
}

function pathAfter(flags: readonly string[], flag: string, what: string): string {
  const path = flags[flags.indexOf(flag) + 1];
  if (!flags.includes(flag) || !path || path.startsWith("--")) throw new Error(`${flag} wants ${what}`);
  if (!existsSync(path)) throw new Error(`${flag}: there is nothing at ${path}`);
  return path;
}
