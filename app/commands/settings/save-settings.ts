import { z } from "zod";
import { checkSpendSettings, type SpendProblem, saveSpendSettings } from "../../credits/spend-settings.ts";
import type { Acted } from "../../db/record-act.ts";
import { resumeShop } from "../../jobs/pause.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { type ModelSettingsProblem, saveModelSettings } from "../../model/model-settings.ts";
import {
  checkWorkSettings,
  saveWorkSettings,
  type WorkProblem,
  workInputSchema,
} from "../../workplace/save-work-settings.ts";
import { defineCommand } from "../command.ts";
import { readSettingsForm, type SettingsDeps } from "./settings-form.ts";
import { spendErrorsOf, spendInputOf } from "./spend-form.ts";

const input = z.object({
  /** the saved settings as the asker saw them; absent where nobody looked */
  seen: z.record(z.string(), z.unknown()).optional(),
  baseUrl: z.string(),
  /** "": as before */
  apiKey: z.string(),
  removeKey: z.boolean(),
  keyless: z.boolean(),
  modelV1: z.string(),
  modelV2: z.string(),
  /** absent: as before */
  modelExaminer: z.string().optional(),
  examine: z.string().optional(),
  images: z.string().optional(),
  concurrency: z.string(),
  dailyCostCap: z.string(),
  dailyCreditsCap: z.string(),
  runCostCap: z.string().optional(),
  v1Input: z.string(),
  v1Cached: z.string(),
  v1Output: z.string(),
  v2Input: z.string(),
  v2Cached: z.string(),
  v2Output: z.string(),
  examinerInput: z.string().optional(),
  examinerCached: z.string().optional(),
  examinerOutput: z.string().optional(),
  /** how the shop's people work; absent: as before */
  work: workInputSchema.optional(),
});

export type SettingsProblem = ModelSettingsProblem | SpendProblem | WorkProblem;

type Result =
  /** `resumed`: how many paused items were resumed, as the reason of their pause may be gone */
  | { kind: "saved"; resumed: number }
  /** somebody saved these fields since, with what they are now; nothing was changed */
  | { kind: "stale"; changed: Record<string, string> }
  /** what is wrong with each field; nothing was changed */
  | { kind: "invalid"; fields: Record<string, SettingsProblem> };

/** Saves the shop's settings: its model, and how much it may cost. */
export const saveSettings = defineCommand({
  name: "settings.save",
  kind: "settings",
  rate: "anything",
  needs: "changeRules",
  input,
  async run(deps: SettingsDeps & { clock: Clock } & Acted, { shop, by }, { seen, work, ...asked }): Promise<Result> {
    const changed = seen === undefined ? {} : await changedSince(deps, shop, seen);
    if (Object.keys(changed).length > 0) return { kind: "stale", changed };
    const { removeKey, apiKey, ...settings } = asked;
    const { MODEL_V1, MODEL_V2, MODEL_EXAMINER, MODEL_PRICES } = deps.config;
    const names = {
      v1: settings.modelV1.trim() || MODEL_V1,
      v2: settings.modelV2.trim() || MODEL_V2,
      examiner: settings.examine === "off" ? null : settings.modelExaminer?.trim() || MODEL_EXAMINER || null,
    };
    const spend = await checkSpendSettings(deps, {
      shop,
      input: spendInputOf(settings, names),
      pricedByOperator: (model) => MODEL_PRICES?.[model] !== undefined,
    });
    if (spend.outcome === "invalid") return { kind: "invalid", fields: spendErrorsOf(spend.errors, names) };
    const wrong = work === undefined ? {} : await checkWorkSettings(deps, { shop, by, input: work });
    if (Object.keys(wrong).length > 0) return { kind: "invalid", fields: wrong };
    // An empty key means "as before", except where the asker took the key away.
    const key = apiKey || (removeKey ? "" : undefined);
    const saved = await saveModelSettings(deps, { shop, input: { ...settings, apiKey: key } });
    if (saved.outcome === "invalid") return { kind: "invalid", fields: saved.errors };
    await saveSpendSettings(deps, { shop, settings: spend.settings });
    if (work !== undefined) await saveWorkSettings(deps, { shop, by, input: work });
    // Another key, provider or cap is what paused work was waiting for; if it is no better, the next call pauses it again.
    let resumed = 0;
    for (const reason of ["model_key", "model_settings", "billing", "spend_cap"] as const) {
      resumed += await resumeShop(deps, { shop, reason });
    }
    return { kind: "saved", resumed };
  },
});

/** The fields that somebody saved since, with what they are now. */
async function changedSince(deps: SettingsDeps, shop: ShopDomain, seen: Record<string, unknown>) {
  const { saved } = await readSettingsForm(deps, shop);
  return Object.fromEntries(Object.entries(saved).filter(([name, value]) => seen[name] !== value));
}
