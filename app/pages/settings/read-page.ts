import { readSettingsForm } from "../../commands/settings/settings-form.ts";
import type { AppContext } from "../../context.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { operatorModels, versionCredits } from "../../model/model-credits.ts";
import type { CallRefusal } from "../../model/refuse-calls.ts";
import { readShopNotices } from "../shop-notices.ts";
import { readSpending } from "../spending.ts";
import { settingsProblemWords } from "./settings-problem-words.ts";

type Deps = Pick<AppContext, "db" | "clock" | "config" | "sealer" | "models">;

/** All that the settings page shows. */
export async function readSettingsPage(deps: Deps, shop: ShopDomain) {
  const [form, spending, notices, { refusalOf }] = await Promise.all([
    readSettingsForm(deps, shop),
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
  return Object.fromEntries(
    refusals.flatMap((refusal) => (refusal ? [[refusal.field, settingsProblemWords(refusal.reason)]] : [])),
  );
}
