import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import type { SandboxApp, SandboxShop } from "./start.ts";

/** The app as the sandbox knows it: scopes and webhook topics come from shopify.app.toml, as they would with Shopify. */
export function sandboxApp(): SandboxApp {
  const toml = parse(readFileSync(new URL("../shopify.app.toml", import.meta.url), "utf8")) as {
    handle: string;
    access_scopes: { scopes: string };
    webhooks: { subscriptions: { topics?: string[]; uri: string }[] };
  };
  return {
    url: "http://localhost:3401",
    apiKey: "sandbox-api-key",
    apiSecret: "sandbox-api-secret-0123456789abcdef0123456789abcdef",
    scopes: toml.access_scopes.scopes.split(","),
    handle: toml.handle,
    webhookTopics: toml.webhooks.subscriptions.flatMap((subscription) => subscription.topics ?? []),
    webhookPath: toml.webhooks.subscriptions[0]?.uri ?? "/webhooks",
  };
}

export const sandboxShops: SandboxShop[] = [
  {
    domain: "demo.myshopify.com",
    name: "Fern & Field",
    plan: "standard",
    locales: ["en", "de", "fr"],
    catalogue: "sample",
  },
  { domain: "second.myshopify.com", name: "Nordlicht", plan: "standard", locales: ["de", "en"], catalogue: "sample" },
];
