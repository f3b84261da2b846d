import { isDeepStrictEqual } from "node:util";
import { readMetafieldPlaces } from "../../../app/catalog/text-places.ts";
import {
  bodyOfValue,
  formOfContentType,
  formOfType,
  type TextForm,
} from "../../../app/catalog/translations/text-form.ts";
import { keyOfSlot } from "../../../app/catalog/translations/translatable-key.ts";
import type { Db } from "../../../app/db/open.ts";
import type { TextBody } from "../../../app/db/schema/index.ts";
import { ofProduct, slotNamed } from "../../../app/texts/slot.ts";
import type { TargetColumns } from "../../../app/texts/target.ts";
import type { Sandbox } from "../../../sandbox/start.ts";
import { translatableContent } from "../../../sandbox/store/translate/translatable-content.ts";
import type { TranslationPlace } from "./watch-translations.ts";

/** A place whose values can be read as texts. */
export interface ReadablePlace extends TranslationPlace {
  form: TextForm;
}

/** @returns undefined where the store has no such place, e.g. of a product that is gone */
export type PlaceOf = (text: { productId: string; name: string; target: TargetColumns }) => ReadablePlace | undefined;

/** Where the sandbox's store keeps the translation of a text of ours. */
export async function findTranslationPlaces({
  db,
  sandbox,
  shop,
}: {
  db: Db;
  sandbox: Pick<Sandbox, "store">;
  shop: string;
}): Promise<PlaceOf> {
  const places = await db.do(readMetafieldPlaces(shop));
  const state = sandbox.store.shop(shop);
  return ({ productId, name, target }) => {
    const product = state.products.get(Number(productId));
    if (!product) return undefined;
    const metafields = new Map(
      places.flatMap(({ contentType, namespace, key }) => {
        const own = namespace.replace(/^\$app:/, "");
        const found = product.metafields.find(
          (one) => one.key === key && (one.namespace === namespace || one.namespace.endsWith(`--${own}`)),
        );
        return found ? [[contentType, `gid://shopify/Metafield/${found.id}`] as const] : [];
      }),
    );
    const at = keyOfSlot(name, { product: `gid://shopify/Product/${productId}`, metafields });
    if (!at) return undefined;
    const source = translatableContent(state, at.resourceId)?.find(({ key }) => key === at.key);
    const isContentType = slotNamed(name).resource === ofProduct;
    const form = (!isContentType && source ? formOfType(source.type) : null) ?? formOfContentType(name, places);
    const marketId = target.market === "" ? null : `gid://shopify/Market/${target.market}`;
    return { ...at, locale: target.locale, marketId, form };
  };
}

/** What the store holds there; null = nothing. */
export function heldAt(sandbox: Pick<Sandbox, "store">, shop: string, place: TranslationPlace): string | null {
  return sandbox.store.shop(shop).translations.find(place.resourceId, place)?.value ?? null;
}

/** What is read where a market has no text of its own: the language's, or the source. */
export function inheritedAt(sandbox: Pick<Sandbox, "store">, shop: string, place: TranslationPlace): string | null {
  if (place.marketId === null) return null;
  const general = heldAt(sandbox, shop, { ...place, marketId: null });
  if (general !== null) return general;
  const source = translatableContent(sandbox.store.shop(shop), place.resourceId)?.find(({ key }) => key === place.key);
  return source?.value ?? null;
}

/** Whether a value of the store is this text; null is none. */
export function isText({ form }: ReadablePlace, value: string | null, body: TextBody | null): boolean {
  const read = value === null ? null : bodyOfValue(form, value);
  return isDeepStrictEqual(read, body);
}
