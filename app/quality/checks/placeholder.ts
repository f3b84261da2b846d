import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";
import { functionWords } from "../language/function-words.ts";
import { isOwn } from "../own-words.ts";

/** What a gap is named after, and the words that go with it; a name in brackets has others. */
const gapNames =
  "brand|product|item|name|customer|kunde|kundenname|vorname|nachname|client|cliente|klant|klantnaam|klient|kundnamn|kundenavn|title|company|store|shop|model|colou?r|size|material|price|description|text|copy|link|url|logo|image|photo|picture|keyword|feature|benefit|category|date|number|value|adjective|marke|markenname|produkt|produktname|produkttyp|firma|firmenname|farbe|größe|preis|beschreibung|titel|bild|merkmal|zahl|wert|nom|marque|produit|entreprise|couleur|taille|matière|prix|description|titre|texte|nombre|marca|producto|empresa|tamaño|precio|descripción|título|nome|prodotto|azienda|colore|taglia|materiale|prezzo|descrizione|titolo|testo|merk|merknaam|product|productnaam|bedrijf|kleur|maat|materiaal|prijs|tekst|produto|empresa|cor|tamanho|preço|descrição|texto|nazwa|produktu|marka|marki|kolor|rozmiar|namn|varumärke|produkten|navn|mærke|merke";
const around =
  "your|the|a|an|of|for|this|here|insert|enter|add|type|put|write|hier|ihre?|dein|deine|der|die|das|des|einfügen|eintragen|einsetzen|eingeben|votre|de|du|la|le|ici|insérer|aquí|aqui|su|tu|el|insertar|inserisci|qui|il|del|della|invoegen|uw|je|inserir|o|wstaw|här|her|indsæt|sett";
const gapWords = new RegExp(`^(?:${gapNames}|${around})$`, "iu");
const gapName = new RegExp(`^(?:${gapNames})$`, "iu");

interface Gap {
  pattern: RegExp;
  /** the words found with what stands before and behind them; default: each is a gap */
  isGap?(words: string, around: { before: string; behind: string; locale: string }): boolean;
}

const inBrackets = (words: string) => {
  const inside = words.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return inside.some((word) => gapName.test(word)) && inside.every((word) => gapWords.test(word));
};

/** Things that a template leaves behind. Each is fine when the product's own data contains it. */
const gaps: readonly Gap[] = [
  // [Brand], [Produktname hier]; not [Limited Edition], [sic]
  { pattern: /\[[\p{L}][\p{L}\p{M}\s/_-]{1,40}\]/gu, isGap: inBrackets },
  { pattern: /\[(?:x{2,}|\.{3}|…|_+|\s*)\]/giu },
  { pattern: /\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{0,60}%\}/g },
  { pattern: /<%[^%\n]{0,60}%>|@(?:brand|product|title|name|marke|produkt|produktname)@/gi },
  { pattern: /(?<![\p{L}\p{N}])\{[\p{L}_][\p{L}\p{N}_. -]{0,40}\}/gu },
  { pattern: /<(?:insert|your|brand|product|marke|produkt)[^<>\n]{0,40}>/gi },
  { pattern: /%[A-Z][A-Z_]{2,30}%|\$[A-Z][A-Z_]{2,30}\b|__[A-Z][A-Z_]{2,30}__/g },
  { pattern: /lorem ipsum|dolor sit amet|consectetur adipiscing/gi },
  { pattern: /(?<![\p{L}\p{N}])(?:TODO|TBD|TBA|FIXME)(?![\p{L}\p{N}])/gu },
  {
    pattern: /(?<![\p{L}\p{N}])XXX+(?![\p{L}\p{N}])/gu,
    isGap: (_words, { before, behind }) =>
      !/(?:size|sizes|größe|größen|taille|tailles|talla|tallas|taglia|taglie|maat|maten|tamanho|rozmiar|storlek|størrelse)[\s:]*$/iu.test(
        before,
      ) && !/^[\s-]?(?:[sl](?![\p{L}\p{N}])|size|large|small|strong|hot|heavy|groß|grand|stark)/iu.test(behind),
  },
  {
    pattern:
      /(?<!\p{L})(?:Product Name|Brand Name|Your Brand|Your Product|Product Title|Company Name|Produktname|Markenname|Nom du produit|Nom de la marque|Nombre del producto|Nome del prodotto|Productnaam|Nome do produto|Nazwa produktu|Produktnamn|Produktnavn)(?!\p{L})/gu,
    // "Product Name tags" are tags.
    isGap: (_words, { behind, locale }) => {
      const next = /^[ -](\p{Ll}{3,})/u.exec(behind)?.[1];
      return next === undefined || functionWords(locale).has(next);
    },
  },
  {
    pattern:
      /(?<!\p{L})(?:(?:insert|enter|add|type|put|write) (?:\p{L}+ ){1,4}here|your(?: \p{L}{2,15}){1,3} here|hier (?:\p{L}+ ){1,4}(?:einfügen|eintragen|eingeben)|(?:\p{L}+ ){1,4}hier (?:einfügen|eintragen|eingeben))(?!\p{L})/giu,
    isGap: (words) => inBrackets(words),
  },
  { pattern: /(?<!\p{L})(?:placeholder text|sample text|beispieltext|platzhaltertext)(?!\p{L})/giu },
  { pattern: /\[object Object\]|(?<![\p{L}\p{N}])NaN(?![\p{L}\p{N}])/gu },
  {
    // A value that was not there, not "undefined edges" or "left undefined".
    pattern: /(?<![\p{L}\p{N}])undefined(?![\p{L}\p{N}])/gu,
    isGap: (_words, { before, behind }) =>
      !/^[ -]\p{L}/u.test(behind) &&
      !/(?:left|remains?|is|are|be|stays?|and|or|,|intentionally|deliberately)\s*$/iu.test(before),
  },
  { pattern: /_{3,}|\?{4,}/g },
];
const nearby = 30;
const mostFindings = 6;

