import { z } from "zod";
import { HttpError, type Router, readJson, sendJson } from "../shared/http.ts";
import { linkOption } from "./link-option.ts";
import { availableLocales } from "./locales/available-locales.ts";
import { shopperPage } from "./shopper/shopper-page.ts";
import type { StoreState } from "./state.ts";

const country = z.string().regex(/^[A-Z]{2}$/, "a country is two capital letters");
const language = z.string().refine((code) => availableLocales[code] !== undefined, "not one of availableLocales");
const who = { country, language };
const shopperSchema = z.union([
  z.strictObject({ ...who, handle: z.string().min(1) }),
  z.strictObject({ ...who, resource: z.string().startsWith("gid://shopify/") }),
]);
const marketSchema = z.strictObject({
  name: z.string().min(1),
  handle: z.string().regex(/^[a-z0-9-]+$/),
  status: z.enum(["ACTIVE", "DRAFT"]),
  countries: z.array(country),
  currency: z.string().regex(/^[A-Z]{3}$/),
  presence: z
    .strictObject({
      subfolderSuffix: z.string().regex(/^[a-z]{2,}$/),
      defaultLocale: language,
      alternateLocales: z.array(language),
    })
    .optional(),
});
const marketChange = marketSchema.pick({ name: true, status: true, countries: true }).partial();
const translationSchema = z.strictObject({
  resource: z.string(),
  key: z.string(),
  language,
  market: z.string().optional(),
  value: z.string(),
});
const linkSchema = z.strictObject({ product: z.int(), option: z.string().min(1), key: z.string().min(1) });
const textSchema = z.strictObject({ resource: z.string(), texts: z.record(z.string(), z.string()) });

/** Control of texts, markets and languages, and the look at what a shopper reads, under `/__sandbox/shops/<domain>/`. */
export function addTranslationRoutes(router: Router, state: StoreState): void {
  const base = "/__sandbox/shops/:domain";
  router.on("GET", `${base}/shopper`, ({ res, url, params }) => {
    const asked = shopperSchema.parse(Object.fromEntries(url.searchParams));
    const what = "handle" in asked ? { handle: asked.handle } : { resourceId: asked.resource };
    const shopper = { country: asked.country, locale: asked.language };
    const page = shopperPage(state.shop(params.domain ?? ""), shopper, what);
    if (!page) throw new HttpError(404, "There is nothing of that name.");
    sendJson(res, 200, page);
  });
  router.on("GET", `${base}/texts`, ({ res, params }) =>
    sendJson(res, 200, { texts: [...state.shop(params.domain ?? "").texts.values()] }),
  );
  router.on("PATCH", `${base}/texts`, async ({ req, res, params }) => {
    const { resource, texts } = textSchema.parse(await readJson(req));
    state.changeText(params.domain ?? "", resource, texts);
    sendJson(res, 200, { ok: true });
  });
  router.on("PUT", `${base}/translations`, async ({ req, res, params }) => {
    const { resource, language: locale, market, ...row } = translationSchema.parse(await readJson(req));
    const problem = state.translate(params.domain ?? "", resource, { ...row, locale, marketId: market ?? null });
    if (problem !== undefined) throw new HttpError(422, problem);
    sendJson(res, 200, { ok: true });
  });
  router.on("PUT", `${base}/linked-options`, async ({ req, res, params }) => {
    const linked = linkOption(state.shop(params.domain ?? ""), linkSchema.parse(await readJson(req)));
    if (!linked) throw new HttpError(404, "There is no such product or option.");
    sendJson(res, 200, Object.fromEntries(linked));
  });
  router.on("GET", `${base}/markets`, ({ res, params }) =>
    sendJson(res, 200, { markets: [...state.shop(params.domain ?? "").markets.values()] }),
  );
  router.on("POST", `${base}/markets`, async ({ req, res, params }) => {
    const { presence, ...input } = marketSchema.parse(await readJson(req));
    sendJson(res, 201, state.addMarket(params.domain ?? "", { ...input, ...(presence ? { presence } : {}) }));
  });
  router.on("PATCH", `${base}/markets/:id`, async ({ req, res, params }) => {
    const { name, status, countries } = marketChange.parse(await readJson(req));
    const change = { ...(name && { name }), ...(status && { status }), ...(countries && { countries }) };
    const changed = state.changeMarket(params.domain ?? "", params.id ?? "", change);
    if (!changed) throw new HttpError(404, "There is no such market.");
    sendJson(res, 200, changed);
  });
  router.on("DELETE", `${base}/markets/:id`, ({ res, params }) => {
    if (!state.deleteMarket(params.domain ?? "", params.id ?? "")) throw new HttpError(404, "There is no such market.");
    sendJson(res, 200, { ok: true });
  });
}
