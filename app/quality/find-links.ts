import { asTopDomain } from "./language/top-domains.ts";

/** Beyond so many a text is blocked anyway; only those that count are counted. */
const maxLinks = 20;

/** Each with a string that every such text contains: most texts do not, and looking for it is cheap. */
const patterns: [sign: RegExp, pattern: RegExp][] = [
  // Glued to a word too, which is how an address slips past a reader.
  [/:\/\//, /(?:https?|hxxps?|ftp):\/\/[^\s<>"']{0,300}/giu],
  [
    /:/,
    /(?<![\p{L}\p{N}])(?:mailto:[^\s<>"']{2,300}|(?:tel|sms|fax|whatsapp|tg|skype|viber):(?:\/\/)?\+?[\d(][\d\s()./-]{4,25})/giu,
  ],
  [/:/, /(?<![\p{L}\p{N}])(?:https?|whatsapp|tg|skype|viber):[a-z][^\s<>"']{2,300}/giu],
  [/\/\//, /(?<![\p{L}\p{N}:/])\/\/(?:[\p{L}\p{N}-]{1,63}\.){1,4}[\p{L}\p{N}-]{2,20}(?:[/:?][^\s<>"']{0,200})?/giu],
  [/www/i, /(?<![\p{L}\p{N}@.])www\.[^\s<>"']{3,200}/giu],
  [/www/i, /www\.[\p{L}\p{N}-]{2,63}\.\p{L}{2,20}/giu],
  [/@/, /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu],
  // Telephone numbers: international, with an area code in brackets, in the American groups, or named so.
  [
    /[+(]\d|00\d|\d{3}[-.]/,
    /(?<![\p{L}\p{N}.,])(?:\+|00)\d[\d\s()./-]{7,20}\d|\(0\d{1,4}\)\s?\d{2,4}[\s-]?\d{2,5}|\(\d{3}\)\s?\d{3}[\s-]\d{4}|(?<![\p{L}\p{N}.,-])\d{3}[-.]\d{3}[-.]\d{4}(?!\d)/gu,
  ],
  [
    /\d{2}/,
    /(?<![\p{L}\p{N}])(?:phone|telephone|call us|tel|telefon|fon|téléphone|tél|teléfono|telefono|telefone|puh)\.?:?\s?[+0]\d[\d\s()/-]{5,20}\d/giu,
  ],
];

const domain =
  /(?<![\p{L}\p{N}@./-])((?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,4})(\p{L}{2,20})(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])((?::\d{2,5})?[/?#][^\s<>"']{0,200})?/gu;
/** Words in front of an address, in the languages that shops write most. */
const leadsThere =
  /(?<!\p{L})(?:visit|see|at|on|via|under|from|website|site|web|shop|order|besuche|besuchen sie|auf|unter|bei|webseite|visitez|sur|visite|visita|visitad|su|en|em|op|bezoek|bij|på|besøg|besök|na|odwiedź)[:\s]+$/iu;
const nearby = 25;

const handle = /(?<![\p{L}\p{N}.@/])@[a-z0-9_](?:[a-z0-9_.]{1,28})[a-z0-9_]/giu;
/** In front of a name on a network. */
const network =
  /(?<!\p{L})(?:follow|folg|suivez|abonne|s[ií]gu|segu|volg|obserwuj|följ|følg|insta|tiktok|twitter|facebook|youtube|threads|telegram|pinterest|snapchat|ig|tag)\p{L}*(?:[^\p{L}@]+\p{L}+){0,3}[^\p{L}@]*$/iu;
/** A plain word behind the sign is a word, "@home"; a longer one is a name. */
const shortestName = 10;

const dots = /[．。｡․﹒]/u;
const spelledDot =
  /(?<![\p{L}\p{N}])([\p{L}\p{N}-]{2,63})\s(?:dot|punkt|point|punto|ponto|punt|kropka|piste|nokta)\s(com|net|org|info|de|at|ch|fr|be|es|it|nl|pt|br|pl|dk|se|no|fi|eu|shop|store)(?![\p{L}\p{N}])/giu;

/** Addresses, e-mails, telephone numbers and handles of a text. @param counts those that it does not are left out */
export function linksIn(text: string, counts: (link: string) => boolean = () => true): string[] {
  const plain = withPlainSigns(text);
  if (!/[@:+.()]|\/\/|\d{3}/.test(plain)) return [];
  const found = new Set<string>();
  for (const link of candidates(plain)) {
    const bare = link.replace(/[.,;:!?)\]]+$/, "");
    if (counts(bare) && ![...found].some((known) => known.includes(bare))) found.add(bare);
    if (found.size >= maxLinks) break;
  }
  return [...found];
}

/** Someone who hides a link writes example[.]com, example (dot) com, example dot com or full-width signs. */
function withPlainSigns(text: string): string {
  let plain = text;
  if (/[\uff01-\uff5e]|[․﹒]|[\u200b-\u200d\u2060\u00ad]/u.test(plain))
    plain = plain.replace(/[\u200b-\u200d\u2060\u00ad]/gu, "").normalize("NFKC");
  if (dots.test(plain)) plain = plain.replace(/(?<=[\p{L}\p{N}])[．。｡․﹒](?=[a-z])/giu, ".");
  if (/[[({](?:\.|dot|punkt|point|punto|ponto|punt|at)[\])}]/iu.test(plain)) {
    plain = plain
      .replace(/\s?[[({](?:\.|dot|punkt|point|punto|ponto|punt)[\])}]\s?/giu, ".")
      .replace(/\s?[[({]at[\])}]\s?(?=[\p{L}\p{N}-]{1,63}\.\p{L})/giu, "@");
  }
  return /\s(?:dot|punkt|point|punto|ponto|punt|kropka|piste|nokta)\s/iu.test(plain)
    ? plain.replace(spelledDot, "$1.$2")
    : plain;
}

function* candidates(text: string): Generator<string> {
  for (const [sign, pattern] of patterns) {
    if (!sign.test(text)) continue;
    for (const [link] of text.matchAll(pattern)) yield link;
  }
  if (/[\p{L}\p{N}-]\.\p{L}/u.test(text)) {
    for (const found of text.matchAll(domain)) if (isDomain(found, text)) yield found[0];
  }
  if (!text.includes("@")) return;
  for (const found of text.matchAll(handle)) if (isHandle(found, text)) yield found[0];
}

function isDomain({ 0: link, 1: labels = "", 2: end = "", 3: path, index }: RegExpExecArray, text: string): boolean {
  const likely = asTopDomain(end.toLowerCase());
  const last = labels.slice(0, -1).split(".").at(-1) ?? "";
  if (likely === "none" || last.length < 2 || !/\p{L}/u.test(labels)) return false;
  if (path !== undefined && path.length > 1) return true;
  // "home.It stays": a sentence begins without a space before it.
  const isSentence = /^\p{Lu}\p{Ll}/u.test(end);
  if (isSentence && (likely === "doubtful" || end.length === 2)) return false;
  if (likely === "sure") return true;
  if (/[\d-]/.test(last) && !/^\d+$/.test(last)) return true;
  if (leadsThere.test(text.slice(Math.max(0, index - nearby), index))) return true;
  if (end.length > 3) return false;
  // Further words would go on with the sentence.
  return (
    labels.split(".").length > 2 ||
    !/^\s+\p{L}|^[\s\d]+\p{L}/u.test(text.slice(index + link.length, index + link.length + nearby))
  );
}

function isHandle({ 0: name, index }: RegExpExecArray, text: string): boolean {
  if (/[_.\d]/.test(name) || name.length > shortestName) return true;
  return network.test(text.slice(Math.max(0, index - nearby * 2), index));
}
