import "./web/node-env.ts";

import { existsSync } from "node:fs";
import type { Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express } from "express";
import { ConfigError, readConfig } from "./config.ts";
import { type AppContext, createContext } from "./context.server.ts";
import { DatabaseRefused } from "./db/migrate.ts";
import { isMain } from "./lib/is-main.ts";
import { stopReason } from "./lib/stop-reason.ts";
import { createShopOfToken } from "./shopify/shop-of-token.ts";
import { receiveWebhook } from "./tasks/receive-webhook.ts";
import { admitPages } from "./web/admit-pages.ts";
import { answerFailures } from "./web/answer-failures.ts";
import { checkBody } from "./web/check-body.ts";
import { checkHead } from "./web/check-head.ts";
import { isOperator } from "./web/is-operator.ts";
import { logRequests } from "./web/log-requests.ts";
import { measureRequests } from "./web/measure-requests.ts";
import { nameShop } from "./web/name-shop.ts";
import { neverStore } from "./web/never-store.ts";
import { oneSlash } from "./web/one-slash.ts";
import { openServer } from "./web/open-server.ts";
import { readBodies } from "./web/read-bodies.ts";
import { remixHandler } from "./web/remix-handler.ts";
import { requestIds } from "./web/request-ids.ts";
import { routePatterns } from "./web/route-pattern.ts";
import { securityHeaders } from "./web/security-headers.ts";
import { takeWebhooks } from "./web/take-webhooks.ts";

const clientFolder = "build/client";

/** The web server of a context, not yet listening. @param dev serve from source with hot reload instead of `build/` */
export async function createServer(context: AppContext, options: { dev?: boolean } = {}): Promise<Express> {
  const { config } = context;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.TRUST_PROXY);
  app.use(requestIds());
  app.use(oneSlash());
  let routeOf = (_path: string) => "none";
  app.use(measureRequests({ routeOf: (path) => routeOf(path), observe: context.watch.observeRequest }));
  app.use(logRequests(context.logger, context.clock));
  app.use(
    securityHeaders({
      adminOrigin: config.SHOPIFY_ADMIN_ORIGIN,
      appBridgeUrl: config.APP_BRIDGE_URL,
      https: config.SHOPIFY_APP_URL.startsWith("https:"),
      dev: options.dev ?? false,
    }),
  );
  app.use(
    nameShop(
      createShopOfToken({
        clock: context.clock,
        apiKey: config.SHOPIFY_API_KEY,
        apiSecrets: config.SHOPIFY_API_SECRET,
      }),
    ),
  );
  app.use(checkHead({ appUrl: config.SHOPIFY_APP_URL }));
  app.use(readBodies());
  app.use(checkBody());
  const { db, clock, logger, tally } = context;
  const webhookDeps = { db, clock, logger, tally, apiSecrets: config.SHOPIFY_API_SECRET };
  app.post(
    "/webhooks",
    neverStore,
    takeWebhooks((webhook) => receiveWebhook(webhookDeps, webhook)),
  );
  app.use(compression());
  const build = options.dev ? await developmentBuild(app) : await productionBuild(app);
  if (typeof build !== "function") routeOf = routePatterns(build.routes);
  app.use(neverStore);
  app.use(admitPages());
  app.use(
    remixHandler({
      build,
      mode: options.dev ? "development" : "production",
      appUrl: config.SHOPIFY_APP_URL,
      loadContext: ({ locals, req }) => ({
        app: context,
        nonce: locals.nonce,
        requestId: locals.requestId,
        isOperator: isOperator(req, { token: config.METRICS_TOKEN }),
      }),
    }),
  );
  app.use(answerFailures(context.logger));
  return app;
}

async function productionBuild(app: Express): Promise<ServerBuild> {
  if (!existsSync("build/server/index.js")) throw new Error("there is no build: run `npm run build` first");
  app.use(
    "/assets",
    express.static(`${clientFolder}/assets`, { immutable: true, maxAge: "1y", index: false, redirect: false }),
  );
  // Nothing of ours is a folder; a redirect to one would carry no policy of ours.
  app.use(express.static(clientFolder, { maxAge: "1h", index: false, redirect: false }));
  const file = new URL("../build/server/index.js", import.meta.url).href;
  return (await import(file)) as ServerBuild;
}

async function developmentBuild(app: Express): Promise<() => Promise<ServerBuild>> {
  const vite = await import("vite");
  const server = await vite.createServer({ server: { middlewareMode: true } });
  app.use(server.middlewares);
  return () => server.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
}

/** Listens until SIGTERM or SIGINT, then finishes open requests for at most 10 s and closes the database. */
export async function runServer(options: { dev?: boolean } = {}): Promise<void> {
  const context = createContext({ config: readConfig(), role: "web" });
  const app = await createServer(context, options);
  const { PORT, HOST, KEEP_ALIVE_SECONDS } = context.config;
  const server = await new Promise<Server>((resolve, reject) => {
    const opened = openServer(app, { idleMs: KEEP_ALIVE_SECONDS * 1_000 });
    opened.listen(PORT, HOST, () => resolve(opened)).once("error", reject);
  });
  context.logger.info({ port: PORT, url: context.config.SHOPIFY_APP_URL }, "web server is listening");
  process.send?.("ready");
  let stopping = false;
  const stop = (reason?: unknown) => {
    if (stopping) return;
    stopping = true;
    context.logger.info({ reason: stopReason(reason) }, "web server is stopping");
    context.live.end();
    const force = setTimeout(() => server.closeAllConnections(), 10_000);
    server.close(() => {
      clearTimeout(force);
      context.close().finally(() => process.exit(0));
    });
    server.closeIdleConnections();
  };
  process.on("SIGTERM", stop).on("SIGINT", stop).on("disconnect", stop);
}

if (isMain(import.meta.url)) {
  runServer({ dev: process.argv.includes("--dev") }).catch((error: unknown) => {
    process.stderr.write(
      `${error instanceof ConfigError || error instanceof DatabaseRefused ? error.message : describe(error)}\n`,
    );
    process.exit(error instanceof DatabaseRefused ? error.exitCode : 1);
  });
}

function describe(error: unknown): string {
  return error instanceof Error
    ? `Shelfwright's web server stopped: ${error.message}`
    : "Shelfwright's web server stopped.";
}
