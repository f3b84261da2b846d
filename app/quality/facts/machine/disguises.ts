import { decodeFully } from "../../../lib/html/decode-fully.ts";
import { skeleton } from "../../phrases/skeleton.ts";

/** What somebody who disguises words made of them, undone. */
export interface Undone {
  words: string;
  /** true: people never write so, whatever it says */
  isCode: boolean;
}

/** Longer runs are data and no words: what of them is read says what they are. */
const mostCode = 4_000;

/**
 * The words behind each disguise that a text may wear: base64, hex, binary, percent and entity encoding, look-alike and full-width
 * letters, digits, accents, letters apart, ROT13, reversed. Most texts wear none.
 */
export function undisguised(text: string): Undone[] {
  const undone: Undone[] = [];
  const add = (words: string, isCode = false) => {
    if (words !== "" && words !== text) undone.push({ words, isCode });
  };
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{20,}={0,2}/g))
    add(ofBytes(run.slice(0, mostCode), "base64"), true);
  for (const [run] of text.matchAll(/(?:0x)?(?:[0-9a-f]{2}[\s:]?){16,2000}/gi)) {
    add(ofBytes(run.replace(/0x|[\s:]/gi, ""), "hex"), true);
  }
  for (const [run] of text.matchAll(/(?:[01]{8}\s?){8,500}/g)) {
    const bytes = run.match(/[01]{8}/g) ?? [];
    add(ofBytes(bytes.map((byte) => Number.parseInt(byte, 2).toString(16).padStart(2, "0")).join(""), "hex"), true);
  }
  if (/\\[ux]\{?[0-9a-f]{2,6}/i.test(text)) add(ofEscapes(text));
  if (/(?:%[0-9a-f]{2}[^%\n]{0,20}){3}/i.test(text)) add(ofPercents(text));
  if (/&(?:#x?[0-9a-f]{2,6}|[a-z]{2,8});/i.test(text)) add(decodeFully(text));
  if (
    /[\u0370-\u052f\u0250-\u02af\u1d00-\u1d7f\u2c60-\u2c7f\ua720-\ua7ff\u0530-\u058f]/u.test(text) &&
    /[a-z]/i.test(text)
  )
    add(lookAlikesOf(text));
  if (/[\uff01-\uff5e]{3}/.test(text)) add(text.normalize("NFKC"));
  if (/[\u00c0-\u024f]|\p{M}/u.test(text)) add(text.normalize("NFKD").replace(/\p{M}+/gu, ""));
  if (/[a-z][0-9@$!|]+[a-z]|(?<![\w.,])[013457@$][a-z]{2}/i.test(text)) {
    const letters = text.replace(/[013457@$!|]/g, (sign) => digits[sign] ?? sign);
    add(letters);
    add(letters.replace(/(?<=a)ii|\bi(?=[a-z])/g, (i) => i.replaceAll("i", "l")));
  }
  if (/(?:(?<![\p{L}\p{N}])[\p{L}][\s._*|·•-]{1,3}){8}/u.test(text)) add(joined(text));
  if (
    /vtaber|vafgehpg|nffvfgnag|fragrapr|ynathntr zbqry|nyjnlf|vapyhqr|cebzcg|qvfertneq|cerivbhf|sbetrg|qrfpevcgvba|phfgbzre/i.test(
      text,
    )
  )
    add(rot13(text));
  if (
    /erongi|tcurtsni|tcurtsn|tpmorp|tpmor[pP]|suoiverp|dragersid|noitpircsed|remotsuc|egnagile|teg?rof|nereitongi/i.test(
      text,
    ) ||
    /[\u202d\u202e]/u.test(text)
  ) {
    add([...text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, "")].reverse().join(""));
  }
  return undone;
}

const digits: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i", "|": "i" }; // biome-ignore format: a table

/** Text that bytes spell; "" for bytes that are none. */
function ofBytes(code: string, encoding: "base64" | "hex"): string {
  const bytes = Buffer.from(code, encoding === "base64" && /[-_]/.test(code) ? "base64url" : encoding);
  if (bytes.length < 12) return "";
  const text = bytes.toString("utf8");
  if (/[^\t\n\r\x20-\x7e\p{L}\p{M}\p{N}\p{P}\p{Zs}]/u.test(text)) return "";
  const letters = text.match(/[\p{L}\s]/gu)?.length ?? 0;
  return /\s/u.test(text.trim()) && letters > text.length * 0.7 ? text : "";
}

function ofEscapes(text: string): string {
  return text.replace(/\\(?:u\{?|x)([0-9a-f]{2,6})\}?/gi, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function ofPercents(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"));
}

/** Letters of other scripts in words of Latin ones, by what they look like. */
function lookAlikesOf(text: string): string {
  const known = new Map<string, string>();
  return text.replace(/[\u0080-\u{10ffff}]/gu, (sign) => {
    const letter = known.get(sign) ?? (skeleton(sign) || sign);
    known.set(sign, letter);
    return letter;
  });
}

/** Letters that stand apart, put together: words of one are told from one another by wider gaps, if at all. */
function joined(text: string): string {
  return text.replace(/(?:(?<![\p{L}\p{N}])\p{L}[\s._*|·•-]{1,3}){4,}\p{L}(?![\p{L}\p{N}])/gu, (run) =>
    run
      .replace(/\s{2,}/gu, "\u0000")
      .replace(/[\s._*|·•-]/gu, "")
      .replaceAll("\u0000", " "),
  );
}

function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}

/** Words without gaps that no gap is needed for to know them. */
export const gapless =
  /(?:ignore|disregard|forget)(?:all|the|your|any)?(?:previous|prior|above|earlier|system)|ignorealle?instru|(?:previous|prior|above)instructions|systemprompt|respondonlywith|replyonlywith|youarenow(?:an?|in)|(?:ignorier|vergiss)\p{L}{0,12}(?:anweisung|regeln)|ignore[sz]?(?:toutes)?lesinstructions|ignora(?:todas)?(?:las|le)?(?:tutte)?(?:le)?i(?:nstrucciones|struzioni)|(?:write|say|mention)that(?:this|it|the)|(?:to|in)everytext|customersmustbetold/u;
