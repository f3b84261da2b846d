import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import {
  createRouter,
  HttpError,
  type HttpRequest,
  listen,
  type RunningServer,
  readBody,
  sendJson,
  sendText,
} from "../shared/http.ts";
import { redirect, refuseOtherSites } from "./admin-http.ts";
import { bridgeScript } from "./bridge-script.ts";
import type { AdminCatalogue } from "./catalogue.ts";
import { interFile, interStyles } from "./inter-font.ts";
import { appPage } from "./pages/app-page.ts";
import { homePage, notFoundPage } from "./pages/home-page.ts";
import type { Surroundings } from "./pages/layout.ts";
import { productPage } from "./pages/product-page.ts";
import { productsPage } from "./pages/products-page.ts";
import { findResources } from "./resources.ts";
import { launchUrl, signIdToken } from "./sign-launch.ts";
import { addTranslateRoutes } from "./translate-routes.ts";
import type { AdminTranslations } from "./translations.ts";

export interface AdminApp {
  url: string;
  /** of `application_url`: "" or `/path` */
  path: string;
  apiKey: string;
  apiSecret: string;
  scopes: readonly string[];
  handle: string;
}

export interface AdminDeps {
  catalogue: AdminCatalogue;
  translations: AdminTranslations;
  /** Asked for at each request: the app may come up after the admin, at another address. */
  app: () => AdminApp;
  now?: (() => number) | undefined;
  /** asked: who comes without this admin's cookie signs in first, at another origin, as at accounts.shopify.com */
  visitor?: (() => "known" | "asked") | undefined;
}

const pageSize = 50;
const edit = z.object({
  title: z.string(),
  descriptionHtml: z.string(),
  seoTitle: z.string(),
  seoDescription: z.string(),
  tags: z.string(),
  status: z.enum(["ACTIVE", "DRAFT", "ARCHIVED", "UNLISTED"]),
});

