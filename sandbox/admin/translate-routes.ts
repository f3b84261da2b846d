import { HttpError, type HttpRequest, type Router, readBody, sendText } from "../shared/http.ts";
import { redirect, refuseOtherSites } from "./admin-http.ts";
import type { AdminCatalogue } from "./catalogue.ts";
import { notFoundPage } from "./pages/home-page.ts";
import type { Surroundings } from "./pages/layout.ts";
import { translateListPage } from "./pages/translate-list-page.ts";
import { translatePage } from "./pages/translate-page.ts";
import type { AdminTranslations, Target } from "./translations.ts";

const pageSize = 50;

interface Deps {
  catalogue: AdminCatalogue;
  translations: AdminTranslations;
  surroundingsOf(request: HttpRequest): Surroundings;
}

/** The pages on which a person translates: the list of products, and one product in one language. */
export function addTranslateRoutes(router: Router, { catalogue, translations, surroundingsOf }: Deps): void {
  const choiceOf = (domain: string, { url }: HttpRequest) => {
    const languages = translations.languages(domain);
    const markets = translations.markets(domain);
    const market = markets.find(({ handle }) => handle === url.searchParams.get("market"))?.handle ?? null;
    const asked = url.searchParams.get("locale");
    // The shop's own language has texts of its own for a market only.
    const usual = languages.find(({ primary }) => !primary) ?? languages[0];
    const found = languages.find(({ locale, primary }) => locale === asked && (!primary || market !== null));
    const into: Target = { locale: (found ?? usual)?.locale ?? "en", market };
    return { languages, markets, into };
  };

  router.on("GET", "/store/:handle/translate", (request) => {
    const surroundings = surroundingsOf(request);
    const { domain } = surroundings.shop;
    const choice = choiceOf(domain, request);
    const page = Math.max(1, Math.trunc(Number(request.url.searchParams.get("page") ?? 1)) || 1);
    const query = request.url.searchParams.get("query") ?? "";
    const { rows, ...counted } = catalogue.list(domain, { query, page, pageSize });
    const progress = rows.map((product) => ({ product, ...translations.progress(domain, product.id, choice.into) }));
    sendText(
      request.res,
      200,
      translateListPage(surroundings, { ...counted, ...choice, rows: progress, query, page, pageSize }),
    );
  });

  const productOf = (domain: string, request: HttpRequest) => {
    const choice = choiceOf(domain, request);
    const id = Number(request.params.id);
    const product = catalogue.product(domain, id);
    const texts = translations.texts(domain, id, choice.into);
    return product && texts && { product, texts, ...choice };
  };

  router.on("GET", "/store/:handle/translate/:id", (request) => {
    const surroundings = surroundingsOf(request);
    const found = productOf(surroundings.shop.domain, request);
    if (!found) return sendText(request.res, 404, notFoundPage(surroundings, request.url.pathname));
    sendText(request.res, 200, translatePage(surroundings, { ...found, problems: {} }));
  });

  router.on("POST", "/store/:handle/translate/:id", async (request) => {
    const surroundings = surroundingsOf(request);
    const { domain, handle } = surroundings.shop;
    refuseOtherSites(request);
    const found = productOf(domain, request);
    if (!found) throw new HttpError(404, "There is no such product.");
    const form = new URLSearchParams((await readBody(request.req)).toString("utf8"));
    const given = (text: { name: string; value: string }) =>
      // Forms send line breaks as CR LF.
      (form.get(text.name) ?? text.value).replace(/\r\n/g, "\n");
    const changed = found.texts.flatMap((text) =>
      given(text) === text.value ? [] : [{ name: text.name, value: given(text) }],
    );
    const problems = translations.save(domain, found.into, changed);
    if (Object.keys(problems).length > 0) {
      const texts = found.texts.map((text) => ({ ...text, value: given(text) }));
      return sendText(request.res, 422, translatePage(surroundings, { ...found, texts, problems }));
    }
    const { locale, market } = found.into;
    redirect(
      request.res,
      `/store/${handle}/translate/${found.product.id}?locale=${locale}&market=${market ?? ""}&saved=1`,
      303,
    );
  });
}
