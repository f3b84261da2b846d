import { comparable } from "../../texts/text-body.ts";
import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";
import { colorsIn } from "../language/color-words.ts";

type Reader = (input: CheckInput, text: string) => Map<string, string>;

interface Kind {
  name: string;
  /** the attributes that back such a word when the config names none */
  attributes: string[];
  /** things of this kind in a text, each with the words that name it */
  read: Reader;
}

const kinds: Record<string, Kind> = {
  COLOR: {
    name: "color",
    attributes: ["color", "colors", "farbe", "couleur", "color name"],
    read: (_input, text) => colorsIn(text),
  },
  SIZE: {
    name: "size",
    attributes: ["size", "sizes", "größe", "taille", "talla"],
    read: (_input, text) => sizesIn(text),
  },
  PRODUCT_NAME: { name: "product name", attributes: ["product_name", "brand"], read: namesIn },
};

const maxFindings = 10;

/**
 * UNSUPPORTED_FACT for the kinds of words that `client.validation_entities` or `client.false_words_entity_map` name: a
 * colour, a size, a product name in a text is backed by the attribute that the map gives for it, or by the product's name.
 */
export function checkEntities(input: CheckInput): Finding[] {
  const { client } = input.config;
  const map = client?.false_words_entity_map ?? {};
  const wanted = new Set(
    [...(client?.validation_entities ?? []), ...Object.keys(map)].map((name) => name.toUpperCase()),
  );
  const found: Finding[] = [];
  for (const entity of wanted) {
    const kind = kinds[entity === "COLOUR" ? "COLOR" : entity];
    if (!kind) continue;
    const named = Object.entries(map).find(([key]) => key.toUpperCase() === entity)?.[1];
    const backing = (named ? [named] : kind.attributes).flatMap((name) => input.table.valuesOf(name));
    const own = [...backing, input.facts.facts.title, input.facts.facts.vendor].join("\n");
    const known = kind.read(input, entity === "SIZE" ? `size ${backing.join(", size ")}\n${own}` : own);
    for (const [thing, words] of kind.read(input, input.text)) {
      if (known.has(thing) || (entity === "PRODUCT_NAME" && isFact(input, words))) continue;
      found.push({
        code: "UNSUPPORTED_FACT",
        description: `${input.contentType} says "${words.slice(0, 60)}", but the product has no such ${kind.name}${named ? ` in "${named}"` : ""}`,
        hint: "leave it out",
        quote: words,
      });
      if (found.length >= maxFindings) return found;
    }
  }
  return found;
}

const sizeWord =
  /(?<![\p{L}\p{N}])(?:(?:sizes?|größen?|tailles?|tallas?|taglie?a?|maat)[ :]+)?(?<plain>\d?X{1,4}[SL]|[2-9]XL)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:sizes?|größen?|tailles?|tallas?|taglie?a?|maat)[ :]+(?<named>[SML](?![\p{L}\p{N}'’])|\d{1,3}(?:[.,]5)?(?![\p{L}\p{N}])|(?:extra )?small|medium|(?:extra )?large|one size)|(?<![\p{L}\p{N}])(?<any>one size fits all|einheitsgröße|taille unique|talla única|taglia unica)(?![\p{L}\p{N}])/giu;

function sizesIn(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(sizeWord)) {
    const { plain, named, any } = match.groups ?? {};
    const size = plain ?? named ?? (any ? "one size" : "");
    if (size !== "") found.set(sizeKey(size), match[0].trim());
  }
  return found;
}

/** XXL and 2XL are one size. */
function sizeKey(size: string): string {
  const key = size.toLowerCase().replace(",", ".");
  const words: Record<string, string> = {
    small: "s",
    medium: "m",
    large: "l",
    "extra small": "xs",
    "extra large": "xl",
  };
  const repeated = /^(x{2,4})([sl])$/.exec(key);
  return words[key] ?? (repeated ? `${repeated[1]?.length}x${repeated[2]}` : key);
}

/** In languages that write every noun with a capital, a capital does not mark a name. */
const capitalNouns = new Set(["de", "lb"]);
/** Bounded, so that a long row of letters does not cost its square. */
const trademark = /(?<![\p{L}\p{N}\p{M}])(?<name>[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]{0,60})\s?[®™]/gu;
const camelCase = /(?<![\p{L}\p{N}])(?<name>\p{Lu}?\p{Ll}+\p{Lu}\p{Ll}[\p{L}\p{N}]*)/gu;
const capitalRun =
  /(?<=[\p{Ll}\p{N},] )(?<name>\p{Lu}[\p{L}\p{M}'’]+(?: (?:(?:of|the|de|&) )?\p{Lu}[\p{L}\p{M}\p{N}'’]*)+)/gu;

/** Words written as names are: with a trade mark, with a capital inside, several capitalised in mid-sentence. */
function namesIn({ traits, locale }: CheckInput, text: string): Map<string, string> {
  const found = new Map<string, string>();
  const inSentences = traits.family !== "title" && !capitalNouns.has(locale.slice(0, 2).toLowerCase());
  for (const pattern of inSentences ? [trademark, camelCase, capitalRun] : [trademark, camelCase]) {
    for (const match of text.matchAll(pattern)) {
      const name = match.groups?.name ?? "";
      if (name !== "") found.set(comparable(name), name);
    }
  }
  return found;
}

function isFact({ facts }: CheckInput, words: string): boolean {
  return facts.words.includes(` ${comparable(words)} `);
}
