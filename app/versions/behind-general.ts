import { parentMarketsOf } from "../catalog/translations/shop-languages.ts";
import { allShopTranslations, type ShopTranslations } from "../catalog/translations/shop-translations.ts";
import { bodyOfValue } from "../catalog/translations/text-form.ts";
import type { SourceText } from "../catalog/translations/translation-sources.ts";
import type { TextBody } from "../db/schema/index.ts";
import type { Steps } from "../db/steps.ts";
import { nameOfRow } from "../texts/slot.ts";
import { saysSame } from "./says-same.ts";
import { type TranslatedVersion, translationsOfProduct } from "./translations-of-product.ts";

interface Place {
  locale: string;
  market: string;
}

type Named = Pick<SourceText, "name" | "form">;

/**
 * Of a product: whether what a market says of its own is older than what its shoppers would read without it, the text of the
 * nearest market above or the general one. A market that has none of its own, or is to give it up, is never behind: it reads
 * whatever that is by then. A text that was written here came about when it was written, whenever it was published.
 */
export function* readBehindGeneral(input: {
  shop: string;
  productId: string;
}): Steps<(source: Named, place: Place) => boolean> {
  const { shop, productId } = input;
  const live = new Map(
    (yield* allShopTranslations({ shop, owner: productId })).map(({ texts, ...place }) => [keyOf(place), texts]),
  );
  const versions = Map.groupBy(yield* translationsOfProduct({ shop, productId }), keyOf);
  const parents = yield* parentMarketsOf(shop);
  return (source, place) => {
    if (place.market === "") return false;
    const at = (market: string) => {
      const key = keyOf({ locale: place.locale, market });
      return { held: live.get(key)?.[source.name], written: ofText(versions.get(key) ?? [], source.name) };
    };
    const own = at(place.market);
    const newest = own.written.at(-1);
    const waits = newest !== undefined && newest.state !== "published";
    if (waits ? newest.origin === "given_up" : own.held === undefined) return false;
    const read = [...(parents.get(place.market) ?? []), ""].map(at).find(({ held }) => held !== undefined);
    const since = read && cameAbout(source, read);
    const ownSince = Math.max(newest?.createdAt ?? 0, own.held?.updatedAt ?? 0);
    // Of rows without a time nothing is known.
    return since !== null && since !== undefined && ownSince > 0 && since > ownSince;
  };
}

/** When the words that are live were written, in epoch ms; null where nobody can tell. */
function cameAbout(
  { form }: Named,
  { held, written }: { held: ShopTranslations[string] | undefined; written: readonly TranslatedVersion[] },
): number | null {
  const body = held && bodyOfValue(form, held.value);
  if (!body) return null;
  const ours = written.findLast(({ state }) => state === "published");
  return ours && saysSame(JSON.parse(ours.body) as TextBody, body) ? ours.createdAt : (held.updatedAt ?? null);
}

function ofText(versions: readonly TranslatedVersion[], name: string): TranslatedVersion[] {
  return versions.filter((row) => nameOfRow(row) === name);
}

function keyOf({ locale, market }: Place): string {
  return `${locale} ${market}`;
}
