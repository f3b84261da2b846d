import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { AppContext } from "../../../app/context.server.ts";
import * as entry from "../../../app/entry.server.tsx";
import * as root from "../../../app/root.tsx";

type Module = ServerBuild["routes"][string]["module"];

const modules = import.meta.glob<Module>("../../../app/routes/*.{ts,tsx}", { eager: true });

/** Remix's own reading of a route file's name, as far as the app uses it. */
function routesOf(): ServerBuild["routes"] {
  const names = Object.keys(modules).map((file) => file.replace(/^.*\/|\.tsx?$/g, ""));
  const routes: ServerBuild["routes"] = { root: { id: "root", path: "", module: root as Module } };
  for (const [file, module] of Object.entries(modules)) {
    const name = file.replace(/^.*\/|\.tsx?$/g, "");
    const parent = names.filter((one) => name.startsWith(`${one}.`)).sort((a, b) => b.length - a.length)[0];
    const own = name.slice(parent === undefined ? 0 : parent.length + 1);
    const index = own === "_index" || own.endsWith("._index");
    const path = own
      .split(".")
      .filter((part) => part !== "_index")
      .map((part) => (part === "$" ? "*" : part.replace(/^\$/, ":").replace(/_$/, "")))
      .join("/");
    const isIndex = index && path === "";
    routes[name] = {
      id: name,
      parentId: parent ?? "root",
      ...(path === "" ? {} : { path }),
      ...(isIndex ? { index: true } : {}),
      module,
    };
  }
  return routes;
}

/** Answers a page's address as the web process does, with the real loaders and the server's drawing. */
export function servePages(app: AppContext): (address: string) => Promise<string> {
  const routes = routesOf();
  const build: ServerBuild = {
    entry: { module: entry },
    routes,
    assets: {
      entry: { module: "/entry.js", imports: [] },
      routes: Object.fromEntries(
        Object.values(routes).map(({ id, parentId, path, index, module }) => [
          id,
          {
            ...{ id, parentId, path, index, module: `/${id}.js` },
            ...{ hasAction: "action" in module, hasLoader: "loader" in module },
            ...{ hasClientAction: "clientAction" in module, hasClientLoader: "clientLoader" in module },
            hasErrorBoundary: "ErrorBoundary" in module,
          },
        ]),
      ),
      url: "/manifest.js",
      version: "1",
    },
    publicPath: "/",
    assetsBuildDirectory: "",
    isSpaMode: false,
    mode: "production",
    future: {
      ...{ v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
      ...{ v3_routeConfig: false, v3_singleFetch: true, v3_lazyRouteDiscovery: false, unstable_optimizeDeps: false },
    },
  };
  const handle = createRequestHandler(build, "production");
  const context: AppLoadContext = { app, nonce: "n", requestId: "r", isOperator: false };
  return async (address) => {
    const request = new Request(new URL(address, "https://app.example.com"), {
      headers: { "User-Agent": "Googlebot" },
    });
    return (await handle(request, context)).text();
  };
}
