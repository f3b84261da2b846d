import type { MetafieldRecord } from "../records.ts";
import type { ShopState } from "../shop-state.ts";
import type { SourceText } from "./content.ts";

/** Metafield type → its type as translatable content. Values of other types (numbers, measurements, references) are no texts. */
const contentTypes: Readonly<Record<string, string>> = {
  single_line_text_field: "SINGLE_LINE_TEXT_FIELD",
  multi_line_text_field: "MULTI_LINE_TEXT_FIELD",
  rich_text_field: "RICH_TEXT_FIELD",
  html: "HTML",
  json: "JSON",
  link: "LINK",
  url: "URL",
  file_reference: "FILE_REFERENCE",
  "list.single_line_text_field": "LIST_SINGLE_LINE_TEXT_FIELD",
  "list.multi_line_text_field": "LIST_MULTI_LINE_TEXT_FIELD",
  "list.link": "LIST_LINK",
  "list.url": "LIST_URL",
  "list.file_reference": "LIST_FILE_REFERENCE",
};

/** The texts of a metafield; undefined when it cannot be translated. */
export function metafieldTexts(shop: ShopState, metafield: MetafieldRecord): SourceText[] | undefined {
  const type = contentTypes[metafield.type];
  if (type === undefined || !isPublic(shop, metafield)) return undefined;
  return [{ key: "value", value: metafield.value, type }];
}

/**
 * Only publicly accessible metafields can be translated: those that an app reserves for itself have to be defined as readable
 * by the storefront.
 * @see https://shopify.dev/docs/apps/build/markets/manage-translated-content
 */
function isPublic(shop: ShopState, { namespace, key, ownerType }: MetafieldRecord): boolean {
  if (!namespace.startsWith("app--")) return true;
  for (const definition of shop.definitions.values()) {
    const isIts = definition.namespace === namespace && definition.key === key;
    if (isIts && definition.ownerType === ownerType.toUpperCase())
      return definition.access.storefront === "PUBLIC_READ";
  }
  return false;
}
