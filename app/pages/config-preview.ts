import { listProducts } from "../catalog/list-products.ts";
import { parseProductQuery } from "../catalog/product-query.ts";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { readProductNames } from "../catalog/read-product-names.ts";
import type { AppContext } from "../context.server.ts";
import type { Acted } from "../db/record-act.ts";
import { maxPreviewProducts, previewModel, readPreview, startPreview } from "../generation/preview.ts";
import { jobIdSchema, productIdSchema, type ShopDomain } from "../lib/brand.ts";
import { parseSentJson } from "../lib/json.ts";
import { readConfig } from "../rules/configs/read-config.ts";
import { listContentTypes } from "../rules/content-types/list-content-types.ts";
import type { AdminUser } from "../shopify/authenticate-admin.ts";
import { fieldName } from "../ui/configs/field-name.ts";
import type { Outcome } from "./answer-action.ts";

type Deps = Pick<AppContext, "db" | "clock" | "models"> & Acted;

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

/** Starts a preview of what stands in the editor. @param id of the rules that it shows */
export async function changePreview(deps: Deps, { shop, by }: AdminUser, form: FormData, id = ""): Promise<Outcome> {
  const productIds = form.getAll("id").flatMap((id) => productIdSchema.safeParse(id).data ?? []);
  const json = form.get("config");
  const config = parseSentJson(typeof json === "string" ? json : "");
  if (config === undefined) {
    return { problem: "This page is from an older version of the app. Reload it." };
  }
  const saved = (await readConfig(deps, { shop, id }))?.config;
  const itemCredits = (await deps.models.forShop(shop)).creditsOf(previewModel);
  const started = await startPreview(deps, { shop, config, saved, productIds, itemCredits, createdBy: by });
  if (started.outcome === "started") return { message: "Trying the rules", jobId: started.jobId };
  const [first] = started.problems;
  if (!first) return { problem: started.message };
  return { problem: `${fieldName(first.field, await deps.db.do(listContentTypes(shop)))}: ${first.reason}` };
}
