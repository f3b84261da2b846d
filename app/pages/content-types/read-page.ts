import type { i18n } from "i18next";
import type { AppContext } from "../../context.server.ts";
import { english } from "../../i18n/words-of.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { listContentTypes, type ShopContentType } from "../../rules/content-types/list-content-types.ts";
import { contentNamespace } from "../../shopify/operations/index.ts";
import type { TypeRowView } from "../../ui/content-types/type-view.ts";
import { typeLabel } from "../content-type-views.ts";
import { readShopNotices } from "../shop-notices.ts";

/** All that the page of content types shows. @param words in the reader's language; English where nobody said */
export async function readContentTypesPage(deps: Pick<AppContext, "db" | "clock">, shop: ShopDomain, words?: i18n) {
  const { t } = words ?? (await english());
  const types = await deps.db.do(listContentTypes(shop));
  return { types: types.map((type) => rowView(t, type)), notices: await readShopNotices(deps, shop) };
}

const ownPlaces = ["title", "desc", "seo_title", "seo_desc", "image_alt"] as const;

function rowView(t: i18n["t"], { name, label, family, html, added, published, wanted }: ShopContentType): TypeRowView {
  const { namespace, key } = added ?? { namespace: contentNamespace, key: name };
  const ownPlace = ownPlaces.find((one) => one === name);
  return {
    name,
    label: typeLabel(t, name, label),
    kind: html ? "rich" : family,
    place: ownPlace ? t(`rules:textTypes.place.${ownPlace}`) : placeName(t, namespace, key),
    added: added && { task: added.task, limitChars: added.limitChars },
    published,
    wanted,
  };
}

function placeName(t: i18n["t"], namespace: string, key: string): string {
  return namespace === contentNamespace
    ? t("rules:textTypes.place.app", { key })
    : t("rules:textTypes.place.other", { key: `${namespace}.${key}` });
}
