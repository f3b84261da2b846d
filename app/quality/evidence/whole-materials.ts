import type { FactBook } from "../facts/fact-book.ts";
import { type SubjectWords, subjectWords } from "../language/subject-words.ts";
import { foldedText } from "../language/word-trie.ts";
import { compareWords } from "../statements/compare-words.ts";
import type { Comparison, MaterialStatement } from "../statements/statement.ts";
import { implies } from "../statements/words/implied.ts";
import { madeBehind } from "../statements/words/made-frames.ts";
import { thingsOf } from "./product-nouns.ts";
import { readStatements } from "./readers.ts";

/** Ways to weave or names of a colour or a look: they are beside a fibre and not instead of one. */
const noSubstance = new Set(
  "satin velvet canvas fleece felt microfibre gold silver copper rhodium chrome pearl crystal lead tin horn resin foam stone fur".split(
    " ",
  ),
);
/** Names of one stuff by what it is and by what it is made from. */
const kin: readonly ReadonlySet<string>[] = (
  "viscose modal lyocell bamboo|iron cast~iron steel stainless~steel carbon~steel|ceramic clay earthenware stoneware porcelain|glass crystal|" +
  "rubber latex silicone neoprene plastic foam|wool cashmere|wool alpaca|wool mohair|wool felt|down feathers|cotton canvas|paper cardboard|" +
  "plastic resin acrylic pvc polypropylene polycarbonate polyester polyamide elastane microfibre|metal gold silver sterling~silver platinum"
)
  .split("|")
  .map((group) => new Set(group.split(" ").map((one) => one.replace("~", " "))));
/** Boards of wood take any wood's name by what is on them. */
const boards = new Set(["mdf", "chipboard", "plywood"]);

/**
 * What the facts make of a material that a sentence says of the whole product by its own noun: "The shirt is made of silk",
 * "Leinenhemd mit Kragen", このシャツは綿でできています. Refuted where the merchant's own field for the material names what it is, to the last word,
 * and that is another. Null in doubt.
 * @param at where the statement is in the sentence
 * @param locale BCP-47
 */
export function byWholeProduct(
  book: FactBook,
  { statement, sentence, at }: { statement: MaterialStatement; sentence: string; at: number },
  locale: string,
): Comparison | null {
  if (statement.polarity !== "affirmed" || statement.form === "imitation" || noSubstance.has(statement.material))
    return null;
  const refuting = compareWords({ ...statement, whole: true }, book.candidates(statement));
  if (refuting.verdict !== "refuted" || !refuting.fact) return null;
  if (!isGeneral(refuting.fact.name) || !areOther(book, statement, refuting.fact.id, locale)) return null;
  const lower = foldedText(sentence);
  const clause = {
    before: lower.slice(0, at),
    quote: foldedText(statement.quote),
    after: lower.slice(at + statement.quote.length),
  };
  if (!isOfWhole(book, clause, locale)) return null;
  return isOnly(statement, sentence, locale) ? { ...refuting, fix: null } : null;
}

/** Names of the field for what the whole is made of, and of no part. */
const general =
  /^(?:main )?(?:materials?|fabrics?|fabric content|fabric composition|compositions?|made of|materialien|stoff|zusammensetzung|materialzusammensetzung|werkstoff|matières?|matériaux?|tissu|materiales|composición|tejido|materiale|materiali|composizione|tessuto|materiaal|materialen|samenstelling|stof|materiais|composição|tecido|materiał|materiały|skład|skład materiałowy|tkanina|materiaali|materiaalit|koostumus|materiál|materiály|složení|zloženie|anyag|anyaga|összetétel|compoziție|materijal|sastav|sestava|материал|материалы|состав|ткань|матеріал|склад|тканина|материя|състав|υλικό|σύνθεση|ύφασμα|malzeme|kumaş|מרכיבי הבד|חומר|הרכב|المادة|الخامة|素材|材質|生地|組成|混率|材质|面料|材料|소재|재질|원단|혼용률|सामग्री|chất liệu|bahan|วัสดุ)$/iu;

function isGeneral(name: string): boolean {
  return general.test(
    name
      .replaceAll("_", " ")
      .replace(/\s*\([^()]*\)\s*$/u, "")
      .trim(),
  );
}

const parts = /\s*[,;/+&、，・]\s*|\s(?:and|und|et|y|e|en|och|og|i|oraz|a|и|та|és|ve|ja)\s/iu;