/** Starts the admin on 127.0.0.1. Port 0 takes a free one. */
export async function startAdmin(deps: AdminDeps, port = 0): Promise<RunningServer> {
  const { catalogue } = deps;
  const now = deps.now ?? Date.now;
  const sessionId = randomUUID();
  const router = createRouter();
  const script = bridgeScript();
  const font = interStyles();

  const surroundingsOf = (request: HttpRequest): Surroundings => {
    const shop = catalogue.shop(request.params.handle ?? "");
    if (shop === undefined) throw new HttpError(404, "There is no such store in this sandbox.");
    const { handle } = deps.app();
    return { shop, shops: catalogue.shops(), app: { handle, name: nameOf(handle) } };
  };
  const signing = () => ({ apiKey: deps.app().apiKey, apiSecret: deps.app().apiSecret, now });

  router.on("GET", "/", ({ res }) => redirect(res, `/store/${catalogue.shops()[0]?.handle ?? ""}`));
  router.on("GET", "/app-bridge.js", ({ res }) => {
    shareWithFrame(res);
    sendText(res, 200, script, "text/javascript; charset=utf-8");
  });
  router.on("GET", "/fonts/inter.css", ({ res }) => {
    shareWithFrame(res);
    sendText(res, 200, font, "text/css; charset=utf-8");
  });
  router.on("GET", "/fonts/files/:name", ({ res, params }) => {
    shareWithFrame(res);
    const file = interFile(params.name ?? "");
    // As a CDN does: only a first visit is drawn in another font while this one comes.
    res.setHeader("cache-control", "public, max-age=31536000, immutable");
    res.writeHead(200, { "content-type": "font/woff2", "content-length": file.byteLength }).end(file);
  });
  router.on("GET", "/assets/:name", ({ res, params }) => {
    const name = params.name ?? "";
    if (!/^[a-z-]+\.(js|css)$/.test(name)) throw new HttpError(404, "There is no such file.");
    const type = name.endsWith(".css") ? "text/css" : "text/javascript";
    sendText(res, 200, assetOf(name), `${type}; charset=utf-8`);
  });

  router.on("GET", "/store/:handle", (request) => {
    const surroundings = surroundingsOf(request);
    const { total } = catalogue.list(surroundings.shop.domain, { query: "", page: 1, pageSize: 1 });
    sendText(request.res, 200, homePage(surroundings, total));
  });
  router.on("GET", "/store/:handle/products", (request) => {
    const surroundings = surroundingsOf(request);
    const query = request.url.searchParams.get("query") ?? "";
    const page = Math.max(1, Math.trunc(Number(request.url.searchParams.get("page") ?? 1)) || 1);
    const found = catalogue.list(surroundings.shop.domain, { query, page, pageSize });
    sendText(request.res, 200, productsPage(surroundings, { ...found, query, page, pageSize }));
  });
  router.on("GET", "/store/:handle/products/:id", (request) => {
    const surroundings = surroundingsOf(request);
    const product = catalogue.product(surroundings.shop.domain, Number(request.params.id));
    if (product === undefined) return sendText(request.res, 404, notFoundPage(surroundings, request.url.pathname));
    sendText(request.res, 200, productPage(surroundings, product));
  });
  router.on("POST", "/store/:handle/products/:id", async (request) => {
    const surroundings = surroundingsOf(request);
    const { shop } = surroundings;
    refuseOtherSites(request);
    const id = Number(request.params.id);
    const product = catalogue.product(shop.domain, id);
    if (product === undefined) throw new HttpError(404, "There is no such product.");
    const body = new URLSearchParams((await readBody(request.req)).toString("utf8"));
    const form = edit.parse(Object.fromEntries(body));
    const wanted = {
      title: form.title.trim(),
      // Forms send line breaks as CR LF.
      descriptionHtml: form.descriptionHtml.replace(/\r\n/g, "\n"),
      seoTitle: form.seoTitle.trim() || null,
      seoDescription: form.seoDescription.replace(/\r\n/g, "\n").trim() || null,
      tags: form.tags.split(",").flatMap((tag) => tag.trim() || []),
      status: form.status,
    };
    const problems = catalogue.edit(shop.domain, id, wanted);
    if (problems.length > 0) {
      return sendText(request.res, 422, productPage(surroundings, { ...product, ...wanted }, problems));
    }
    redirect(request.res, `/store/${shop.handle}/products/${id}?saved=1`, 303);
  });

  addTranslateRoutes(router, { ...deps, surroundingsOf });

  router.on("GET", "/store/:handle/__resources", (request) => {
    const { shop } = surroundingsOf(request);
    sendJson(request.res, 200, findResources(catalogue, shop.domain, request.url.searchParams));
  });
  router.on("POST", "/store/:handle/apps/:app/__id-token", async (request) => {
    const { shop } = surroundingsOf(request);
    refuseOtherSites(request);
    sendJson(request.res, 200, { token: await signIdToken(signing(), shop.domain, sessionId) });
  });
  const openApp = async (request: HttpRequest) => {
    const surroundings = surroundingsOf(request);
    const app = deps.app();
    const { shop } = surroundings;
    const rest = request.url.pathname.split("/").slice(5).join("/");
    if (request.params.app === app.apiKey) {
      // Shopify's library knows the app by its client id only.
      return redirect(
        request.res,
        `/store/${shop.handle}/apps/${app.handle}${rest && `/${rest}`}${request.url.search}`,
      );
    }
    if (request.params.app !== app.handle) {
      return sendText(request.res, 404, notFoundPage(surroundings, request.url.pathname));
    }
    const path = rest === "" ? app.path || "/" : `${app.path}/${rest}`;
    const url = await launchUrl(signing(), {
      appUrl: app.url,
      path,
      query: request.url.searchParams,
      shop: shop.domain,
      handle: shop.handle,
      sessionId,
    });
    const frame = {
      launchUrl: url,
      appOrigin: new URL(app.url).origin,
      appPath: path,
      appRoot: app.path,
      scopes: app.scopes,
    };
    sendText(request.res, 200, appPage(surroundings, frame));
  };
  router.on("GET", "/store/:handle/apps/:app", openApp);
  router.on("GET", "/store/:handle/apps/:app/*", openApp);
  router.on("GET", "/store/:handle/oauth/install", (request) => {
    // The sandbox asks for no consent: the app is opened, which installs it.
    const { shop, app } = surroundingsOf(request);
    redirect(request.res, `/store/${shop.handle}/apps/${app.handle}`);
  });
  router.on("GET", "/store/:handle/*", (request) => {
    sendText(request.res, 404, notFoundPage(surroundingsOf(request), request.url.pathname));
  });

  const server = await listen(async (req, res) => {
    // Pages hold session tokens: no other site may frame or keep them.
    res.setHeader("cache-control", "no-store");
    res.setHeader("content-security-policy", "frame-ancestors 'none'");
    if (deps.visitor?.() === "asked" && leadThroughSignIn(req, res, server)) return;
    if (!(await router.handle(req, res))) sendText(res, 404, "There is no such page.", "text/plain; charset=utf-8");
  }, port);
  return server;
}

const signedIn = "sandbox_signed_in=1";

/** A page asked for by a stranger: to the accounts, back, and to the page. @returns whether it has answered */
function leadThroughSignIn(req: HttpRequest["req"], res: HttpRequest["res"], admin: RunningServer): boolean {
  const url = new URL(req.url ?? "/", admin.url);
  const back = url.searchParams.get("back") ?? "/";
  if (url.pathname === "/__accounts") redirect(res, `${admin.url}/__signed-in?back=${encodeURIComponent(back)}`);
  else if (url.pathname === "/__signed-in") {
    res.setHeader("set-cookie", `${signedIn}; Path=/; HttpOnly; SameSite=Lax`);
    redirect(res, back.startsWith("/store/") ? back : "/");
  } else if (url.pathname.startsWith("/store/") && !req.headers.cookie?.includes(signedIn)) {
    // The same machine under another name is another origin.
    redirect(
      res,
      `http://127.0.0.1:${admin.port}/__accounts?back=${encodeURIComponent(`${url.pathname}${url.search}`)}`,
    );
  } else return false;
  return true;
}

/** What the app loads from the admin's origin, as it loads it from Shopify's CDN. */
function shareWithFrame(res: HttpRequest["res"]): void {
  res.setHeader("access-control-allow-origin", "*");
  res.setHeader("cross-origin-resource-policy", "cross-origin");
}

function assetOf(name: string): string {
  try {
    return readFileSync(new URL(`./browser/${name}`, import.meta.url), "utf8");
  } catch {
    throw new HttpError(404, "There is no such file.");
  }
}

function nameOf(handle: string): string {
  return handle.charAt(0).toUpperCase() + handle.slice(1);
}
