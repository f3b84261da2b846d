import type { StoredWarning, TextBody } from "../../../app/db/schema/index.ts";
import { createChecksContext } from "../../../app/quality/checks-context.ts";
import { controlQuestion, passesControl } from "../../../app/quality/examiner/control-question.ts";
import type { Fact } from "../../../app/quality/facts/fact.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { saidByMerchant } from "../../../app/quality/facts/said-by-merchant.ts";
import { fixText } from "../../../app/quality/fixes/fix-text.ts";
import { checkTexts, runChecks, type WrittenText } from "../../../app/quality/run-checks.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { goodTextsOf, type LabelledProduct, type LabelledSentence, labels, productFactsOf } from "./labelled-set.ts";
import { type ExaminerKind, simulateExaminer } from "./simulated-examiner.ts";

/** Codes that hold a text to the facts; the others judge its form. */
const factCodes: readonly string[] = ["CONTRADICTED_FACT", "UNSUPPORTED_FACT"];
/** A sentence alone is no whole text: how long it is and what else a text of its kind wants says nothing of it. */
const wholeTextCodes: readonly string[] = ["BELOW_LENGTH", "EXCEED_LENGTH", "MISSING_KEYWORD", "MISSING_CLAIM"];

/** What the checks made of one sentence, or of one good text. */
export interface Judged {
  product: LabelledProduct;
  /** null: a good text as a whole */
  sentence: LabelledSentence | null;
  text: string;
  warnings: StoredWarning[];
  /** a finding of a fact code blocks */
  blocked: boolean;
  /** a finding of a fact code is there */
  marked: boolean;
  /** a finding of any other code is there, and whether one of them blocks */
  other: "no" | "marked" | "blocked";
}

/**
 * Every sentence alone as a description, and every good text beside its siblings, through the app's own checks. Codes that
 * need a whole text are left out of a sentence's findings.
 * @param examiner is asked of the sentences that the checks doubt; default: the examiner is off
 */
export function judgeSet(products: readonly LabelledProduct[], examiner?: ExaminerKind): Judged[] {
  const examine = examiner && simulateExaminer(examiner);
  return products.flatMap((product) => {
    const { facts, ...input } = inputOf(product);
    const context = createChecksContext({ facts, ...input });
    const book = readFacts(facts, saidByMerchant({ facts, ...input }));
    const { list } = book;
    const control = controlQuestion(book, list);
    const controlled = control && { ...control, label: { text: control.sentence, ...restated(control.fact) } };
    const check = (texts: ReadonlyMap<string, WrittenText>, label: LabelledSentence | null) => {
      const results = checkTexts(context, { texts });
      if (!examine) return results;
      if (controlled && !passesControl(controlled, examine({ ...controlled, facts: list }))) return results;
      const doubts = [...results.values()].flatMap((result) => result.doubts);
      const verdicts = new Map(doubts.map((sentence) => [sentence, examine({ sentence, label, facts: list })]));
      const examined = { texts, verdicts };
      return checkTexts(context, examined);
    };
    return [
      ...product.sentences.map((sentence) => {
        const alone = written(new Map([["desc", `<p>${escaped(sentence.text)}</p>`]]));
        const found = check(alone, sentence).get("desc")?.warnings ?? [];
        return judged(
          product,
          sentence,
          sentence.text,
          found.filter(({ code }) => !wholeTextCodes.includes(code)),
        );
      }),
      ...[...check(written(goodTextsOf(product)), null)].map(([contentType, { warnings }]) =>
        judged(product, null, contentType, warnings),
      ),
    ];
  });
}

function restated({ value }: Fact): Omit<LabelledSentence, "text"> {
  return { label: "good", kind: "restated", quotes: [value] };
}

/** CPU time of all checks of a product's five good texts, its facts read each time, in ms a product. */
export function measureCpu(products: readonly LabelledProduct[], { rounds }: { rounds: number }): number {
  if (products.length === 0) return 0;
  const inputs = products.map((product) => ({ ...inputOf(product), texts: written(goodTextsOf(product)) }));
  const run = () => {
    for (const input of inputs) runChecks(input);
  };
  run();
  const from = process.cpuUsage();
  for (let round = 0; round < rounds; round++) run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000 / rounds / products.length;
}

