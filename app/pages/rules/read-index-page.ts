import type { i18n } from "i18next";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import type { AppContext } from "../../context.server.ts";
import { english } from "../../i18n/words-of.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { countUse } from "../../rules/configs/count-use.ts";
import { maxImportChars } from "../../rules/configs/import-config.ts";
import { listConfigs, maxConfigs } from "../../rules/configs/read-config.ts";
import type { ConfigRowView } from "../../ui/rules/config-view.ts";
import { readJudgements } from "../../versions/feedback/read-judgements.ts";
import { namesOfPeople } from "../../workplace/people.ts";
import { personView } from "../name-person.ts";
import { readShopNotices } from "../shop-notices.ts";
import { rulesWords } from "./rules-words.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** Long enough for a share that says something, short enough to be about the rules of now. */
const judgedDays = 90;
const dayMs = 86_400_000;

/** All that the list of rules shows: the shop's own first, since those are worked on. */
export async function readRulesIndex(deps: Deps, { shop, by }: { shop: ShopDomain; by: string }, words?: i18n) {
  const { t } = words ?? (await english());
  const [configs, notices] = await Promise.all([listConfigs(deps, { shop }), readShopNotices(deps, shop)]);
  const target = await readPrimaryTarget(deps, shop);
  const since = deps.clock.now() - judgedDays * dayMs;
  const use = await deps.db.do(countUse(shop));
  const judged = await deps.db.do(readJudgements({ shop, target, since }));
  const names = await deps.db.do(namesOfPeople(shop));
  const rows = configs.map((config): ConfigRowView => {
    const { id, scope, updatedAt, updatedBy } = config;
    const { label, description } = rulesWords(t, config);
    const { products, rules } = use.get(id) ?? { products: 0, rules: 0 };
    return {
      ...{ id, name: label, description, preset: scope === "PUBLIC", products, rules },
      judged: judged.get(id) ?? null,
      updatedAt,
      updatedBy: personView(updatedBy, by, names),
    };
  });
  return {
    configs: [...rows.filter(({ preset }) => !preset), ...rows.filter(({ preset }) => preset)],
    /** products that follow rules of the app's */
    withoutOwn: rows.reduce((sum, { preset, products }) => (preset ? sum + products : sum), 0),
    judgedDays,
    maxConfigs,
    maxImportChars,
    notices,
    now: deps.clock.now(),
  };
}
