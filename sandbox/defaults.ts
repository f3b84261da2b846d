import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { defaultApp, defaultShops, type SandboxApp, type SandboxShop } from "./store/start.ts";

/** On Plus, whose bucket refills ten times as fast as Standard's: somebody who tries the app should not wait for points. */
export const sandboxShops: SandboxShop[] = defaultShops.map((shop) => ({ ...shop, plan: "plus" }));

/** The app as the sandbox knows it: scopes and webhook topics come from shopify.app.toml, as they would with Shopify. */
export function sandboxApp(): SandboxApp {
  const toml = parse(readFileSync(new URL("../shopify.app.toml", import.meta.url), "utf8")) as {
    handle: string;
    access_scopes: { scopes: string };
    webhooks: { subscriptions: { topics?: string[]; uri: string }[] };
  };
  const { subscriptions } = toml.webhooks;
  return {
    ...defaultApp,
    handle: toml.handle,
    scopes: toml.access_scopes.scopes.split(","),
    webhookTopics: subscriptions.flatMap((subscription) => subscription.topics ?? []),
    webhookPath: subscriptions[0]?.uri ?? defaultApp.webhookPath,
  };
}
