import { idOf, parseGid } from "../records.ts";
import type { ShopState } from "../shop-state.ts";
import type { TranslatableContent } from "./content.ts";
import { savedHandle } from "./handle-translation.ts";
import { refusedByPlace } from "./place-rules.ts";
import { primaryLocale, translatableContent } from "./translatable-content.ts";

export interface TranslationInput {
  key: string;
  locale: string;
  marketId?: string | null;
  translatableContentDigest: string;
  value: string;
}

/** What is wrong with a row, of which part of it. */
export interface RowProblem {
  part: keyof TranslationInput;
  message: string;
  code: string;
}

/** The kinds whose texts a market may have of its own; the others can only be translated. */
const customizable: ReadonlySet<string> = new Set([
  "Product",
  "ProductOption",
  "ProductOptionValue",
  "Metafield",
  "Metaobject",
  "MediaImage",
  "Collection",
  "Page",
  "Blog",
  "Article",
  "Menu",
  "Link",
  "Shop",
]);

/**
 * The first thing that is wrong with a row, in the order in which Shopify looks: key, market, locale, value, digest. The
 * digest comes last: a market's text that says what is said everywhere is refused with a wrong digest too.
 */
export function problemOfRow(
  shop: ShopState,
  resourceId: string,
  content: readonly TranslatableContent[],
  input: TranslationInput,
): RowProblem | undefined {
  const source = content.find(({ key }) => key === input.key);
  const fail = (part: RowProblem["part"], code: string, message: string): RowProblem => ({ part, message, code });
  if (!source) return fail("key", "INVALID_KEY_FOR_MODEL", `Key ${input.key} is not a valid translatable field`);
  const marketId = input.marketId ?? null;
  if (marketId !== null) {
    if (!shop.markets.has(idOf("Market", marketId) ?? 0)) {
      const message = "The market corresponding to the `marketId` argument doesn't exist";
      return fail("marketId", "MARKET_DOES_NOT_EXIST", message);
    }
    if (!customizable.has(parseGid(resourceId)?.type ?? "")) {
      const message = `Key ${input.key} cannot be customized for a market; it can only be translated.`;
      return fail("key", "RESOURCE_NOT_MARKET_CUSTOMIZABLE", message);
    }
  }
  const isPrimary = input.locale === primaryLocale(shop);
  if (isPrimary && marketId === null) {
    return fail("locale", "INVALID_LOCALE_FOR_SHOP", "Locale cannot be the same as the shop's primary locale");
  }
  if (!shop.locales.has(input.locale)) {
    return fail("locale", "INVALID_LOCALE_FOR_SHOP", "Locale is not a valid locale for the shop");
  }
  if (input.value.trim() === "") return fail("value", "FAILS_RESOURCE_VALIDATION", "Value can't be blank");
  const refused = refusedByPlace(shop, resourceId, input.key, input.value);
  if (refused) return fail("value", "FAILS_RESOURCE_VALIDATION", refused);
  const handle = input.key === "handle" ? problemOfHandle(shop, resourceId, input) : undefined;
  if (handle) return handle;
  if (marketId !== null) {
    const row = { key: input.key, locale: input.locale, marketId: null };
    const everywhere = isPrimary ? source.value : shop.translations.find(resourceId, row)?.value;
    if (input.value === everywhere) {
      return fail("value", "FAILS_RESOURCE_VALIDATION", "Value cannot match original content");
    }
  }
  if (input.translatableContentDigest !== source.digest) {
    return fail("translatableContentDigest", "INVALID_TRANSLATABLE_CONTENT", "Translatable content hash is invalid");
  }
  return undefined;
}

function problemOfHandle(shop: ShopState, resourceId: string, input: TranslationInput): RowProblem | undefined {
  const handle = savedHandle(input.value);
  const { type = "", key: id } = parseGid(resourceId) ?? {};
  const translated = shop.translations.handleHolder(type, input.locale, handle);
  const product = type === "Product" ? shop.products.byHandle(handle) : undefined;
  const isOthers = translated !== undefined && translated !== resourceId;
  // What was deleted keeps its rows, and no handle.
  const isTaken =
    (isOthers && translatableContent(shop, translated) !== undefined) ||
    (product !== undefined && String(product.id) !== id);
  if (!isTaken) return undefined;
  return { part: "value", message: "Handle has already been taken", code: "INVALID_VALUE_FOR_HANDLE_TRANSLATION" };
}
