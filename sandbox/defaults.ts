import { appRegistration } from "./read-app-toml.ts";
import { type Plan, plans } from "./store/bucket.ts";
import { defaultApp, defaultShops, type SandboxApp, type SandboxShop } from "./store/start.ts";

/** @throws RangeError that names the plans there are */
export function parsePlan(name: string): Plan {
  const plan = plans.find((one) => one === name);
  if (!plan) throw new RangeError(`--plan: "${name}" is none of ${plans.join(", ")}.`);
  return plan;
}

/**
 * The demo's shops on one plan. The first one has every state that a language can have: live, published where no address leads
 * to (Arabic), and unpublished; and translations from before the app, some of them outdated.
 */
export function shopsOn(plan: Plan): SandboxShop[] {
  const [first, ...others] = onPlan(plan);
  return [{ ...(first as SandboxShop), ...demoLanguages, translated: true }, ...others];
}

const demoLanguages = {
  locales: ["en", "de", "fr", "ja", "ar", "pt-BR", "zh-TW"],
  unpublished: ["pt-BR", "zh-TW"],
};
const onPlan = (plan: Plan) => defaultShops.map((shop) => ({ ...shop, plan }));

/** On Plus, whose bucket refills ten times as fast as Standard's: somebody who tries the app should not wait for points. */
export const sandboxShops: SandboxShop[] = onPlan("plus");

/** The app as the sandbox knows it, registered by shopify.app.toml as it would be with Shopify. */
export function sandboxApp(): SandboxApp {
  const { handle, path, scopes, subscriptions } = appRegistration();
  return { ...defaultApp, handle, path, scopes, subscriptions };
}