/** Found and counted of one group of sentences. */
export interface Share {
  found: number;
  of: number;
}

export interface Figures {
  products: number;
  sentences: Record<LabelledSentence["label"], number>;
  /** contradictions that block by a fact code */
  contradictions: Share;
  /** inventions of the kinds that a shop must be able to prove, that block */
  provable: Share;
  /** other inventions that are marked at all */
  unsupported: Share;
  /** inventions of all three that are marked at all */
  inventions: Share;
  /** good sentences, and good texts, by what fact codes say of them */
  goodSentencesBlocked: Share;
  goodSentencesMarked: Share;
  goodTextsBlocked: Share;
  goodTextsMarked: Share;
  /** good sentences and texts with a finding of any other code */
  goodOtherBlocked: Share;
  goodOtherMarked: Share;
}

export function figuresOf(all: readonly Judged[]): Figures {
  const sentences = Object.fromEntries(labels.map((label) => [label, all.filter(isOf(label)).length]));
  const good = all.filter(isOf("good"));
  const texts = all.filter(({ sentence }) => sentence === null);
  const inventions = all.filter(({ sentence }) => sentence !== null && sentence.label !== "good");
  return {
    products: new Set(all.map(({ product }) => product)).size,
    sentences: sentences as Figures["sentences"],
    contradictions: share(all.filter(isOf("contradicted")), ({ blocked }) => blocked),
    provable: share(all.filter(isOf("provable")), ({ blocked }) => blocked),
    unsupported: share(all.filter(isOf("unsupported")), ({ marked }) => marked),
    inventions: share(inventions, ({ marked }) => marked),
    goodSentencesBlocked: share(good, ({ blocked }) => blocked),
    goodSentencesMarked: share(good, ({ marked }) => marked),
    goodTextsBlocked: share(texts, ({ blocked }) => blocked),
    goodTextsMarked: share(texts, ({ marked }) => marked),
    goodOtherBlocked: share([...good, ...texts], ({ other }) => other === "blocked"),
    goodOtherMarked: share([...good, ...texts], ({ other }) => other !== "no"),
  };
}

/** Whether the checks did right by it: an invention is found as its label wants, a good one is left alone. */
export function isMissed({ sentence, blocked, marked, other }: Judged): boolean {
  if (sentence === null || sentence.label === "good") return marked || other !== "no";
  return sentence.label === "unsupported" ? !marked : !blocked;
}

/** By label and kind, or by label and language: how many were judged right. */
export function rightBy(all: readonly Judged[], keyOf: (judged: Judged) => string): Map<string, Share> {
  const groups = new Map<string, Share>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key) ?? { found: 0, of: 0 };
    group.of++;
    if (!isMissed(one)) group.found++;
    groups.set(key, group);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isOf(label: LabelledSentence["label"]): (judged: Judged) => boolean {
  return ({ sentence }) => sentence?.label === label;
}

function share(all: readonly Judged[], is: (judged: Judged) => boolean): Share {
  return { found: all.filter(is).length, of: all.length };
}

function judged(
  product: LabelledProduct,
  sentence: LabelledSentence | null,
  text: string,
  warnings: StoredWarning[],
): Judged {
  const ofFacts = warnings.filter(({ code }) => factCodes.includes(code));
  const others = warnings.filter(({ code }) => !factCodes.includes(code));
  return {
    product,
    sentence,
    text,
    warnings,
    blocked: ofFacts.some(isBlocking),
    marked: ofFacts.length > 0,
    other: others.some(isBlocking) ? "blocked" : others.length > 0 ? "marked" : "no",
  };
}

function isBlocking({ severity }: StoredWarning): boolean {
  return severity === "block";
}

function inputOf(product: LabelledProduct) {
  const notes = product.facts.notes ?? undefined;
  return { facts: productFactsOf(product), config: defaultConfig, locale: product.locale, notes };
}

function written(texts: ReadonlyMap<string, TextBody>): Map<string, WrittenText> {
  return new Map([...texts].map(([contentType, raw]) => [contentType, { raw, body: fixText(contentType, raw) }]));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
