import type { AppContext } from "../../context.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { listContentTypes, type ShopContentType } from "../../rules/content-types/list-content-types.ts";
import { contentNamespace } from "../../shopify/operations/index.ts";
import type { TypeRowView } from "../../ui/content-types/type-view.ts";
import { readShopNotices } from "../shop-notices.ts";

/** All that the page of content types shows. */
export async function readContentTypesPage(deps: Pick<AppContext, "db" | "clock">, shop: ShopDomain) {
  return { types: (await deps.db.do(listContentTypes(shop))).map(rowView), notices: await readShopNotices(deps, shop) };
}

const ownPlaces: Record<string, string> = {
  title: "Title of the product",
  desc: "Description of the product",
  seo_title: "Page title of the search listing",
  seo_desc: "Meta description of the search listing",
  image_alt: "Alt text of the image",
};

function rowView({ name, label, family, html, added, published, wanted }: ShopContentType): TypeRowView {
  const { namespace, key } = added ?? { namespace: contentNamespace, key: name };
  return {
    name,
    label,
    kind: html ? "rich" : family,
    place: ownPlaces[name] ?? placeName(namespace, key),
    added: added && { task: added.task, limitChars: added.limitChars },
    published,
    wanted,
  };
}

function placeName(namespace: string, key: string): string {
  return namespace === contentNamespace ? `Metafield of this app: ${key}` : `Metafield ${namespace}.${key}`;
}
