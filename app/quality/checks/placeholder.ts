import { comparable } from "../../texts/text-body.ts";
import type { CheckInput } from "../check-input.ts";
import type { FactBook } from "../facts/fact-book.ts";
import type { Finding } from "../finding.ts";

/** Things that a template leaves behind. Each is fine when the product's own data contains it. */
const patterns: RegExp[] = [
  // [Brand], [Produktname hier]; not [1] or [sic]-like digits
  /\[[\p{L}][\p{L}\p{M}\s/_-]{1,40}\]/gu,
  /\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{0,60}%\}/g,
  /(?<![\p{L}\p{N}])\{[\p{L}_][\p{L}\p{N}_. -]{0,40}\}/gu,
  /<(?:insert|your|brand|product|marke|produkt)[^<>\n]{0,40}>/gi,
  /%[A-Z][A-Z_]{2,30}%|\$[A-Z][A-Z_]{2,30}\b|__[A-Z][A-Z_]{2,30}__/g,
  /lorem ipsum|dolor sit amet|consectetur adipiscing/gi,
  /(?<![\p{L}\p{N}])(?:TODO|TBD|TBA|FIXME|XXX+)(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}])(?:Product Name|Brand Name|Your Brand|Your Product|Product Title|Company Name|Produktname|Markenname|Nom du produit|Nom de la marque|Nombre del producto|Nome del prodotto)(?![\p{L}])/gu,
  /(?<![\p{L}])(?:insert|enter|add) [\p{L} ]{2,30} here(?![\p{L}])|(?<![\p{L}])your(?: \p{L}{2,15}){1,2} here(?![\p{L}])|(?:hier [\p{L} ]{2,30} einfügen)|placeholder text|sample text|beispieltext/giu,
  /\[object Object\]|(?<![\p{L}\p{N}])(?:undefined|NaN)(?![\p{L}\p{N}])/gu,
  /_{3,}|\?{4,}/g,
];

/** PLACEHOLDER: the text still holds a gap to be filled in. */
export function checkPlaceholder({ contentType, text, facts }: CheckInput): Finding[] {
  const found: Finding[] = [];
  for (const pattern of patterns) {
    for (const [words] of text.matchAll(pattern)) {
      if (saysIt(facts, words)) continue;
      found.push({
        code: "PLACEHOLDER",
        description: `${contentType} contains the placeholder "${words.slice(0, 60)}"`,
        quote: words,
      });
      if (found.length > 5) return found;
    }
  }
  return found;
}

/** Whole words only: a size XXXL is no excuse for XXX. */
function saysIt(facts: FactBook, words: string): boolean {
  return facts.written.includes(words.toLowerCase()) && facts.words.includes(` ${comparable(words)} `);
}
