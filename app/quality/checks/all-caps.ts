import type { ProductFacts } from "../../catalog/facts.ts";
import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";
import type { Span } from "../statements/statement.ts";

/** So many shouted words in a row are not an abbreviation any more. */
const wordsInARow = 3;
/** Longer than this, capitals in small letters' place are no abbreviation. */
const longestAbbreviation = 4;
/** In a script without capitals Latin letters are abbreviations and types: TKL, PBT, HEPA. */
const longestAmongSigns = 6;
const fewestSigns = 4;
const sign = /\p{Lo}/gu;
const cased = /[\p{Lu}\p{Ll}]/gu;
/** Every shop writes them so, whatever its data says. */
const abbreviations: ReadonlySet<string> = new Set(
  "LED USB HDMI VGA DVI RGB LCD OLED QLED UHD FHD HDR SSD HDD RAM ROM CPU GPU NFC GPS WLAN LAN WIFI DSLR PVC PET BPA PFC PFAS MDF HDF TPU EVA ABS PLA UVA UVB SPF DIY FAQ ISO DIN GOTS GRS FSC PEFC RDS RWS OEKO TEX ASTM ANSI IEC VDE TÜV GS CE UKCA ROHS XXS XXL XXXL EDT EDP AHA BHA PHA DNA CBD MCT BCAA EPA DHA USA EU UK DVD VHS PDF QR".split(
    " ",
  ),
);

/** ALL_CAPS: words in capitals that the product's data does not write that way. */
export function checkAllCaps({ contentType, text, facts }: CheckInput): Finding[] {
  if (!/\p{Lu}{3}/u.test(text)) return [];
  const signs = text.match(sign)?.length ?? 0;
  // A text in Latin letters that holds a name in signs is still one in Latin letters.
  const isAmongSigns = signs >= fewestSigns && signs * 2 > (text.match(cased)?.length ?? 0);
  const shortest = isAmongSigns ? longestAmongSigns + 1 : 3;
  let run: Span[] = [];
  let shouted = 0;
  let words = 0;
  let longest: Span[] = [];
  for (const { 0: word, index: start } of text.matchAll(/(?!\p{Lo})\p{L}(?:(?!\p{Lo})[\p{L}\p{M}'’-])*/gu)) {
    if (word.toLowerCase() === word.toUpperCase()) continue;
    words++;
    const isShouted = word.length >= shortest && word === word.toUpperCase() && !isWrittenSo(facts.facts, word);
    run = isShouted ? [...run, { start, end: start + word.length }] : [];
    if (isShouted) shouted++;
    if (run.length > longest.length) longest = run.slice(0, 8);
  }
  if (longest.length < wordsInARow && (shouted < 2 || shouted * 2 < words)) return [];
  const at = { start: longest[0]?.start ?? 0, end: longest.at(-1)?.end ?? 0 };
  const quote = text.slice(at.start, at.end);
  const example = longest.map(({ start, end }) => text.slice(start, end)).join(" ");
  return [
    {
      code: "ALL_CAPS",
      description: `${contentType} is written in capitals: "${example.slice(0, 60)}"`,
      quote,
      spans: [at],
    },
  ];
}

interface KnownWords {
  /** as written, wherever the data holds them */
  written: ReadonlySet<string>;
  /** in lower case, of tags, options and values: what they abbreviate is often written small there */
  short: ReadonlySet<string>;
}

const kept = new WeakMap<ProductFacts, KnownWords>();

function wordsOfFacts(facts: ProductFacts): KnownWords {
  const known = kept.get(facts);
  if (known) return known;
  const { title, vendor, productType, category, descriptionText, tags, options, attributes, variants, images } = facts;
  const listed = [
    ...tags,
    ...options.flatMap(({ name, values }) => [name, ...values]),
    ...attributes.map(({ value }) => value),
  ];
  const named = [title, vendor, productType, category ?? "", descriptionText, ...attributes.map(({ name }) => name)];
  const coded = [...variants.flatMap((one) => [one.title, one.sku ?? ""]), ...images.map(({ alt }) => alt ?? "")];
  const written = [...listed, ...named, ...coded].join("\n").match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const short =
    listed
      .join("\n")
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const words = {
    written: new Set(written),
    short: new Set(short.filter((word) => word.length <= longestAbbreviation)),
  };
  kept.set(facts, words);
  return words;
}

function isWrittenSo(facts: ProductFacts, word: string): boolean {
  const { written, short } = wordsOfFacts(facts);
  return word
    .split(/[-'’]/u)
    .every((part) => part === "" || abbreviations.has(part) || written.has(part) || short.has(part.toLowerCase()));
}
