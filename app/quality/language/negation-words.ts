import { lackWords } from "./data/lack-words.ts";
import { type NegationRow, negationRows } from "./data/negation-rows.ts";
import { patternOf } from "./word-pattern.ts";

/** How people of one language say that something is not so, and that something comes with the product. */
export interface NegationWords {
  /** true where a word of the sentence says that something is not so, or is to be had elsewhere */
  negates(sentence: string): boolean;
  /** true where it does, or compares, warns or protects: what it mentions may well be meant as not so */
  doubts(sentence: string): boolean;
  /** true where the sentence of a fact surely says that something is not so */
  denies(sentence: string): boolean;
  /** true where it compares, warns or protects, whether it negates or not */
  warns(sentence: string): boolean;
  /** true where any word stands in it that can say that something is not so, in whatever phrase */
  mentions(sentence: string): boolean;
  /** true where it begins so, or says for what, with what or that it is so: a denial of the whole thing */
  frames(sentence: string): boolean;
  /** true where the sentence of a fact says that something does not come with the product */
  comesApart(sentence: string): boolean;
  /** true where the sentence says that something comes with the product */
  includes(sentence: string): boolean;
  /** the words without those that say so */
  withoutIncluded(words: string): string;
  /** the name of a field without words of suitability: "Suitable for ponds" is about ponds */
  withoutFit(words: string): string;
  /** the sentence of a fact as what lacks and what is lacking: "The hood | has no zip"; null: it lacks nothing in these words */
  lacking(sentence: string): { subject: string; object: string } | null;
  /** what the sentence of a fact denies: its words without those that deny; `acts`: with its verbs of use */
  denied(sentence: string): { words: string; acts: string };
}

/** Languages whose words are those of another one, and other codes of the same. */
const readAs: Readonly<Record<string, string>> = {
  no: "nb", nn: "nb", sr: "hr", bs: "hr", iw: "he", in: "id", ms: "id", gl: "pt", yue: "zh",
}; // biome-ignore format: a table
const made = new Map<string, NegationWords | null>();

/** @param locale BCP-47 @returns null for a language whose words are not known */
export function negationWords(locale: string): NegationWords | null {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? "";
  const known = made.get(language);
  if (known !== undefined) return known;
  const own = readAs[language] ?? language;
  const row = negationRows[own];
  const fresh = row ? wordsOf(row, own) : null;
  made.set(language, fresh);
  return fresh;
}

function wordsOf(row: NegationRow, language: string): NegationWords {
  const pattern = (...fields: (keyof NegationRow)[]) => {
    let kept: RegExp | undefined;
    return () => {
      kept ??= patternOf(fields.flatMap((field) => row[field].split("|")).filter(Boolean), language);
      kept.lastIndex = 0;
      return kept;
    };
  };
  const [carefree, not, doubt] = [pattern("carefree"), pattern("not"), pattern("doubt")];
  const [deny, apart, included] = [pattern("deny", "apart"), pattern("apart"), pattern("included")];
  const [suits, said, acts] = [pattern("drop"), pattern("deny", "apart", "included", "drop"), pattern("act")];
  const any = pattern("not", "deny", "apart", "carefree");
  const lack = lackPatterns(language);
  const negates = (sentence: string) => not().test(sentence.replace(carefree(), " "));
  return {
    negates: (sentence) => negates(plain(sentence)),
    doubts: (sentence) => negates(plain(sentence)) || doubt().test(plain(sentence).replace(carefree(), " ")),
    denies: (sentence) => deny().test(plain(sentence).replace(carefree(), " ")),
    warns: (sentence) => doubt().test(plain(sentence)),
    mentions: (sentence) => any().test(plain(sentence)),
    frames(sentence) {
      const words = plain(sentence).trimStart();
      return suits().test(words) || acts().test(words) || (deny().exec(words)?.index ?? -1) === 0;
    },
    comesApart: (sentence) => apart().test(plain(sentence)),
    includes: (sentence) => included().test(plain(sentence)),
    withoutIncluded: (words) => plain(words).replace(included(), " "),
    withoutFit: (words) => plain(words).replace(suits(), " "),
    lacking: (sentence) => lackingIn(plain(sentence), lack()),
    denied(sentence) {
      const withActs = plain(sentence).replace(said(), " ");
      return { words: row.act === "" ? withActs : withActs.replace(acts(), " "), acts: withActs };
    },
  };
}

interface LackPatterns {
  before: RegExp | null;
  behind: RegExp | null;
}

function lackPatterns(language: string): () => LackPatterns {
  const { before = "", behind = "" } = lackWords[language] ?? {};
  let kept: LackPatterns | undefined;
  return () => {
    kept ??= {
      before: before === "" ? null : patternOf(before.split("|"), language),
      behind: behind === "" ? null : patternOf(behind.split("|"), language),
    };
    return kept;
  };
}

/** Where a script marks what is spoken of, or nothing does: the pen of 「このペンには消しゴムがありません」. */
const topic = /^.*(?:には|では|は|에는|에|은 |는 )/u;

function lackingIn(sentence: string, { before, behind }: LackPatterns): { subject: string; object: string } | null {
  const first = before ? new RegExp(before.source, "iu").exec(sentence) : null;
  if (first) {
    return { subject: sentence.slice(0, first.index), object: sentence.slice(first.index + first[0].length) };
  }
  const last = behind ? new RegExp(behind.source, "iu").exec(sentence) : null;
  if (!last) return null;
  const words = sentence.slice(0, last.index);
  const subject = topic.exec(words)?.[0] ?? "";
  return { subject, object: words.slice(subject.length) };
}

function plain(words: string): string {
  return words.replaceAll("’", "'");
}
