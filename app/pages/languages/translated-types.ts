import type { i18n } from "i18next";
import type { AppContext } from "../../context.server.ts";
import { resourceTexts } from "../../generation/translate/asked-texts.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { namedTypes } from "../content-type-views.ts";

/** The content types of which a translation can be published, with their names in the reader's language. */
export async function translatedTypes(
  { db }: Pick<AppContext, "db">,
  shop: ShopDomain,
  { t }: i18n,
): Promise<{ name: string; label: string }[]> {
  const types = await db.do(listContentTypes(shop));
  return namedTypes(
    t,
    types.filter(({ published }) => published),
  ).map(({ name, label }) => ({ name, label }));
}

/** Of what is no product all texts are translated together. */
export function allTexts({ t }: i18n): { name: string; label: string }[] {
  return [{ name: resourceTexts, label: t("languages:kinds.allTexts") }];
}
