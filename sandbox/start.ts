import { readStore } from "./admin/read-store.ts";
import { readTranslations } from "./admin/read-translations.ts";
import { startAdmin } from "./admin/start.ts";
import type { ModelSettings, ModelState } from "./model/model-state.ts";
import { startModel } from "./model/start.ts";
import { type SandboxApp, type SandboxShop, type StoreOptions, type StoreState, startStore } from "./store/start.ts";
import { signingSecret } from "./store/state.ts";

export type { ModelSettings, ModelState } from "./model/model-state.ts";
export type { SandboxApp, SandboxShop, StoreState } from "./store/start.ts";

export interface SandboxOptions {
  app: SandboxApp;
  shops: SandboxShop[];
  /** 0 or none takes a free one. */
  ports?: { admin?: number | undefined; store?: number | undefined; model?: number | undefined } | undefined;
  /** Epoch milliseconds. */
  now?: (() => number) | undefined;
  seed?: number | undefined;
  /** Fault rules of each side, as `parseFaultFlag` gives them. */
  faults?: { store?: unknown; model?: unknown } | undefined;
  /** Latency and how often the model makes and mends mistakes. */
  model?: Partial<ModelSettings> | undefined;
  store?:
    | Pick<StoreOptions, "habits" | "bulkDelayMs" | "accessTokenSeconds" | "refreshTokenSeconds" | "webhookRetryMs">
    | undefined;
}

export interface Sandbox {
  /** The address a person opens. */
  adminUrl: string;
  storeUrl: string;
  /** Without `/v1`. */
  modelUrl: string;
  storePort: number;
  store: StoreState;
  model: ModelState;
  /** Where the app answers: for its frame and for webhooks. */
  setAppUrl(url: string): void;
  close(): Promise<void>;
}

/**
 * Starts store, model and admin in this process, on loopback only. Prints nothing.
 * @throws Error that names the server and the port when one is taken; then nothing stays open
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { ports = {}, now, seed, faults = {} } = options;
  const open: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of open.splice(0).reverse()) await close();
  };
  async function begin<T extends { close(): Promise<void> }>(
    name: keyof typeof ports,
    start: () => Promise<T>,
  ): Promise<T> {
    try {
      const server = await start();
      open.push(server.close);
      return server;
    } catch (error) {
      await closeAll();
      throw isTaken(error)
        ? new Error(
            `The sandbox's ${name} cannot use port ${ports[name]}: something else does. Give it another port.`,
            {
              cause: error,
            },
          )
        : error;
    }
  }

  const store = await begin("store", () =>
    startStore({
      ...options.store,
      app: options.app,
      shops: options.shops,
      port: ports.store ?? 0,
      ...(now === undefined ? {} : { now }),
      ...(seed === undefined ? {} : { seed }),
      faults: faults.store,
    }),
  );
  const model = await begin("model", () =>
    startModel({ port: ports.model, now, seed, faults: faults.model, settings: options.model }),
  );
  const admin = await begin("admin", () =>
    startAdmin(
      {
        catalogue: readStore(store.state),
        translations: readTranslations(store.state),
        app: () => ({ ...store.state.app, apiSecret: signingSecret(store.state) }),
        now,
        visitor: () => store.state.habits.visitor,
      },
      ports.admin,
    ),
  );
  return {
    adminUrl: admin.url,
    storeUrl: store.url,
    modelUrl: model.url,
    storePort: store.port,
    store: store.state,
    model: model.state,
    setAppUrl: store.state.setAppUrl,
    close: closeAll,
  };
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
