import type { Random } from "../shared/random.ts";
import { allPhrasebooks } from "./phrasebook-for.ts";

/**
 * How the sandbox's model examines: `perfect` knows by simple rules what the facts say, which is enough for texts that it wrote
 * itself; `careless` errs in one sentence of five; `lying` calls everything entailed, by words that no fact holds or by a fact of
 * something else; `denying` calls everything contradicted, by a fact of something else; `refusing` says no; `slow` takes its time; `failing` is out of order; `rambling` answers in another form.
 */
export const examinerHabits = [
  ...(["perfect", "careless", "lying", "denying"] as const),
  ...(["refusing", "slow", "failing", "rambling"] as const),
] as const;
export type ExaminerHabit = (typeof examinerHabits)[number];

interface Fact {
  id: string;
  name: string;
  value: string;
}

/** What an examiner is asked about. */
export interface Examined {
  facts: Fact[];
  /** number → sentence */
  sentences: Map<number, string>;
}

interface Verdict {
  n: number;
  says: (typeof allSays)[number];
  quotes: { fact: string; quote: string }[];
}

const allSays = ["entailed", "contradicted", "not_stated", "no_claim"] as const;
const carelessShare = 0.2;

/** What the user's messages ask an examiner about; undefined where they are for a writer. */
export function readExamined(userTexts: readonly string[]): Examined | undefined {
  const lines = userTexts.map((text) => text.split("\n"));
  const facts = lines.find(([first]) => first === "Facts");
  const sentences = lines.find(([first = ""]) => /^Sentences \([\w-]+\)$/.test(first));
  if (!facts || !sentences) return undefined;
  return {
    facts: facts.slice(1).flatMap(factIn),
    sentences: new Map(
      sentences.slice(1).flatMap((line) => {
        const [, n, sentence = ""] = /^(\d+) (.*)$/u.exec(line) ?? [];
        return n === undefined ? [] : [[Number(n), sentence] as const];
      }),
    ),
  };
}

/** `f6 Material: linen`; a sentence of the description has no name. */
function factIn(line: string): Fact[] {
  const [, id, words = ""] = /^(f\d+) (.*)$/u.exec(line) ?? [];
  if (id === undefined) return [];
  const [, name = "", value = words] = /^([^:]{1,40}): (.*)$/u.exec(words) ?? [];
  return [{ id, name, value }];
}

/** The verdicts, as the app's schema wants them. Pure: the same arguments, the same answer. */
export function examine({ facts, sentences }: Examined, habit: ExaminerHabit, random: Random): object {
  if (habit === "rambling") return { answer: "All of these sentences look fine to me." };
  const verdicts = [...sentences].map(([n, sentence]) => {
    if (habit === "lying") return lieAbout(n, sentence, facts, random);
    if (habit === "denying") return deny(n, sentence, facts, random);
    const truth = truthOf(n, sentence, facts);
    return habit === "careless" && random.chance(carelessShare) ? erring(truth, facts, random) : truth;
  });
  const leaning = (says: Verdict["says"]) =>
    verdicts.filter((one) => one.says === says).map(({ n, quotes }) => ({ n, quotes }));
  const numbers = (says: Verdict["says"]) => verdicts.flatMap((one) => (one.says === says ? [one.n] : []));
  return {
    entailed: leaning("entailed"),
    contradicted: leaning("contradicted"),
    not_stated: numbers("not_stated"),
    no_claim: numbers("no_claim"),
  };
}

const denies = /^(?:no|not?\b.*|false|none|nein|keine?|non|нет|✗|0)$/iu;

function truthOf(n: number, sentence: string, facts: readonly Fact[]): Verdict {
  const said = ` ${plain(sentence)} `;
  const denied = facts.find(({ name, value }) => denies.test(value.trim()) && holds(said, name));
  if (denied && !/\b(?:no|not|without|kein\p{L}*|nicht|ohne|pas|sans|non|senza|no es|sin)\b/iu.test(sentence)) {
    return { n, says: "contradicted", quotes: [{ fact: denied.id, quote: denied.value }] };
  }
  let rest = said;
  const quotes: Verdict["quotes"] = [];
  // The longest first: "organic cotton" is not cotton with something invented.
  for (const { id, value } of facts.toSorted((a, b) => b.value.length - a.value.length)) {
    for (const quote of [value, ...value.split(/[,;]|(?<=[.!?])\s+/u).map((part) => part.trim())]) {
      if (quote.length < 2 || !holds(rest, quote)) continue;
      rest = rest.split(plain(quote)).join(" ");
      quotes.push({ fact: id, quote });
      break;
    }
  }
  if (/\d/u.test(rest) || isInvented(sentence)) return { n, says: "not_stated", quotes: [] };
  if (!isPhrase(sentence) && strangeShare(rest, facts) > 0.5) return { n, says: "not_stated", quotes: [] };
  return quotes.length > 0 ? { n, says: "entailed", quotes: quotes.slice(0, 4) } : { n, says: "no_claim", quotes: [] };
}

