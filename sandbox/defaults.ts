import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { defaultApp, type SandboxApp } from "./store/start.ts";

export { defaultShops as sandboxShops } from "./store/start.ts";

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
