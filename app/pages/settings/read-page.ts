import type { i18n } from "i18next";
import { listHandsOff } from "../../catalog/hands-off.ts";
import { readSettingsForm } from "../../commands/settings/settings-form.ts";
import type { AppContext } from "../../context.server.ts";
import { english } from "../../i18n/words-of.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { operatorModels, versionCredits } from "../../model/model-credits.ts";
import type { CallRefusal } from "../../model/refuse-calls.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { mailTroubleOf } from "../../workplace/mail-trouble.ts";
import type { ShopPerson } from "../../workplace/people.ts";
import { typeLabel } from "../content-type-views.ts";
import { readShopNotices } from "../shop-notices.ts";
import { readSpending } from "../spending.ts";
import { mailTroubleWords } from "./mail-trouble-words.ts";
import { settingsProblemWords } from "./settings-problem-words.ts";

type Deps = Pick<AppContext, "db" | "clock" | "config" | "sealer" | "models">;

/** What a person looks through. */
const mostHandsOff = 200;

/** All that the settings page shows. @param words in the reader's language; English where nobody said */
export async function readSettingsPage(deps: Deps, shop: ShopDomain, by = "", words?: i18n) {
  const { t } = words ?? (await english());
  const [form, spending, notices, { refusalOf }, trouble] = await Promise.all([
    readSettingsForm(deps, shop),
    readSpending(deps, shop),
    readShopNotices(deps, shop),
    deps.models.forShop(shop),
    deps.db.do(mailTroubleOf(shop)),
  ]);
  return {
    ...form,
    people: withReader(form.people, by),
    me: by,
    handsOff: (await deps.db.do(listHandsOff(shop, mostHandsOff))).map(({ id, title }) => ({ id, title })),
    shop,
    types: (await deps.db.do(listContentTypes(shop))).map(({ name, label, wanted }) => ({
      label: typeLabel(t, name, label),
      wanted,
    })),
    refusals: hintsOf(t, [refusalOf("v1"), refusalOf("v2")]),
    versionCredits,
    operatorModels: [...operatorModels(deps.config)].map(([name, credits]) => ({ name, credits })),
    operatorPrices: deps.config.MODEL_PRICES,
    spending,
    notices,
    mail: {
      isSetUp: deps.config.MAIL_URL !== undefined,
      trouble: trouble === null ? null : mailTroubleWords(t, trouble),
    },
  };
}

/** At the fields where what stops the calls is put right. */
function hintsOf(t: i18n["t"], refusals: readonly (CallRefusal | null)[]): Record<string, string> {
  return Object.fromEntries(
    refusals.flatMap((refusal) => (refusal ? [[refusal.field, settingsProblemWords(t, refusal.reason)]] : [])),
  );
}

/** Who looks is among them, also before they did anything. */
function withReader(people: readonly ShopPerson[], by: string): ShopPerson[] {
  const isNew = by.startsWith("user:") && !people.some(({ person }) => person === by);
  const reader = { person: by, name: "", mayApprove: true, mayPublish: true, mayChangeRules: true };
  return isNew ? [...people, reader] : [...people];
}
