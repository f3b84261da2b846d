import { availableLocales } from "../store/locales/available-locales.ts";
import { gid, type ProductRecord } from "../store/records.ts";
import type { ShopState } from "../store/shop-state.ts";
import type { StoreState } from "../store/state.ts";
import { nestedResources } from "../store/translate/list-resources.ts";
import { primaryLocale, translatableContent } from "../store/translate/translatable-content.ts";
import type { AdminTranslations, Target, TranslatedText } from "./translations.ts";

export function readTranslations(store: Pick<StoreState, "shop" | "translate">): AdminTranslations {
  return {
    languages(domain) {
      const shop = store.shop(domain);
      const primary = primaryLocale(shop);
      return [...shop.locales.values()].map(({ locale, published }) => ({
        locale,
        name: availableLocales[locale] ?? locale,
        primary: locale === primary,
        published,
      }));
    },
    markets: (domain) => [...store.shop(domain).markets.values()].map(({ handle, name }) => ({ handle, name })),
    progress(domain, productId, into) {
      const texts = textsOf(store.shop(domain), productId, into) ?? [];
      return {
        texts: texts.length,
        translated: texts.filter(({ value }) => value !== "").length,
        outdated: texts.filter(({ outdated }) => outdated).length,
      };
    },
    texts: (domain, productId, into) => textsOf(store.shop(domain), productId, into),
    save(domain, into, texts) {
      const shop = store.shop(domain);
      const problems = texts.flatMap(({ name, value }): [string, string][] => {
        const space = name.indexOf(" ");
        const row = { key: name.slice(space + 1), locale: into.locale, marketId: marketId(shop, into), value };
        const problem = store.translate(domain, name.slice(0, space), row);
        return problem === undefined ? [] : [[name, problem]];
      });
      return Object.fromEntries(problems);
    },
  };
}

function marketId(shop: ShopState, { market }: Target): string | null {
  if (market === null) return null;
  const found = [...shop.markets.values()].find(({ handle }) => handle === market);
  if (!found) throw new RangeError(`There is no market ${market}.`);
  return gid("Market", found.id);
}

/** Those of the product itself, then those of its options, values, images and metafields. */
function textsOf(shop: ShopState, productId: number, into: Target): TranslatedText[] | undefined {
  const product = shop.products.get(productId);
  if (!product) return undefined;
  const own = gid("Product", productId);
  const parts = nestedResources(shop, own, null).map(({ resourceId }) => resourceId);
  const market = marketId(shop, into);
  return [own, ...parts].flatMap((resourceId) =>
    (translatableContent(shop, resourceId) ?? []).map(({ key, value: source, digest, type }) => {
      const row = shop.translations.find(resourceId, { key, locale: into.locale, marketId: market });
      return {
        name: `${resourceId} ${key}`,
        label: labelOf(product, resourceId, key),
        source,
        isLong: /HTML|MULTI|RICH|JSON|LIST/.test(type) || source.length > 90,
        value: row?.value ?? "",
        outdated: row !== undefined && row.digest !== digest,
      };
    }),
  );
}

const productLabels: Readonly<Record<string, string>> = {
  title: "Title",
  body_html: "Description (HTML)",
  handle: "Handle",
  product_type: "Product type",
  meta_title: "Page title",
  meta_description: "Meta description",
};

function labelOf(product: ProductRecord, resourceId: string, key: string): string {
  const [, type, id] = /\/(\w+)\/(\d+)$/.exec(resourceId) ?? [];
  switch (type) {
    case "Metafield": {
      const found = product.metafields.find((one) => String(one.id) === id);
      return `Metafield ${found?.namespace}.${found?.key}`;
    }
    case "MediaImage":
      return `Alt text of image ${product.media.findIndex((one) => String(one.id) === id) + 1}`;
    case "ProductOption":
      return "Option";
    case "ProductOptionValue": {
      const option = product.options.find(({ values }) => values.some((one) => String(one.id) === id));
      return `Value of ${option?.name}`;
    }
    default:
      return productLabels[key] ?? key;
  }
}
