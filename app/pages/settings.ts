import { z } from "zod";
import type { AppContext } from "../context.server.ts";
import { bookTest } from "../credits/book-test.ts";
import { checkSpendSettings, readSpendSettings, saveSpendSettings } from "../credits/spend-settings.ts";
import type { Acted } from "../db/record-act.ts";
import { resumeShop } from "../jobs/pause.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { parseSentJson } from "../lib/json.ts";
import { operatorModels, versionCredits } from "../model/model-credits.ts";
import { readModelSettings, saveModelSettings } from "../model/model-settings.ts";
import type { CallRefusal } from "../model/refuse-calls.ts";
import { type ModelTest, testModel } from "../model/test-model.ts";
import type { ModelTestView } from "../ui/settings/test-report.tsx";
import type { Outcome } from "./answer-action.ts";
import { readShopNotices } from "./shop-notices.ts";
import { spendErrorsOf, spendFormOf, spendInputOf } from "./spend-form.ts";
import { readSpending } from "./spending.ts";

type Deps = Pick<AppContext, "db" | "clock" | "config" | "sealer" | "models"> & Acted;

/** All that the settings page shows. */
export async function readSettingsPage(deps: Deps, shop: ShopDomain) {
  const [form, spending, notices, { refusalOf }] = await Promise.all([
    readForm(deps, shop),
    readSpending(deps, shop),
    readShopNotices(deps, shop),
    deps.models.forShop(shop),
  ]);
  return {
    ...form,
    refusals: hintsOf([refusalOf("v1"), refusalOf("v2")]),
    versionCredits,
    operatorModels: [...operatorModels(deps.config)].map(([name, credits]) => ({ name, credits })),
    operatorPrices: deps.config.MODEL_PRICES,
    spending,
    notices,
  };
}

/** At the fields where what stops the calls is put right. */
function hintsOf(refusals: readonly (CallRefusal | null)[]): Record<string, string> {
  return Object.fromEntries(refusals.flatMap((refusal) => (refusal ? [[refusal.field, refusal.hint]] : [])));
}

async function readForm(deps: Deps, shop: ShopDomain) {
  const [settings, spend] = await Promise.all([readModelSettings(deps, shop), readSpendSettings(deps, shop)]);
  const { baseUrl, modelV1, modelV2, images, concurrency, key, keyless, defaults } = settings;
  return {
    saved: {
      baseUrl: baseUrl ?? "",
      modelV1: modelV1 ?? "",
      modelV2: modelV2 ?? "",
      keyless: String(keyless),
      images,
      concurrency: String(concurrency),
      ...spendFormOf(spend, { v1: modelV1 ?? defaults.modelV1, v2: modelV2 ?? defaults.modelV2 }),
    },
    savedKey: key,
    defaults,
  };
}

/**
 * The fields that somebody saved since this form was made, with what they say now; null when there are none.
 * @param seen the saved settings as the form had them, as JSON
 */
async function changedSince(deps: Deps, shop: ShopDomain, seen: string): Promise<Record<string, string> | null> {
  const { saved } = await readForm(deps, shop);
  const then = seenSchema.parse(parseSentJson(seen));
  const changed = Object.entries(saved).filter(([name, value]) => then[name] !== value);
  if (changed.length === 0) return null;
  return Object.fromEntries(
    changed.map(([name, value]) => [
      name,
      value === "" ? "Somebody emptied this meanwhile." : `Somebody saved ${value} meanwhile.`,
    ]),
  );
}

const seenSchema = z.record(z.string(), z.unknown()).catch({});

const formSchema = z.object({
  /** the saved settings as the form had them */
  seen: z.string().optional(),
  baseUrl: z.string(),
  apiKey: z.string(),
  modelV1: z.string(),
  modelV2: z.string(),
  images: z.string().optional(),
  concurrency: z.string(),
  dailyCostCap: z.string(),
  dailyCreditsCap: z.string(),
  v1Input: z.string(),
  v1Cached: z.string(),
  v1Output: z.string(),
  v2Input: z.string(),
  v2Cached: z.string(),
  v2Output: z.string(),
  removeKey: z.enum(["true", "false"]),
  keyless: z.enum(["true", "false"]).catch("false"),
});

