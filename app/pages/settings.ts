import { z } from "zod";
import type { AppContext } from "../context.server.ts";
import { unparkShop } from "../jobs/park.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { readModelSettings, saveModelSettings } from "../model/model-settings.ts";
import { testModel } from "../model/test-model.ts";
import type { Outcome } from "./answer-action.ts";
import { readShopNotices } from "./shop-notices.ts";

type Deps = Pick<AppContext, "db" | "clock" | "config" | "sealer" | "models">;

/** All that the settings page shows. */
export async function readSettingsPage(deps: Deps, shop: ShopDomain) {
  const [settings, notices] = await Promise.all([readModelSettings(deps, shop), readShopNotices(deps, shop)]);
  const { baseUrl, modelV1, modelV2, concurrency, hasKey, defaults } = settings;
  return {
    saved: {
      baseUrl: baseUrl ?? "",
      modelV1: modelV1 ?? "",
      modelV2: modelV2 ?? "",
      concurrency: String(concurrency),
    },
    hasKey,
    defaults,
    notices,
  };
}

const formSchema = z.object({
  baseUrl: z.string(),
  apiKey: z.string(),
  modelV1: z.string(),
  modelV2: z.string(),
  concurrency: z.string(),
  removeKey: z.enum(["true", "false"]),
});

/** Saves the settings, or tries them. */
export async function changeSettings(deps: Deps, shop: ShopDomain, request: Request): Promise<Outcome> {
  const fields = Object.fromEntries(await request.formData());
  if (fields.intent === "test") {
    const test = await testModel(deps, { shop, agentModel: "v1", signal: request.signal });
    return test.ok ? { message: `${test.model} answered as it should.` } : { problem: test.message };
  }
  const parsed = formSchema.safeParse(fields);
  if (!parsed.success) return { problem: "This page is from an older version of the app. Reload it." };
  const { removeKey, apiKey, ...rest } = parsed.data;
  // An empty key field means "as before", except where the person took the key away.
  const input = { ...rest, apiKey: apiKey || (removeKey === "true" ? "" : undefined) };
  const saved = await saveModelSettings(deps, { shop, input });
  if (saved.outcome === "invalid") {
    return { problem: "Some settings are not valid. Correct the marked fields.", fields: saved.errors };
  }
  // Another key or provider is what parked work was waiting for; if it is no better, the next call parks it again.
  const resumed =
    (await unparkShop(deps, { shop, reason: "model_key" })) + (await unparkShop(deps, { shop, reason: "billing" }));
  return { message: resumed > 0 ? "Settings saved. Parked work goes on." : "Settings saved" };
}
