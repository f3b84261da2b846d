import { z } from "zod";
import { HttpError, type Router, readJson, sendJson } from "../shared/http.ts";
import type { StoreState } from "./state.ts";

const shopSchema = z.object({
  domain: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/),
  name: z.string(),
  plan: z.enum(["standard", "advanced", "plus", "enterprise"]).default("standard"),
  locales: z.array(z.string()).min(1).default(["en"]),
  unpublished: z.array(z.string()).default([]),
  translated: z.boolean().default(false),
  catalogue: z
    .union([
      z.enum(["sample", "empty"]),
      z.object({ generate: z.int().min(0), variants: z.int().min(1).max(100).optional(), seed: z.int().optional() }),
    ])
    .default("empty"),
});
const text = z.string().nullish();
const changeSchema = z.strictObject({
  title: text,
  descriptionHtml: text,
  vendor: text,
  productType: text,
  handle: text,
  status: z.enum(["ACTIVE", "ARCHIVED", "DRAFT", "UNLISTED"]).nullish(),
  tags: z.array(z.string()).nullish(),
  seo: z.strictObject({ title: text, description: text }).nullish(),
});
const collectionSchema = z.strictObject({
  title: z.string().min(1).optional(),
  ruleSet: z
    .strictObject({
      appliedDisjunctively: z.boolean(),
      rules: z
        .array(
          z.strictObject({
            column: z.enum(["TAG", "TITLE", "TYPE", "VENDOR", "VARIANT_PRICE"]),
            relation: z.enum(["EQUALS", "NOT_EQUALS", "CONTAINS", "NOT_CONTAINS", "GREATER_THAN", "LESS_THAN"]),
            condition: z.string(),
          }),
        )
        .min(1),
    })
    .nullish(),
  /** numbers of products, for a manual collection */
  add: z.array(z.int()).optional(),
  remove: z.array(z.int()).optional(),
});
const generateSchema = z.object({
  count: z.int().min(0).max(1_000_000),
  variants: z.int().min(1).max(100).optional(),
  seed: z.int().optional(),
});
const webhookSchema = z.object({
  topic: z.string(),
  payload: z.unknown().optional(),
  copies: z.int().min(1).max(100).optional(),
  shuffle: z.boolean().optional(),
});
const tokensSchema = z.object({ revokeRefresh: z.boolean().optional(), expireAccess: z.boolean().optional() });

const pageLength = 50;

