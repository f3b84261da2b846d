import { type ExaminingCosts, measureExamining } from "./support/evidence/examining-costs.ts";
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
import { type ExaminerKind, examinerKinds } from "./support/evidence/simulated-examiner.ts";

/** A figure that is measured with the examiner off, and with each simulated one. */
interface Figure {
  name: string;
  shareOf: (figures: Figures) => Share;
  /** percent, examiner off */
  off?: Aim;
  /** percent, with a perfect examiner */
  perfect?: Aim;
  /** a lying examiner makes it no worse than none: inventions found, or good ones called false */
  lying: "no fewer" | "no more" | "any";
}

type Aim = { atLeast: number } | { atMost: number };

/** The figures with the aims of the design. */
const measured: readonly Figure[] = [
  {
    name: "contradictions blocked",
    shareOf: (all) => all.contradictions,
    off: { atLeast: 95 },
    perfect: { atLeast: 97 },
    lying: "no fewer",
  },
  { name: "provable kinds blocked", shareOf: (all) => all.provable, off: { atLeast: 85 }, lying: "no fewer" },
  { name: "other inventions marked", shareOf: (all) => all.unsupported, lying: "no fewer" },
  { name: "inventions marked", shareOf: (all) => all.inventions, perfect: { atLeast: 97 }, lying: "no fewer" },
  {
    name: "good sentences blocked",
    shareOf: (all) => all.goodSentencesBlocked,
    off: { atMost: 1 },
    perfect: { atMost: 1 },
    lying: "no more",
  },
  {
    name: "good sentences marked",
    shareOf: (all) => all.goodSentencesMarked,
    off: { atMost: 4 },
    perfect: { atMost: 1 },
    lying: "no more",
  },
  {
    name: "good texts blocked",
    shareOf: (all) => all.goodTextsBlocked,
    off: { atMost: 1 },
    perfect: { atMost: 1 },
    lying: "no more",
  },
  {
    name: "good texts marked",
    shareOf: (all) => all.goodTextsMarked,
    off: { atMost: 4 },
    perfect: { atMost: 1 },
    lying: "no more",
  },
  {
    name: "good ones blocked by other codes",
    shareOf: (all) => all.goodOtherBlocked,
    off: { atMost: 1 },
    lying: "any",
  },
  { name: "good ones marked by other codes", shareOf: (all) => all.goodOtherMarked, off: { atMost: 4 }, lying: "any" },
];
/** CPU of all checks of a product's five texts, ms. */
const cpuAim = 4;
/** Tokens with doubtful sentences examined, in parts of those without. */
const mostShare = 1.25;

/** In percent, or ms where the figure says so. */
interface Row {
  figure: string;
  off: number;
  count: string;
  perfect: number | null;
  careless: number | null;
  /** of one that calls everything entailed and one that calls everything contradicted, the worse */
  lying: number | null;
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
  /** with `--tokens` */
  tokens: ExaminingCosts | null;
}

/**
 * How the checks judge the labelled sets of test/quality/evidence, beside the aims of the design. `--set develop` or
 * `--set held-out` measures one of them only, `--languages de,ja` the products in these languages; `--misses` lists what
 * was judged wrong, which nobody who tunes may ask of `held-out`. `--tokens` instead: what the examiner adds to the tokens of texts.
 */
export async function run({ flags }: { flags: readonly string[] }): Promise<Result> {
  if (flags.includes("--tokens")) return { name: "evidence", sets: {}, tokens: await measureExamining() };
  const asked = flags.includes("--set") ? flags[flags.indexOf("--set") + 1] : "both";
  const names = (["develop", "held-out"] as const).filter((name) => asked === "both" || asked === name);
  if (names.length === 0) throw new Error("--set wants develop, held-out or both");
  const withMisses = flags.includes("--misses");
  const languages = flags.includes("--languages") ? flags[flags.indexOf("--languages") + 1]?.split(",") : undefined;
  const isWanted = ({ locale }: LabelledProduct) => !languages || languages.includes(new Intl.Locale(locale).language);
  const sets = names.map((name): [SetName, LabelledProduct[]] => [name, readLabelledSet(name).filter(isWanted)]);
  return {
    name: "evidence",
    tokens: null,
    sets: Object.fromEntries(sets.map(([name, products]) => [name, resultOf(products, withMisses)])),
  };
}

/** The table that a person reads. */
export function show({ sets, tokens }: Result): void {
  if (tokens) {
    console.log(`\ntokens of a product's five texts; aim: doubtful ≤ ${mostShare} × off`);
    console.table(tokens);
  }
  for (const [name, { products, sentences, rows, by_kind, by_language, misses }] of Object.entries(sets)) {
    console.log(`\n${name}: ${sentences} sentences of ${products} products`);
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
  const examined = Object.fromEntries(
    examinerKinds.map((kind) => [kind, figuresOf(judgeSet(products, kind))]),
  ) as Record<ExaminerKind, Figures>;
  const sentences = all.filter(({ sentence }) => sentence !== null);
  return {
    products: figures.products,
    sentences: sentences.length,
    rows: [...measured.map((figure) => rowOf(figure, figures, examined)), cpuRow(products)],
    by_kind: counted(rightBy(sentences, ({ sentence }) => `${sentence?.label}: ${sentence?.kind}`)),
    by_language: counted(
      rightBy(all, ({ sentence, product }) => `${product.locale} ${sentence?.label ?? "good text"}`),
    ),
    misses: withMisses ? all.filter(isMissed).map(told) : [],
  };
}

function rowOf(
  { name, shareOf, off, perfect, lying }: Figure,
  without: Figures,
  examined: Record<ExaminerKind, Figures>,
): Row {
  const counts = shareOf(without);
  const aims = [
    { value: percent(counts), aim: off, when: "off" },
    { value: percent(shareOf(examined.perfect)), aim: perfect, when: "perfect" },
  ].flatMap(({ value, aim, when }) => (aim ? [{ told: `${when} ${toldAim(aim)}`, holds: isReached(value, aim) }] : []));
  const lies = [shareOf(examined.lying), shareOf(examined.denying)].sort((a, b) => a.found - b.found);
  const worse = lying === "no fewer" ? lies[0] : lies.at(-1);
  const lied = worse?.found ?? counts.found;
  if (lying === "no fewer") aims.push({ told: "lying ≥ off", holds: lied >= counts.found });
  if (lying === "no more") aims.push({ told: "lying ≤ off", holds: lied <= counts.found });
  return {
    figure: name,
    off: percent(counts),
    count: `${counts.found}/${counts.of}`,
    perfect: percent(shareOf(examined.perfect)),
    careless: percent(shareOf(examined.careless)),
    lying: percent(worse ?? counts),
    aim: aims.map(({ told }) => told).join(", "),
    holds: counts.of === 0 || aims.length === 0 ? null : aims.every(({ holds }) => holds),
  };
}

function isReached(value: number, aim: Aim): boolean {
  return "atLeast" in aim ? value >= aim.atLeast : value <= aim.atMost;
}

function toldAim(aim: Aim): string {
  return "atLeast" in aim ? `≥ ${aim.atLeast} %` : `≤ ${aim.atMost} %`;
}

function percent({ found, of }: Share): number {
  return of === 0 ? 0 : rounded((found / of) * 100);
}

function cpuRow(products: readonly LabelledProduct[]): Row {
  const off = rounded(measureCpu(products, { rounds: 5 }));
  const none = { perfect: null, careless: null, lying: null };
  return { figure: "CPU of five texts, ms", off, count: "", ...none, aim: `≤ ${cpuAim} ms`, holds: off <= cpuAim };
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