/** PLACEHOLDER: the text still holds a gap to be filled in. */
export function checkPlaceholder(input: CheckInput): Finding[] {
  const { contentType, text, locale } = input;
  const found: Placed[] = [];
  for (const { pattern, isGap } of gaps) {
    for (const { 0: words, index } of text.matchAll(pattern)) {
      const before = text.slice(Math.max(0, index - nearby), index);
      const behind = text.slice(index + words.length, index + words.length + nearby);
      if (isGap && !isGap(words, { before, behind, locale })) continue;
      if (isOwn(input, words)) continue;
      found.push({
        ...{ start: index, end: index + words.length },
        finding: {
          code: "PLACEHOLDER",
          description: `${contentType} contains the placeholder "${words.slice(0, 60)}"`,
          quote: words,
        },
      });
    }
  }
  const whole = outermost(found).map(({ finding }) => finding);
  return [...whole, ...(whole.length < mostFindings ? tornTemplates(input) : [])].slice(0, mostFindings);
}

/** A finding with the place of its words, `end` exclusive. */
interface Placed {
  start: number;
  end: number;
  finding: Finding;
}

/** In their order, without those inside another: "[insert text here]" is one gap, not "insert text here" as well. */
function outermost(found: readonly Placed[]): Placed[] {
  const inner = new Set<Placed>();
  let reached = -1;
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.end <= reached) inner.add(one);
    reached = Math.max(reached, one.end);
  }
  return found.filter((one) => !inner.has(one));
}

/**
 * One end of a template's sign without the other: `first_name }} by Fern`. What the product's data has whole is torn here, so that
 * its being there excuses nothing.
 */
function tornTemplates({ contentType, text }: CheckInput): Finding[] {
  const found: Finding[] = [];
  let open: number | null = null;
  const tell = (at: number) => {
    const from = at - (/[\p{L}\p{N}_.]*\s?$/u.exec(text.slice(Math.max(0, at - nearby), at))?.[0].length ?? 0);
    const quote = text.slice(from, at + 2);
    found.push({ code: "PLACEHOLDER", description: `${contentType} contains the placeholder "${quote}"`, quote });
  };
  for (const { 0: sign, index } of text.matchAll(/\{\{|\}\}/g)) {
    if (found.length === mostFindings) return found;
    // The braces of JSON come after other signs.
    if (sign === "}}" && open === null && /[\p{L}\p{N}_]\s?$/u.test(text.slice(Math.max(0, index - 2), index)))
      tell(index);
    else if (sign === "{{" && open !== null) tell(open);
    open = sign === "{{" && /^\s?[\p{L}_]/u.test(text.slice(index + 2, index + 4)) ? index : null;
  }
  if (open !== null) tell(open);
  return found;
}