/** Control of the store by tests and by the sandbox's admin, under `/__sandbox/`. */
export function addControlRoutes(router: Router, state: StoreState): void {
  router.on("POST", "/__sandbox/reset", ({ res }) => {
    state.reset();
    sendJson(res, 200, { ok: true });
  });
  router.on("GET", "/__sandbox/faults", ({ res }) => sendJson(res, 200, state.faults.get()));
  router.on("PUT", "/__sandbox/faults", async ({ req, res }) => {
    state.faults.set(await readJson(req));
    sendJson(res, 200, state.faults.get());
  });
  router.on("GET", "/__sandbox/habits", ({ res }) => sendJson(res, 200, state.habits));
  router.on("PUT", "/__sandbox/habits", async ({ req, res }) => {
    state.setHabits(await readJson(req));
    sendJson(res, 200, state.habits);
  });
  router.on("GET", "/__sandbox/log", ({ res, url }) =>
    sendJson(res, 200, { entries: state.log(Number(url.searchParams.get("since") ?? 0)) }),
  );
  router.on("GET", "/__sandbox/webhooks", ({ res }) => sendJson(res, 200, { deliveries: state.deliveries() }));
  router.on("GET", "/__sandbox/shops", ({ res }) =>
    sendJson(res, 200, {
      shops: state.shops().map((s) => ({ ...s.options, installed: s.installed, products: s.products.count })),
    }),
  );
  router.on("POST", "/__sandbox/shops", async ({ req, res }) => {
    const shop = state.addShop(shopSchema.parse(await readJson(req)));
    sendJson(res, 201, shop.options);
  });
  router.on("GET", "/__sandbox/shops/:domain/products", ({ res, url, params }) => {
    const page = Math.max(1, Number(url.searchParams.get("page") ?? 1) || 1);
    const query = url.searchParams.get("query") ?? "";
    sendJson(res, 200, { ...listPage(state, params.domain ?? "", query, page), page, pageLength });
  });
  router.on("GET", "/__sandbox/shops/:domain/products/:id", ({ res, params }) => {
    const product = state.view(params.domain ?? "", params.id ?? "");
    if (!product) throw new HttpError(404, "There is no such product.");
    sendJson(res, 200, product);
  });
  router.on("PATCH", "/__sandbox/shops/:domain/products/:id", async ({ req, res, params }) => {
    const { domain = "", id = "" } = params;
    const change = changeSchema.parse(await readJson(req));
    if (!state.view(domain, id)) throw new HttpError(404, "There is no such product.");
    const errors = state.patchProduct(domain, id, change);
    if (errors.length > 0) throw new HttpError(422, "", { errors });
    sendJson(res, 200, state.view(domain, id));
  });
  router.on("DELETE", "/__sandbox/shops/:domain/products/:id", ({ res, params }) => {
    if (!state.deleteProduct(params.domain ?? "", params.id ?? ""))
      throw new HttpError(404, "There is no such product.");
    sendJson(res, 200, { ok: true });
  });
  router.on("GET", "/__sandbox/shops/:domain/collections", ({ res, params }) =>
    sendJson(res, 200, { collections: [...state.shop(params.domain ?? "").collections.values()] }),
  );
  router.on("POST", "/__sandbox/shops/:domain/collections", async ({ req, res, params }) => {
    const input = collectionSchema.required({ title: true }).parse(await readJson(req));
    sendJson(res, 201, state.addCollection(params.domain ?? "", input));
  });
  router.on("PATCH", "/__sandbox/shops/:domain/collections/:id", async ({ req, res, params }) => {
    const change = collectionSchema.parse(await readJson(req));
    const changed = state.changeCollection(params.domain ?? "", params.id ?? "", change);
    if (!changed) throw new HttpError(404, "There is no such collection.");
    sendJson(res, 200, changed);
  });
  router.on("DELETE", "/__sandbox/shops/:domain/collections/:id", ({ res, params }) => {
    if (!state.deleteCollection(params.domain ?? "", params.id ?? ""))
      throw new HttpError(404, "There is no such collection.");
    sendJson(res, 200, { ok: true });
  });
  router.on("POST", "/__sandbox/shops/:domain/generate", async ({ req, res, params }) => {
    const { count, variants, seed } = generateSchema.parse(await readJson(req));
    state.generate(params.domain ?? "", count, variants, seed);
    sendJson(res, 200, { products: state.shop(params.domain ?? "").products.count });
  });
  router.on("POST", "/__sandbox/shops/:domain/webhooks", async ({ req, res, params }) => {
    state.sendWebhooks(params.domain ?? "", webhookSchema.parse(await readJson(req)));
    sendJson(res, 202, { ok: true });
  });
  router.on("POST", "/__sandbox/shops/:domain/products/:id/sell", ({ res, params }) => {
    if (!state.sellProduct(params.domain ?? "", params.id ?? "")) throw new HttpError(404, "There is no such product.");
    sendJson(res, 200, { ok: true });
  });
  router.on("POST", "/__sandbox/webhooks/release", ({ res }) => {
    state.webhooks.release();
    sendJson(res, 200, { ok: true });
  });
  router.on("PUT", "/__sandbox/shops/:domain/scopes", async ({ req, res, params }) => {
    state.grant(params.domain ?? "", z.array(z.string()).parse(await readJson(req)));
    sendJson(res, 200, { ok: true });
  });
  router.on("POST", "/__sandbox/shops/:domain/uninstall", ({ res, params }) => {
    state.uninstall(params.domain ?? "");
    sendJson(res, 200, { ok: true });
  });
  router.on("POST", "/__sandbox/shops/:domain/tokens", async ({ req, res, params }) => {
    const wanted = tokensSchema.parse((await readJson(req)) ?? {});
    const { tokens } = state.shop(params.domain ?? "");
    if (wanted.revokeRefresh) tokens.revokeRefresh();
    if (wanted.expireAccess) tokens.expireAccess();
    sendJson(res, 200, { ok: true });
  });
}

/** Numbered pages, newest change first, for a person's list. */
function listPage(state: StoreState, domain: string, query: string, page: number) {
  const first = Math.min(250, page * pageLength);
  const { products, total } = state.listProducts(domain, { query, first, sortKey: "ID" });
  if (page * pageLength <= 250) return { products: products.slice((page - 1) * pageLength), total };
  let after: string | undefined;
  let list = products;
  for (let seen = 250; seen < page * pageLength && list.length > 0; seen += pageLength) {
    const last = list.at(-1);
    after = Buffer.from(JSON.stringify({ last_id: last?.numericId, last_value: "" })).toString("base64");
    list = state.listProducts(domain, { query, first: pageLength, after, sortKey: "ID" }).products;
  }
  return { products: list, total };
}