/** Whether each part of the field's value names a material that is known, and none is of the same stuff. */
function areOther(book: FactBook, { material }: MaterialStatement, id: string, locale: string): boolean {
  const fact = book.byId(id);
  if (!fact) return false;
  const stated = book
    .statements("material")
    .filter((one): one is typeof one & MaterialStatement => one.kind === "material" && one.fact.id === id);
  const values = fact.value.toLowerCase().split(parts);
  const isRead = values.every(
    (value) =>
      !/\p{L}{3}|[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u.test(value) ||
      stated.some(({ quote }) => value.includes(quote.toLowerCase()) || quote.toLowerCase().includes(value)),
  );
  return (
    isRead &&
    stated.length > 0 &&
    locale !== "" &&
    stated.every(
      (one) =>
        one.polarity === "affirmed" &&
        !boards.has(one.material) &&
        !noSubstance.has(one.material) &&
        !implies(one.material, material) &&
        !implies(material, one.material) &&
        !kin.some((group) => group.has(one.material) && group.has(material)),
    )
  );
}

/** Of a sentence with two materials nobody knows which one is of the whole. */
function isOnly({ material }: MaterialStatement, sentence: string, locale: string): boolean {
  return readStatements(sentence, locale).every(
    (one) => one.kind !== "material" || implies(one.material, material) || implies(material, one.material),
  );
}

interface Clause {
  before: string;
  quote: string;
  after: string;
}

const undivided = /^(?:ja|zh|th)(?:-|$)/i;

function isOfWhole(book: FactBook, clause: Clause, locale: string): boolean {
  const things = thingsOf(book, locale);
  if (things.heads.size === 0) return false;
  if (undivided.test(locale)) return isOfUndivided(clause, [...things.heads], locale);
  const words = subjectWords(locale);
  if (!words || /[,;:()–—]|\s-\s/u.test(clause.before)) return false;
  const is = { words, ...things };
  const before = (clause.before.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => kindOf(word, is));
  const [behind = "", gap = ""] = nextOf(clause.after);
  const next = behind === "" ? null : kindOf(behind, is);
  if (isVerbless(before, clause, { next, gap, is })) return true;
  if (before.length === 1 && pure.test(clause.before) && (next === null || gap.trim() !== "")) return true;
  const behindFrame = madeBehind(clause.quote, clause.after, locale);
  if (behindFrame > 0) {
    const rest = clause.after.slice(behindFrame);
    return before.length === 0 ? isThingOrEnd(rest, is) : isSubject(before, words) !== null;
  }
  const rest = isSubject(before, words);
  if (rest === null || rest.length === 0) return false;
  const last = rest.at(-1);
  const isClosed =
    next === null || gap !== " " || next === "small" || next === "of" || next === "made" || joins.has(behind);
  if (last === "of") return isClosed || !words.attributive;
  return words.endings?.source.includes("은") ? false : isClosed;
}

/** "Pure silk, nothing else." */
const pure =
  /^[^\p{L}]*(?:pure?s?|pur[oa]s?|reine?[rs]?|puur|pure|rent?|rena|czyst\p{L}{1,2}|čist\p{L}{1,2}|чист\p{L}{1,2}|tiszta|puhdasta?|saf)\s$/u;

type Kind = "head" | "name" | "small" | "made" | "of" | "other";

interface Things {
  words: SubjectWords;
  heads: ReadonlySet<string>;
  names: ReadonlySet<string>;
}

/** Shorter ends of a word are its ending. */
const shortestHead = 4;

function kindOf(word: string, things: Things): Kind {
  const { words, names } = things;
  if (isHead(word, things)) return "head";
  if (names.has(word)) return "name";
  if (words.small.has(word)) return "small";
  if (words.of.has(word)) return "of";
  return words.made.some((begin) => word.startsWith(begin) && word.length <= begin.length + 4) ? "made" : "other";
}

function isHead(word: string, { words, heads }: Pick<Things, "words" | "heads">): boolean {
  for (const head of heads) {
    if (word === head) return true;
    const isForm = words.endings?.test(word.slice(head.length)) && word.startsWith(head);
    if (isForm) return true;
    const stem = head.replace(/[aeiouäöåà]$/u, "");
    if (words.endings && stem !== head && word.startsWith(stem) && words.endings.test(word.slice(stem.length)))
      return true;
    // Of a compound the last word may go on alone: "brädan" of "Skärbräda".
    if (!words.compounds) continue;
    for (let cut = word.length; cut >= shortestHead && cut >= word.length - 4; cut--) {
      const base = word.slice(0, cut);
      if (
        head.length - base.length >= 3 &&
        head.endsWith(base) &&
        (cut === word.length || words.endings?.test(word.slice(cut)))
      )
        return true;
    }
  }
  return false;
}

/** What is said of the product as the subject; null where the subject is another or none. */
function isSubject(before: readonly Kind[], words: SubjectWords): readonly Kind[] | null {
  let at = 0;
  while (before[at] === "small") at++;
  if (before[at] === "other" && words.adjective === "before" && at > 0) at++;
  const from = at;
  while (before[at] === "head" || before[at] === "name") at++;
  if (before.slice(from, at).every((kind) => kind !== "head")) return null;
  if (before[at] === "other" && words.adjective === "after") at++;
  const rest = before.slice(at);
  // "Made of crisp cotton"
  if (rest.at(-1) === "other" && rest.at(-2) === "of") rest.pop();
  return rest.every((kind) => kind === "small" || kind === "made" || kind === "of") ? rest : null;
}

/** Words that go on behind a noun with something else. */
const joins = new Set(
  "with for and that which by to at on mit für und met voor en avec pour et con para y per e com z na dla s pro na a с для и med för och til og".split(
    " ",
  ),
);

/** "Cotton shirt", "a soft cotton shirt", "Leinenhemd": the material and the product's noun open the sentence. */
function isVerbless(
  before: readonly Kind[],
  { quote, after }: Clause,
  { next, gap, is }: { next: Kind | null; gap: string; is: Things },
): boolean {
  const hasAdjective = before.at(-1) === "other" && is.words.adjective === "before" && before.length > 1;
  const opening = hasAdjective ? before.slice(0, -1) : before;
  if (opening.some((kind) => kind !== "small")) return false;
  if (
    is.words.compounds &&
    [...is.heads].some((head) => head.length >= shortestHead && quote.endsWith(head) && quote.length > head.length + 2)
  )
    return true;
  if (next !== "head" || (gap !== " " && gap !== "-")) return false;
  if (!is.words.attributive) return true;
  const [, behind = ""] = /^[\s-]\p{L}+(?:\s(\p{L}+))?/u.exec(after) ?? [];
  return behind === "" || joins.has(behind) || ["small", "of"].includes(kindOf(behind, is));
}

function nextOf(after: string): [word: string, gap: string] {
  const match = /^([^\p{L}\p{N}]{0,3})([\p{L}\p{M}]+)/u.exec(after);
  return match ? [match[2] ?? "", match[1] ?? ""] : ["", ""];
}

/** What follows "made of it" is the product, or nothing: 면으로 만든 앞치마, 실크로 만들었습니다. */
function isThingOrEnd(rest: string, is: Things): boolean {
  const words = rest.match(/[\p{L}\p{M}]+/gu) ?? [];
  const [first = "", second = ""] = words;
  if (words.length <= 1 && first.length <= longestEnd) return true;
  const last = words.at(-1);
  if (words.length <= mostInBetween && last !== undefined && isHead(last, is)) return true;
  return [first, second].some(
    (word) =>
      isHead(word, is) ||
      [...is.heads].some((head) => head.length > 1 && word.startsWith(head) && word.length <= head.length + 4),
  );
}

const longestEnd = 8;
const mostInBetween = 4;

const beside: Readonly<Record<string, RegExp>> = {
  ja: /この|こちらの|当店の|本品|本体|これ|全体|すべて|全て|[は本当がもの、\s「」『』]/gu,
  zh: /这款|这件|这条|这个|这张|這款|這件|這條|這個|本款|此款|我们的|我們的|采用|採用|选用|選用|使用|全部|整体|整體|特别|精选|嚴選|严选|[这這该本此是由以用为為均]/gu,
  th: /นี้|ทำจาก|ทำด้วย|ผลิตจาก|ทอจาก|เย็บจาก|\s/gu,
};
/** What Japanese sentences call the product by. */
const generic = /一枚|一着|一品|一足|逸品|アイテム/u;

/** 綿のシャツ, 綿のやわらかなシャツ, 纯棉围裙 */
function adjoins(after: string, head: string): boolean {
  const at = after.indexOf(head);
  return at >= 0 && /^(?:の|质|質|的|100[%％]の)?(?:\p{scx=Hira}{1,6}な)?$/u.test(after.slice(0, at));
}

function isOfUndivided({ before, quote, after }: Clause, heads: readonly string[], locale: string): boolean {
  const language = locale.slice(0, 2).toLowerCase();
  const small = beside[language];
  if (!small) return false;
  const rest = heads.reduce((left, head) => left.replaceAll(head, ""), before).replace(small, "");
  if (rest !== "") return false;
  const isNamed = heads.some((head) => before.includes(head));
  const frame = madeBehind(quote, after, locale);
  const tail = after.slice(Math.max(0, frame));
  if (frame <= 0) {
    // 綿のシャツ, 纯棉围裙, 綿100%のシャツ
    return heads.some((head) => adjoins(after, head));
  }
  if (isNamed || heads.some((head) => tail.includes(head)) || generic.test(tail))
    return !/[をに]|付/u.test(tail.slice(0, 12));
  return /^\p{scx=Hira}{0,12}[。.!！]?$/u.test(tail) || /^[，,。.!！]/u.test(tail);
}
