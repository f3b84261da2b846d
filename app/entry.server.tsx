import { PassThrough } from "node:stream";
import latinLetters from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { type UiLocale, uiLocaleOf } from "./i18n/locales.ts";
import { wordFiles } from "./i18n/word-files.server.ts";
import { wordsOf } from "./i18n/words-of.server.ts";
import { wordsOfHandles } from "./i18n/words-of-pages.ts";
import { BridgeContext } from "./ui/bridge.tsx";
import { NonceContext } from "./ui/nonce.ts";
import { ReferenceContext } from "./ui/reference.tsx";

/** Must be above the longest loader; what is not there by then is answered as an error boundary. */
export const streamTimeout = 15_000;

const shopifysAppBridge = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const ready = isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady";
  const { SHOPIFY_API_KEY, APP_BRIDGE_URL = shopifysAppBridge } = loadContext.app.config;
  const bridge = { apiKey: SHOPIFY_API_KEY, scriptUrl: APP_BRIDGE_URL };
  const words = await wordsOf(request);
  if (import.meta.env.PROD) preloadWords(headers, uiLocaleOf(request), remixContext);
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={loadContext.nonce}>
        <BridgeContext.Provider value={bridge}>
          <ReferenceContext.Provider value={status >= 400 ? loadContext.requestId : ""}>
            <I18nextProvider i18n={words}>
              <RemixServer
                context={remixContext}
                url={request.url}
                nonce={loadContext.nonce}
                abortDelay={streamTimeout}
              />
            </I18nextProvider>
          </ReferenceContext.Provider>
        </BridgeContext.Provider>
      </NonceContext.Provider>,
      {
        nonce: loadContext.nonce,
        [ready]() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          failed = true;
          loadContext.app.logger.error(
            { path: new URL(request.url).pathname, requestId: loadContext.requestId, reason: nameOf(error) },
            "a page failed to render",
          );
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/**
 * The words of the page come beside its code, and are there when it begins. The font, which is not used when it is late, goes
 * before them.
 */
function preloadWords(headers: Headers, locale: UiLocale, { staticHandlerContext, routeModules }: EntryContext): void {
  const names = wordsOfHandles(staticHandlerContext.matches.map(({ route }) => routeModules[route.id]?.handle));
  headers.append("Link", `<${latinLetters}>; rel=preload; as=font; type="font/woff2"; crossorigin`);
  for (const file of wordFiles(locale, names)) {
    headers.append("Link", `<${file}>; rel=modulepreload; as=script; fetchpriority=low`);
  }
}

/** Loaders and actions that threw something unexpected. An address that is none, or a wrong method, is the sender's mistake. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const { app, requestId } = context;
  app.logger.error({ path: new URL(request.url).pathname, requestId, reason: nameOf(error) }, "a request failed");
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.split("\n")[0] ?? ""}`.slice(0, 200) : "unknown";
}
