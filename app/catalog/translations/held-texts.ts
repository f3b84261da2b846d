import { missingBit, type StoredFacts, type TextBody, type TranslatableText } from "../../db/schema/index.ts";
import { all, get, type Steps } from "../../db/steps.ts";
import { imageAltOf } from "../image-alts.ts";
import { missingBits } from "../live-texts.ts";
import { readMetafieldPlaces, type TextPlace } from "../text-places.ts";
import { type ShopTranslations, shopTranslationsOf } from "./shop-translations.ts";
import { bodyOfValue, formOfContentType, formOfType } from "./text-form.ts";
import { otherKindOf } from "./translation-sources.ts";

/** Texts of a product by the names of their slots. */
export type TextsByName = ReadonlyMap<string, TextBody>;

const othersSql = "SELECT texts FROM translatable_texts WHERE shop = @shop AND owner = @owner";

/** The translations of a product that the shop holds for one language and market, as texts. Those without a word are left out. */
export function* heldTexts(input: {
  shop: string;
  owner: string;
  target: { locale: string; market: string };
}): Steps<TextsByName> {
  const held = yield* shopTranslationsOf(input);
  const names = Object.keys(held);
  if (names.length === 0) return new Map();
  const places = yield* readMetafieldPlaces(input.shop);
  const row = names.some((name) => otherKindOf(name) !== null)
    ? yield* get<{ texts: string }>(othersSql, { shop: input.shop, owner: input.owner })
    : undefined;
  const others = row ? (JSON.parse(row.texts) as Record<string, TranslatableText>) : {};
  return textsOf(held, places, others);
}

const heldSql = `SELECT owner, locale, market, texts FROM shop_translations
  WHERE shop = @shop AND owner IN (SELECT value FROM json_each(@owners))`;
const ownersOthersSql = `SELECT owner, texts FROM translatable_texts
  WHERE shop = @shop AND owner IN (SELECT value FROM json_each(@owners))`;

/** The same of several products for all languages and markets. @returns what there is for one of them */
export function* heldTextsOf(input: {
  shop: string;
  owners: readonly string[];
}): Steps<(owner: string, target: { locale: string; market: string }) => TextsByName> {
  const asked = { shop: input.shop, owners: JSON.stringify(input.owners) };
  const rows = yield* all<{ owner: string; locale: string; market: string; texts: string }>(heldSql, asked);
  const places = yield* readMetafieldPlaces(input.shop);
  const others = new Map(
    (yield* all<{ owner: string; texts: string }>(ownersOthersSql, asked)).map(({ owner, texts }) => [owner, texts]),
  );
  const held = new Map(rows.map(({ owner, locale, market, texts }) => [`${owner} ${locale} ${market}`, texts]));
  return (owner, { locale, market }) => {
    const texts = held.get(`${owner} ${locale} ${market}`);
    if (texts === undefined) return new Map();
    const own = JSON.parse(others.get(owner) ?? "{}") as Record<string, TranslatableText>;
    return textsOf(JSON.parse(texts) as ShopTranslations, places, own);
  };
}

/**
 * @param places of all content types that are kept in metafields
 * @param others sources of the texts that are no content types, for their types
 */
export function textsOf(
  held: ShopTranslations,
  places: readonly TextPlace[],
  others: Readonly<Record<string, TranslatableText>> = {},
): TextsByName {
  const texts = new Map<string, TextBody>();
  for (const [name, { value }] of Object.entries(held)) {
    const isOther = otherKindOf(name) !== null;
    const form = isOther ? (formOfType(others[name]?.type ?? "") ?? "plain") : formOfContentType(name, places);
    const body = bodyOfValue(form, value);
    if (body !== null) texts.set(name, body);
  }
  return texts;
}

/** A target that has none of a product's texts lacks them all; an image is the product's own. */
export const allMissing = 0x7fff_ffff & ~missingBit.image;

/** Which texts of a product are not among these. @returns bits of `missingBit`. @param places of the types that the shop added */
export function missingOf(
  texts: TextsByName,
  { images, places }: { images: StoredFacts["images"]; places: readonly TextPlace[] },
): number {
  const words = (name: string | null) => {
    const text = name === null ? undefined : texts.get(name);
    return typeof text === "string" ? text : null;
  };
  const bullets = texts.get("bullets");
  return missingBits(
    {
      title: words("title") ?? "",
      descriptionHtml: words("desc") ?? "",
      bullets: Array.isArray(bullets) ? bullets : null,
      seoTitle: words("seo_title"),
      seoDescription: words("seo_desc"),
      addedTexts: Object.fromEntries(texts),
      facts: { images: images.map((image) => ({ ...image, alt: words(imageAltOf(image)) })) },
    },
    places,
  );
}
