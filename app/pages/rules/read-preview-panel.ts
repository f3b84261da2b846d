import { listProducts } from "../../catalog/list-products.ts";
import { parseProductQuery } from "../../catalog/product-query.ts";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { readProductNames } from "../../catalog/read-product-names.ts";
import type { AppContext } from "../../context.server.ts";
import { maxPreviewProducts, previewModel, readPreview } from "../../generation/preview.ts";
import { jobIdSchema, type ShopDomain } from "../../lib/brand.ts";

type Deps = Pick<AppContext, "db" | "clock" | "models">;

const offered = 8;

/** What the preview of a config shows for an address: products to choose from, and the preview under way or done. */
export async function readPreviewPanel(deps: Deps, shop: ShopDomain, params: URLSearchParams) {
  const search = new URLSearchParams({ q: params.get("q") ?? "" });
  const jobId = jobIdSchema.safeParse(params.get("preview"));
  const [page, preview, { locale }, { creditsOf }] = await Promise.all([
    listProducts(deps, { ...parseProductQuery(shop, search), limit: offered }),
    jobId.success ? readPreview(deps, { shop, jobId: jobId.data }) : null,
    readPrimaryTarget(deps, shop),
    deps.models.forShop(shop),
  ]);
  const names = await readProductNames(deps, shop, preview?.items.map(({ productId }) => productId) ?? []);
  return {
    products: page.rows.filter(({ goneAt }) => goneAt === null).map(({ id, title }) => ({ id: String(id), title })),
    maxProducts: maxPreviewProducts,
    creditsPerProduct: creditsOf(previewModel),
    locale: String(locale),
    preview: preview && {
      finished: preview.finished,
      items: preview.items.map((item) => ({ ...item, title: names.get(item.productId)?.title ?? item.productId })),
    },
  };
}
