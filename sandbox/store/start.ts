import { createRouter, listen, sendJson } from "../shared/http.ts";
import { addAdminRoutes } from "./admin-routes.ts";
import { addControlRoutes } from "./control-routes.ts";
import { addFileRoutes } from "./file-routes.ts";
import { createStoreState, type StoreOptions, type StoreState } from "./state.ts";
import { addTranslationRoutes } from "./translation-routes.ts";

export type { SandboxApp, SandboxShop } from "./sandbox-app.ts";
export { defaultApp, defaultShops } from "./sandbox-app.ts";
export type { StoreOptions, StoreState } from "./state.ts";

export interface RunningStore {
  url: string;
  port: number;
  state: StoreState;
  close(): Promise<void>;
}

/** Starts the store on 127.0.0.1 (port 0 takes a free one). */
export async function startStore(options: StoreOptions & { port?: number } = {}): Promise<RunningStore> {
  const state = createStoreState(options);
  const router = createRouter();
  addControlRoutes(router, state);
  addTranslationRoutes(router, state);
  addAdminRoutes(router, state);
  addFileRoutes(router, state);
  const server = await listen(async (req, res) => {
    if (!(await router.handle(req, res))) sendJson(res, 404, { errors: "Not Found" });
  }, options.port ?? 0);
  state.url = server.url;
  return {
    url: server.url,
    port: server.port,
    state,
    async close() {
      state.close();
      await server.close();
    },
  };
}
