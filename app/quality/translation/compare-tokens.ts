import { asTopDomain } from "../language/top-domains.ts";
import { type Difference, type Place, pairUp } from "./side.ts";

/** What a program or a link reads, and no translation changes by a letter. */
const tokens: readonly RegExp[] = [
  // Liquid: {{ product.title }}, {% if x %}
  /\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}/g,
  // %{count}, ${name}, {0}, {name}
  /[%$]?\{[\p{L}\p{N}_.]{1,60}\}/gu,
  // %1$s, %s, %d, %@; not "100% de"
  /(?<![\d\s%])(?<=^|[^\p{L}])%(?:\d{1,2}\$)?[sd@](?![\p{L}])|(?<=^|\s)%(?:\d{1,2}\$)?[sd@](?![\p{L}])/gu,
  // %customer_name%, #NAME#, *|FNAME|*, [[name]], __name__. Scripts that join words go on right behind one: %name%さん.
  /(?<![\p{Script=Latin}\p{N}%])%[a-z][a-z0-9_.-]{0,40}%(?![\p{Script=Latin}\p{N}%])/giu,
  /(?<![\p{Script=Latin}\p{N}#])#[A-Z][A-Z0-9_]{1,40}#(?![\p{Script=Latin}\p{N}#])/gu,
  /\*\|[\p{L}\p{N}_: -]{1,60}\|\*|\[\[[^[\]\n]{1,80}\]\]|(?<![\p{Script=Latin}\p{N}_])__[\p{L}\p{N}_]{1,40}__(?![\p{Script=Latin}\p{N}_])/gu,
  // [qty], [first_name]; not [text](address), not [Limited edition], [sic]
  /\[[\p{Ll}][\p{Ll}\p{N}]*(?:_[\p{Ll}\p{N}]+)+\](?!\()|\[(?:qty|quantity|name|price|date|code|url|link|size|color|colour|sku|title|amount|total|email)\](?!\()/gu,
  // [LUMO10]: a code, whose digits are letters of it
  /\[[A-Z][A-Z0-9_-]{0,30}\d[A-Z0-9_-]{0,10}\](?!\()/g,
  // <%= shop %>
  /<%[=-]?[^<>%\n]{1,200}%>/g,
  // :name, :order_number of some programs; not :smile:
  /(?<![\p{Script=Latin}\p{N}:/]):(?:[a-z]{1,30}(?:_[a-z0-9]{1,30}){1,4}|name|email|count|amount|total|price|quantity|qty|link|url|code|date|order|shop|store|customer|product|title|value|number)(?![\p{Script=Latin}\p{N}:_])/gu,
  // Of ASCII: scripts without spaces go on right behind an address.
  /(?:https?:\/\/|www\.)[!#-&*-;=?-~]{1,2000}[#-&*+\-/-9=@-~]/gi,
  /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g,
];
/** What people type in: addresses without a beginning, and names of accounts. A text may also speak of them otherwise. */
const typed: readonly RegExp[] = [
  /(?<![A-Za-z0-9@._/-])[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?(?:\.[a-z0-9-]{1,60}){0,3}\.(?<top>[a-z]{2,20})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/g,
  /(?<![A-Za-z0-9@._%+/$-])@[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])/g,
];
/** A word in capitals that is to be typed in at the till. */
const promoted =
  /(?<![\p{L}])(?:code|código|codice|kod|kód|koodi|код|gutschein(?:code)?|rabattcode|coupon|コード|代码|代碼|優惠碼|优惠码|كود|رمز)[\s:：«"“„'‘「]{1,3}(?<code>[A-Z]{4,20})(?![\p{L}\p{N}])/giu;
const mostTokens = 500;

/**
 * Placeholders, template code, addresses and mail addresses that a translation lost, made up or changed. In a changed one the
 * words inside were translated, as `{{quantité}}` of `{{quantity}}`.
 * @param kept further words that stay as they are, e.g. SKUs: a translation that has the source's words has them too
 */
export function compareTokens(source: string, target: string, kept: readonly string[] = []): Difference[] {
  const [before, after] = [tokensOf(source), tokensOf(target)];
  const left = pairUp(before, after, [(a, b) => a.quote === b.quote]);
  const missing = [...left.missing, ...lostWords(source, target, kept)];
  const differences: Difference[] = [];
  const free = [...left.added];
  const plain = target.replace(/\s/g, "");
  for (const one of missing) {
    // "[A4]" is "[DIN A4]" elsewhere, and "[SAVE10]" may do without its brackets: the code is there.
    if (bracketed.test(one.quote) && plain.includes(one.quote.slice(1, -1))) {
      const own = free.findIndex(({ quote }) => quote.replace(/\s/g, "").includes(one.quote.slice(1, -1)));
      if (own !== -1) free.splice(own, 1);
      continue;
    }
    const at = free.findIndex(({ quote }) => quote[0] === one.quote[0] && quote.at(-1) === one.quote.at(-1));
    const [other] = at === -1 ? [] : free.splice(at, 1);
    differences.push(other ? { kind: "changed", source: one, target: other } : { kind: "missing", source: one });
  }
  return [
    ...differences,
    ...free.map((one): Difference => ({ kind: "added", target: one })),
    ...typedOtherwise({ text: source, tokens: before }, { text: target, tokens: after }),
  ];
}

const bracketed = /^\[[A-Z][A-Z0-9_-]*\]$/;

/** A text with blanks in the place of what no translation changes: what is left is said in words. Everything keeps its place. */
export function withoutTokens(text: string): string {
  let rest = "";
  let from = 0;
  for (const { start, end } of tokensOf(text)) {
    rest += text.slice(from, start) + " ".repeat(end - start);
    from = end;
  }
  return rest + text.slice(from);
}

interface Read {
  text: string;
  tokens: readonly Place[];
}

function typedOtherwise(before: Read, after: Read): Difference[] {
  const differences: Difference[] = [];
  for (const pattern of typed) {
    const left = pairUp(typedOf(before, pattern), typedOf(after, pattern), [
      (a, b) => a.quote.toLowerCase() === b.quote.toLowerCase(),
    ]);
    for (const source of left.missing) {
      // It may stand in the other text as a part of a whole address.
      if (after.text.toLowerCase().includes(source.quote.toLowerCase())) continue;
      const target = left.added.shift();
      differences.push(
        target ? { kind: "changed", source, target, doubtful: true } : { kind: "missing", source, doubtful: true },
      );
    }
  }
  for (const { index, 0: all, groups } of [...before.text.matchAll(promoted)].slice(0, mostTokens)) {
    const quote = groups?.code ?? "";
    if (quote !== quote.toUpperCase() || wholeWordAt(after.text, quote) !== -1) continue;
    const start = index + all.length - quote.length;
    differences.push({ kind: "missing", source: { quote, start, end: start + quote.length }, doubtful: true });
  }
  return differences;
}

function typedOf({ text, tokens }: Read, pattern: RegExp): Place[] {
  return [...text.matchAll(pattern)].slice(0, mostTokens).flatMap(({ 0: quote, index, groups }): Place[] => {
    const end = index + quote.length;
    if (groups?.top !== undefined && asTopDomain(groups.top) !== "sure") return [];
    return tokens.some((one) => one.start < end && index < one.end) ? [] : [{ quote, start: index, end }];
  });
}

function tokensOf(text: string): Place[] {
  const found: Place[] = [];
  for (const pattern of tokens) {
    for (const { 0: quote, index } of text.matchAll(pattern)) {
      const [start, end] = [index, index + quote.length];
      // The braces of Liquid hold no braces of their own.
      if (found.length < mostTokens && !found.some((one) => one.start < end && start < one.end))
        found.push({ quote, start, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function lostWords(source: string, target: string, kept: readonly string[]): Place[] {
  return kept.flatMap((quote) => {
    const start = wholeWordAt(source, quote);
    return start === -1 || wholeWordAt(target, quote) !== -1 ? [] : [{ quote, start, end: start + quote.length }];
  });
}

const letter = /[\p{L}\p{N}]/u;

/** Where the word stands by itself; in scripts without spaces letters of another script may touch it. */
function wholeWordAt(text: string, word: string): number {
  if (word === "") return -1;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const [before = "", behind = ""] = [
      text.slice(Math.max(0, at - 1), at),
      text.slice(at + word.length, at + word.length + 1),
    ];
    if (!touches(before, word.at(0) ?? "") && !touches(behind, word.at(-1) ?? "")) return at;
  }
  return -1;
}

const undivided = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]/u;

function touches(neighbour: string, own: string): boolean {
  return letter.test(neighbour) && letter.test(own) && !undivided.test(neighbour);
}
