import { listProducts } from "../../catalog/list-products.ts";
import { parseProductQuery } from "../../catalog/product-query.ts";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { readProductNames } from "../../catalog/read-product-names.ts";
import type { AppContext } from "../../context.server.ts";
import { maxPreviewProducts, previewModel, readPreview } from "../../generation/preview.ts";
import { jobIdSchema, productIdSchema, type ShopDomain } from "../../lib/brand.ts";
import { productsOfConfig } from "../../rules/configs/products-of-config.ts";
import { readersView } from "../../texts/readers-view.ts";

type Deps = Pick<AppContext, "db" | "clock" | "models">;

const offered = 8;
/** Products that are tried before anybody chose. */
const triedAtFirst = 3;

/**
 * What is tried beside the rules, for an address: the products, those to choose from, and what the model writes or wrote.
 * @param configId whose products are tried before anybody chose
 */
export async function readPreviewPanel(deps: Deps, shop: ShopDomain, params: URLSearchParams, configId?: string) {
  const search = new URLSearchParams({ q: params.get("q") ?? "" });
  const jobId = jobIdSchema.safeParse(params.get("preview"));
  const [page, preview, { locale }, { creditsOf }] = await Promise.all([
    listProducts(deps, { ...parseProductQuery(shop, search), limit: offered }),
    jobId.success ? readPreview(deps, { shop, jobId: jobId.data }) : null,
    readPrimaryTarget(deps, shop),
    deps.models.forShop(shop),
  ]);
  const asked =
    params
      .get("try")
      ?.split(",")
      .flatMap((id) => productIdSchema.safeParse(id).data ?? []) ?? [];
  const own = asked.length > 0 || configId === undefined ? asked : await firstOf(deps, shop, configId);
  const ids = [...own.slice(0, maxPreviewProducts), ...(preview?.items.map(({ productId }) => productId) ?? [])];
  const names = await readProductNames(deps, shop, ids);
  return {
    chosen: own.slice(0, maxPreviewProducts).flatMap((id) => {
      const name = names.get(id);
      return name ? [{ id: String(id), title: name.title }] : [];
    }),
    products: page.rows.filter(({ goneAt }) => goneAt === null).map(({ id, title }) => ({ id: String(id), title })),
    maxProducts: maxPreviewProducts,
    creditsPerProduct: creditsOf(previewModel),
    locale: String(locale),
    preview: preview && {
      finished: preview.finished,
      items: preview.items.map((item) => ({
        ...item,
        title: names.get(item.productId)?.title ?? item.productId,
        texts: item.texts.map((text) => ({ ...text, plain: readersView(text.contentType, text.body).join("\n") })),
      })),
    },
  };
}

/** The first products that follow the rules. */
async function firstOf({ db }: Deps, shop: ShopDomain, configId: string): Promise<string[]> {
  const found: string[] = [];
  for (let after: number | null = 0; after !== null && found.length < triedAtFirst; ) {
    const page: { rows: { id: string }[]; last: number | null } = await db.do(
      productsOfConfig(shop, { configId, after }),
    );
    found.push(...page.rows.map(({ id }) => id));
    after = page.last;
  }
  return found.slice(0, triedAtFirst);
}
