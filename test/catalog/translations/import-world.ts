import { eq } from "drizzle-orm";
import { type ImportRunContext, importProducts } from "../../../app/catalog/import-products.ts";
import { importResources } from "../../../app/catalog/resources/import-resources.ts";
import type { ResourcesContext } from "../../../app/catalog/resources/resources-context.ts";
import { targetPlaceOf } from "../../../app/catalog/target-place.ts";
import { textsAt } from "../../../app/catalog/target-texts.ts";
import { allShopTranslations } from "../../../app/catalog/translations/shop-translations.ts";
import { products } from "../../../app/db/schema/index.ts";
import type { AdminApi, AdminOperation } from "../../../app/shopify/admin-api.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { installShop, openAdmin, openStore, shop, silent, testClock } from "../../shopify/open-store.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

/** What a test does while the texts beside products are read. */
export type Reading = Partial<ResourcesContext>;

/** A store with translations from before the app, and its import. @param scopes that the shop granted; default: all */
export async function openImport(scopes?: string[]) {
  const db = openTestDatabase();
  const clock = testClock(Date.now());
  const store = await openStore({
    bulkDelayMs: 0,
    shops: [
      {
        ...{
          domain: shop,
          name: "Fern & Field",
          plan: "plus" as const,
          catalogue: "sample" as const,
          translated: true,
        },
        locales: ["en", "de", "fr", "ja", "ar", "pt-BR"],
        unpublished: ["pt-BR"],
      },
    ],
  });
  await installShop({ db, clock }, store, scopes ? { scopes } : {});
  const admin = openAdmin({ db, clock, store })(shop);
  const run = (context: Partial<ImportRunContext> = {}, through: AdminApi = admin) =>
    importProducts(
      { db, clock, logger: silent, admin: through, fetch: store.fetch },
      {
        shop,
        signal: new AbortController().signal,
        checkpoint: undefined,
        saveCheckpoint: async () => {},
        progress: async () => {},
        assertStillWanted: async () => {},
        ...context,
      },
    );
  const readTexts = (context: Reading = {}, through: AdminApi = admin) =>
    importResources(
      { db, clock, logger: silent, admin: through },
      {
        shop,
        signal: new AbortController().signal,
        checkpoint: undefined,
        saveCheckpoint: async () => {},
        progress: async () => {},
        *assertLease() {},
        assertStillWanted: async () => {},
        ...context,
      },
    );
  const idOf = (title: string) => {
    const found = store.state.listProducts(shop, { query: "" }).products.find((one) => one.title === title);
    return String(found?.numericId);
  };
  const rows = async (title: string) => {
    const held = await db.do(allShopTranslations({ shop, owner: idOf(title) }));
    return Object.fromEntries(held.map(({ locale, market, texts }) => [`${locale} ${market}`.trim(), texts]));
  };
  const everything = () =>
    db.raw
      .prepare("SELECT owner, locale, market, texts, read_at FROM shop_translations WHERE shop = ? ORDER BY 1, 2, 3")
      .all(shop);
  const missing = async (title: string, locale: string) => {
    const place = await db.do(targetPlaceOf(shop, storeTarget(locale)));
    const [row] = await db.orm
      .select()
      .from(products)
      .where(eq(products.id, idOf(title)));
    return row ? textsAt(place, row).missing : null;
  };
  const translate = (title: string, row: { key: string; locale: string; value: string }) =>
    store.state.translate(shop, `gid://shopify/Product/${idOf(title)}`, { marketId: null, ...row });
  return { db, clock, store, admin, run, readTexts, idOf, rows, everything, missing, translate };
}

export const shirt = "Marram Linen Shirt";

/** The store, but for what one list of resources answers: what `answer` returns, where that is not undefined. */
export function answering(
  { admin }: { admin: AdminApi },
  type: string,
  answer: (variables: Record<string, unknown>) => unknown,
): AdminApi {
  return {
    ...admin,
    async run<D, V extends Record<string, unknown>>(
      operation: AdminOperation<D, V>,
      variables: V,
      options?: Parameters<AdminApi["run"]>[2],
    ): Promise<D> {
      const isAsked = operation.name === "ReadTextResources" && variables.type === type;
      const answered = isAsked ? answer(variables) : undefined;
      return answered === undefined ? admin.run(operation, variables, options) : operation.data.parse(answered);
    },
  };
}