/** Saves the settings, or tries them. */
export async function changeSettings(deps: Deps, shop: ShopDomain, request: Request): Promise<Outcome> {
  const fields = Object.fromEntries(await request.formData());
  if (fields.intent === "test") {
    return testModels(deps, shop, request.signal);
  }
  const parsed = formSchema.safeParse(fields);
  if (!parsed.success) return { problem: "This page is from an older version of the app. Reload it." };
  const { removeKey, apiKey, keyless, seen, ...rest } = parsed.data;
  const changed = seen === undefined ? null : await changedSince(deps, shop, seen);
  if (changed) return { problem: staleProblem, fields: changed, stale: true };
  // An empty key field means "as before", except where the person took the key away.
  const input = { ...rest, keyless: keyless === "true", apiKey: apiKey || (removeKey === "true" ? "" : undefined) };
  const { MODEL_V1, MODEL_V2, MODEL_PRICES } = deps.config;
  const names = { v1: rest.modelV1.trim() || MODEL_V1, v2: rest.modelV2.trim() || MODEL_V2 };
  const spend = await checkSpendSettings(deps, {
    shop,
    input: spendInputOf(rest, names),
    pricedByOperator: (model) => MODEL_PRICES[model] !== undefined,
  });
  if (spend.outcome === "invalid") return notValid(spendErrorsOf(spend.errors, names));
  const saved = await saveModelSettings(deps, { shop, input });
  if (saved.outcome === "invalid") return notValid(saved.errors);
  await saveSpendSettings(deps, { shop, settings: spend.settings });
  // Another key, provider or cap is what paused work was waiting for; if it is no better, the next call pauses it again.
  let resumed = 0;
  for (const reason of ["model_key", "model_settings", "billing", "spend_cap"] as const)
    resumed += await resumeShop(deps, { shop, reason });
  return { message: resumed > 0 ? "Settings saved. Paused work goes on." : "Settings saved" };
}

const staleProblem =
  "Somebody saved settings while you had them open. Nothing was overwritten: theirs stand below yours. Save again to keep yours.";

/** Tries the models of both versions, and books what that cost. */
async function testModels(deps: Deps, shop: ShopDomain, signal: AbortSignal): Promise<Outcome> {
  const { nameOf } = await deps.models.forShop(shop);
  const versions = nameOf("v1") === nameOf("v2") ? (["v1"] as const) : (["v1", "v2"] as const);
  const tests = await Promise.all(versions.map((agentModel) => testModel(deps, { shop, agentModel, signal })));
  await bookTest(deps, { shop, calls: tests.flatMap(({ calls }) => calls) });
  const failed = tests.find(({ ok }) => !ok);
  const views = tests.map(viewOf);
  if (!failed) return { message: "Connection tested", tests: views };
  const reason = failed.lines.find(({ state }) => state === "fails")?.says ?? "";
  return { problem: `${failed.model} cannot be used yet. ${reason}`, tests: views };
}

function viewOf({ model, ok, lines, calls, tookMs }: ModelTest): ModelTestView {
  return {
    model,
    ok,
    lines,
    tookMs,
    calls: calls.length,
    tokens: calls.reduce((sum, { tokensIn, tokensOut }) => sum + tokensIn + tokensOut, 0),
    costNanos: calls.reduce<number | null>(
      (sum, { costNanos }) => (sum === null || costNanos === null ? null : sum + costNanos),
      0,
    ),
  };
}

function notValid(fields: Record<string, string>): Outcome {
  return { problem: "Some settings are not valid. Correct the marked fields.", fields };
}
