import type { i18n } from "i18next";
import type { AppContext } from "../../context.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { maxTerms } from "../../rules/glossary/glossary.ts";
import { readGlossary } from "../../rules/glossary/read-glossary.ts";
import type { GlossaryRowView } from "../../ui/rules/rows-of-list.ts";
import { readShopNotices } from "../shop-notices.ts";
import { glossaryLanguages } from "./read-terms-page.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** All that the glossary's page shows. */
export async function readGlossaryPage(deps: Deps, shop: ShopDomain, words: i18n) {
  const notices = await readShopNotices(deps, shop);
  const { terms, digest } = await deps.db.do(readGlossary(shop));
  return {
    rows: terms.map(({ term, never }): GlossaryRowView => ({ term, never: never.join(", ") })),
    digest,
    maxTerms,
    notices,
    languages: await glossaryLanguages(deps, shop, words),
  };
}
