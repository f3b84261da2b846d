import { gid, parseGid } from "../records.ts";
import type { ShopState } from "../shop-state.ts";
import { publishedTranslationsOf } from "../translate/shown-translations.ts";
import type { StoreTextRecord } from "../translate/store-texts.ts";
import { type Fields, listField, model } from "./context.ts";

const titleOf = ({ texts }: StoreTextRecord) => texts.find(({ key }) => key === "title")?.value ?? "";
const numberOf = ({ resourceId }: StoreTextRecord) => parseGid(resourceId)?.key ?? "";
const below = (shop: ShopState, { resourceId }: StoreTextRecord) =>
  [...shop.texts.values()].filter(({ kind, parentId }) => kind === "LINK" && parentId === resourceId);

export const menuModel = model<StoreTextRecord>({
  id: (menu) => menu.resourceId,
  title: titleOf,
  handle: (menu) => titleOf(menu).toLowerCase().replaceAll(" ", "-"),
  isDefault: () => true,
  items: (menu, _args, { shop }) => below(shop, menu),
  translations: (menu, args, { shop }) => publishedTranslationsOf(shop, menu.resourceId, args),
});

/** Its number is the link's: `MenuItem/7` is translated as `Link/7`. */
export const menuItemModel = model<StoreTextRecord>({
  id: (item) => gid("MenuItem", numberOf(item)),
  title: titleOf,
  type: () => "HTTP",
  url: (item) => item.url ?? null,
  resourceId: () => null,
  tags: () => [],
  items: (item, _args, { shop }) => below(shop, item),
});

export const menuQueries: Fields<unknown> = {
  menu: (_s, args, { shop }) => {
    const found = shop.texts.get(String(args.id));
    return found?.kind === "MENU" ? found : null;
  },
};

export const menuLists = {
  menus: listField<unknown, StoreTextRecord>(
    (_s, _args, { shop }) => [...shop.texts.values()].filter(({ kind }) => kind === "MENU"),
    ({ resourceId }) => resourceId,
  ),
};
