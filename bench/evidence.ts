import { type LabelledProduct, readLabelledSet, type SetName } from "./support/evidence/labelled-set.ts";
import {
  type Figures,
  figuresOf,
  isMissed,
  type Judged,
  judgeSet,
  measureCpu,
  rightBy,
  type Share,
} from "./support/evidence/measure-set.ts";

/** A figure of the design: at least, or at most, so much. */
interface Aim {
  figure: string;
  shareOf: (figures: Figures) => Share;
  /** percent */
  atLeast?: number;
  /** percent */
  atMost?: number;
}

/** What the design wants of the program alone, with the examiner off. */
const aims: readonly Aim[] = [
  { figure: "contradictions blocked", shareOf: ({ contradictions }) => contradictions, atLeast: 95 },
  { figure: "provable kinds blocked", shareOf: ({ provable }) => provable, atLeast: 85 },
  { figure: "other inventions marked", shareOf: ({ unsupported }) => unsupported },
  { figure: "good sentences blocked", shareOf: ({ goodSentencesBlocked }) => goodSentencesBlocked, atMost: 1 },
  { figure: "good sentences marked", shareOf: ({ goodSentencesMarked }) => goodSentencesMarked, atMost: 4 },
  { figure: "good texts blocked", shareOf: ({ goodTextsBlocked }) => goodTextsBlocked, atMost: 1 },
  { figure: "good texts marked", shareOf: ({ goodTextsMarked }) => goodTextsMarked, atMost: 4 },
  { figure: "good ones blocked by other codes", shareOf: ({ goodOtherBlocked }) => goodOtherBlocked, atMost: 1 },
  { figure: "good ones marked by other codes", shareOf: ({ goodOtherMarked }) => goodOtherMarked, atMost: 4 },
];
/** CPU of all checks of a product's five texts, ms. */
const cpuAim = 4;

interface Row {
  figure: string;
  /** percent, or ms where the figure says so */
  value: number;
  count: string;
  aim: string;
  holds: boolean | null;
}

interface SetResult {
  products: number;
  sentences: number;
  rows: Row[];
  by_kind: Record<string, string>;
  by_language: Record<string, string>;
  misses: string[];
}

interface Result extends Record<string, unknown> {
  name: "evidence";
  sets: Record<string, SetResult>;
}

/**
 * How the checks judge the labelled sets of test/quality/evidence, beside the aims of the design. `--set develop` or
 * `--set held-out` measures one of them only; `--misses` lists what was judged wrong, which nobody who tunes may ask of
 * `held-out`.
 */
export async function run({ flags }: { flags: readonly string[] }): Promise<Result> {
  const asked = flags.includes("--set") ? flags[flags.indexOf("--set") + 1] : "both";
  const names = (["develop", "held-out"] as const).filter((name) => asked === "both" || asked === name);
  if (names.length === 0) throw new Error("--set wants develop, held-out or both");
  const withMisses = flags.includes("--misses");
  const sets = names.map((name): [SetName, LabelledProduct[]] => [name, readLabelledSet(name)]);
  return {
    name: "evidence",
    sets: Object.fromEntries(sets.map(([name, products]) => [name, resultOf(products, withMisses)])),
  };
}

/** The table that a person reads. */
export function show({ sets }: Result): void {
  for (const [name, { products, sentences, rows, by_kind, by_language, misses }] of Object.entries(sets)) {
    console.log(`\n${name}: ${sentences} sentences of ${products} products, examiner off`);
    if (products === 0) continue;
    console.table(rows);
    console.log("judged right, by kind");
    console.table(by_kind);
    console.log("judged right, by language");
    console.table(by_language);
    for (const miss of misses) console.log(miss);
  }
}

function resultOf(products: readonly LabelledProduct[], withMisses: boolean): SetResult {
  const all = judgeSet(products);
  const figures = figuresOf(all);
  const sentences = all.filter(({ sentence }) => sentence !== null);
  return {
    products: figures.products,
    sentences: sentences.length,
    rows: [...aims.map((aim) => rowOf(aim, figures)), cpuRow(products)],
    by_kind: counted(rightBy(sentences, ({ sentence }) => `${sentence?.label}: ${sentence?.kind}`)),
    by_language: counted(
      rightBy(all, ({ sentence, product }) => `${product.locale} ${sentence?.label ?? "good text"}`),
    ),
    misses: withMisses ? all.filter(isMissed).map(told) : [],
  };
}

function rowOf({ figure, shareOf, atLeast, atMost }: Aim, figures: Figures): Row {
  const { found, of } = shareOf(figures);
  const value = of === 0 ? 0 : rounded((found / of) * 100);
  const holds =
    of === 0 ? null : atLeast !== undefined ? value >= atLeast : atMost !== undefined ? value <= atMost : null;
  const aim = atLeast !== undefined ? `≥ ${atLeast} %` : atMost !== undefined ? `≤ ${atMost} %` : "";
  return { figure, value, count: `${found}/${of}`, aim, holds };
}

function cpuRow(products: readonly LabelledProduct[]): Row {
  const value = rounded(measureCpu(products, { rounds: 5 }));
  return { figure: "CPU of five texts, ms", value, count: "", aim: `≤ ${cpuAim} ms`, holds: value <= cpuAim };
}

function counted(groups: ReadonlyMap<string, Share>): Record<string, string> {
  return Object.fromEntries([...groups].map(([key, { found, of }]) => [key, `${found}/${of}`]));
}

function told({ product, sentence, text, warnings }: Judged): string {
  const what = sentence ? `${sentence.label}/${sentence.kind}: ${text}` : `good text ${text}`;
  const found = warnings.map(({ code, severity, description }) => `\n    ${severity} ${code} ${description}`).join("");
  return `${product.id} ${what}${found}`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
