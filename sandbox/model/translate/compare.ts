import type { Random } from "../../shared/random.ts";
import type { ExaminerHabit } from "../examine.ts";
import { languageOf } from "./languages.ts";
import { translateText } from "./translate-text.ts";

/** What an examiner of translations is asked about. */
export interface ComparedPairs {
  from: string;
  to: string;
  /** number → both sides */
  pairs: Map<number, { source: string; translation: string }>;
}

type Says =
  | { kind: "faithful" }
  | { kind: "added"; translation: string }
  | { kind: "missing"; source: string }
  | { kind: "changed"; source: string; translation: string };

const carelessShare = 0.2;
/** Of a sentence's words, how many the sandbox's own translation must have for both to say the same. */
const sameShare = 0.5;

/** What the user's messages ask to compare; undefined where they are for somebody else. */
export function readCompared(userTexts: readonly string[]): ComparedPairs | undefined {
  for (const text of userTexts) {
    const [head = "", ...lines] = text.split("\n");
    const [, from, to] = /^Pairs \(([\w-]+) to ([\w-]+)\)$/.exec(head) ?? [];
    if (from === undefined || to === undefined) continue;
    const pairs = lines.flatMap((line) => {
      const [, n, json = ""] = /^(\d+) (\{.*\})$/u.exec(line) ?? [];
      if (n === undefined) return [];
      const { source = "", translation = "" } = JSON.parse(json) as { source?: string; translation?: string };
      return [[Number(n), { source, translation }] as const];
    });
    return { from, to, pairs: new Map(pairs) };
  }
  return undefined;
}

/**
 * The verdicts, as the app's schema wants them. `perfect` knows what the sandbox's translator makes of each sentence, which is
 * enough for what that wrote; other habits are those of an examiner of sentences. Pure: the same arguments, the same answer.
 */
export function compare({ from, to, pairs }: ComparedPairs, habit: ExaminerHabit, random: Random): object {
  if (habit === "rambling") return { answer: "These translations look fine to me." };
  const verdicts = [...pairs].flatMap(([n, pair]) => {
    const changed: Says = { kind: "changed", source: pair.source, translation: pair.translation };
    if (habit === "lying") return [{ n, says: { kind: "faithful" } as Says }];
    if (habit === "denying") return [{ n, says: changed }];
    const truth = truthOf(pair, { from, to });
    const errs = habit === "careless" && pair.source !== pair.translation && random.chance(carelessShare);
    return (
      errs ? [truth.some(({ kind }) => kind === "faithful") ? changed : ({ kind: "faithful" } as Says)] : truth
    ).map((says) => ({ n, says }));
  });
  const of = (kind: Says["kind"]) =>
    verdicts.flatMap(({ n, says }) => {
      if (says.kind !== kind) return [];
      const { kind: _, ...quotes } = says;
      return [{ n, ...quotes }];
    });
  return {
    faithful: of("faithful").map(({ n }) => n),
    added: of("added"),
    missing: of("missing"),
    changed: of("changed"),
  };
}

function truthOf(
  { source, translation }: { source: string; translation: string },
  { from, to }: { from: string; to: string },
): Says[] {
  const language = languageOf(to);
  if (!language || source === translation) return [{ kind: "faithful" }];
  const translate = (text: string) => wordsOf(translateText(text, { language, from, to, keep: [] }));
  const meant = sentencesOf(source).map((sentence) => ({ sentence, words: translate(sentence) }));
  const said = sentencesOf(translation).map((sentence) => ({ sentence, words: wordsOf(sentence) }));
  const same = (one: (typeof meant)[number], other: (typeof said)[number]) =>
    shareOf(one.words, other.words) >= sameShare || isInRuns(one.sentence, other.words, translate);
  const missing = meant.filter((one) => !said.some((other) => same(one, other)));
  const added = said.filter((other) => !meant.some((one) => same(one, other)));
  const [lost, new_] = [missing[0]?.sentence, added[0]?.sentence];
  if (lost !== undefined && new_ !== undefined) return [{ kind: "changed", source: lost, translation: new_ }];
  if (lost !== undefined) return [{ kind: "missing", source: lost }];
  return new_ === undefined ? [{ kind: "faithful" }] : [{ kind: "added", translation: new_ }];
}

/** Longer sentences are not tried in runs. */
const mostWords = 40;

/** Tags within a sentence part it into runs, each of which the translator takes for a sentence; here they are gone. */
function isInRuns(sentence: string, words: readonly string[], translate: (run: string) => string[]): boolean {
  const pieces = sentence.split(/(?<=\s)(?=\S)/u);
  if (pieces.length > mostWords) return false;
  /** for each number of pieces, after how many words a translation of them may end */
  const ends = Array.from({ length: pieces.length + 1 }, () => new Set<number>());
  ends[0]?.add(0);
  for (const [from, starts] of ends.entries()) {
    if (starts.size === 0) continue;
    for (let to = from + 1; to <= pieces.length; to++) {
      for (const run of asWritten(pieces.slice(from, to).join(""))) {
        const said = translate(run);
        for (const start of starts) {
          if (said.every((word, at) => words[start + at] === word)) ends[to]?.add(start + said.length);
        }
      }
    }
  }
  return ends[pieces.length]?.has(words.length) ?? false;
}

/** A run may have ended before a full stop, and have had its signs as HTML writes them. */
function asWritten(run: string): string[] {
  const ways = [run, run.replace(/[\p{P}\s]+$/u, "")];
  return [...new Set([...ways, ...ways.map((way) => way.replaceAll("&", "&amp;"))])];
}

/** Of the words of one text, how many the other has. */
function shareOf(words: readonly string[], others: readonly string[]): number {
  if (words.length === 0 || others.length === 0) return 1;
  const known = new Set(others);
  return words.filter((word) => known.has(word)).length / words.length;
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=\S)|(?<=[。！？])(?=\S)/u).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** By single signs where a language has no spaces. */
function wordsOf(text: string): string[] {
  return (
    text
      .replaceAll("&amp;", "&")
      .toLowerCase()
      .match(/(?=\p{L})[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]|[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