/** Of the words that carry meaning, how many no fact holds in any form. */
function strangeShare(text: string, facts: readonly Fact[]): number {
  const known = stemsOf(facts.map(({ name, value }) => `${name} ${value}`).join(" "));
  const said = [...stemsOf(text)];
  return said.length === 0 ? 0 : said.filter((stem) => !known.has(stem)).length / said.length;
}

function stemsOf(text: string): Set<string> {
  return new Set((plain(text).match(/[\p{L}\p{M}]{5,}/gu) ?? []).map((word) => word.slice(0, 5)));
}

/** One of the sentences that the sandbox's writer makes its texts of. */
function isPhrase(sentence: string): boolean {
  return phrases().some((pattern) => pattern.test(sentence));
}

function isInvented(sentence: string): boolean {
  return allPhrasebooks.some(({ invention }) => patternOf(invention).test(sentence));
}

const leastOwnChars = 8;
let known: RegExp[] | undefined;

function phrases(): RegExp[] {
  known ??= allPhrasebooks.flatMap((book) =>
    [
      ...[book.intros, book.headings, book.options, book.closings, book.factBullets].flat(),
      ...[book.bullets, book.seo, book.steps, Object.values(book.uses).flat()].flat(),
    ]
      .flatMap((template) => [template, ...template.split(/(?<=[.!?])\s+/u)])
      // Of slots alone, a pattern would fit every sentence.
      .filter((template) => template.replace(/\{[a-z]\}/g, "").length >= leastOwnChars)
      .map(patternOf),
  );
  return known;
}

function patternOf(template: string): RegExp {
  const escaped = template.replace(/[\\^$.*+?()[\]|/]/g, "\\$&").replace(/\{[tbnvo#]\}/g, ".+?");
  // A bullet has no full stop.
  return new RegExp(`^${escaped.replace(/[{}]/g, "\\$&").replace(/\\\.$/, "\\.?")}$`, "iu");
}

function lieAbout(n: number, sentence: string, facts: readonly Fact[], random: Random): Verdict {
  // What calls everything entailed is right where it is.
  const same = facts.find(({ name, value }) => sentence === `${name}: ${value}`);
  if (same) return { n, says: "entailed", quotes: [{ fact: same.id, quote: same.value }] };
  const others = facts.filter(({ value }) => !holds(plain(sentence), value));
  const fact = others.length > 0 ? random.pick(others) : facts[0];
  if (!fact) return { n, says: "entailed", quotes: [] };
  return { n, says: "entailed", quotes: [{ fact: fact.id, quote: random.chance(0.5) ? sentence : fact.value }] };
}

function deny(n: number, sentence: string, facts: readonly Fact[], random: Random): Verdict {
  const others = facts.filter(({ value }) => !holds(plain(sentence), value));
  const fact = others.length > 0 ? random.pick(others) : facts[0];
  return { n, says: "contradicted", quotes: fact ? [{ fact: fact.id, quote: fact.value }] : [] };
}

function erring(truth: Verdict, facts: readonly Fact[], random: Random): Verdict {
  const says = random.pick(allSays.filter((one) => one !== truth.says));
  const [first] = facts;
  const leans = says === "entailed" || says === "contradicted";
  const quotes = truth.quotes.length > 0 || !first ? truth.quotes : [{ fact: first.id, quote: first.value }];
  return { n: truth.n, says, quotes: leans ? quotes : [] };
}

/** As words, so that `5` is not in `15`. */
function holds(text: string, words: string): boolean {
  const wanted = plain(words);
  if (wanted === "") return false;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const [before, after] = [text[at - 1] ?? " ", text[at + wanted.length] ?? " "];
    if (!joins(before, wanted[0] ?? "") && !joins(after, wanted.at(-1) ?? "")) return true;
  }
  return false;
}

function joins(sign: string, beside: string): boolean {
  if (/\p{scx=Han}|\p{scx=Hira}|\p{scx=Kana}/u.test(sign + beside)) return false;
  return /[\p{L}\p{N}]/u.test(sign) && /[\p{L}\p{N}]/u.test(beside);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, " ").trim();
}
