import type { i18n } from "i18next";
import type { AppContext } from "../../context.server.ts";
import { english } from "../../i18n/words-of.server.ts";
import { listConfigStates } from "../../rules/configs/config-history.ts";
import { stateDigest } from "../../rules/configs/config-record.ts";
import { readConfig } from "../../rules/configs/read-config.ts";
import type { AdminUser } from "../../shopify/authenticate-admin.ts";
import type { ConfigStateView } from "../../ui/rules/config-view.ts";
import { fieldName, fieldValue } from "../../ui/rules/field-name.ts";
import { countByRules } from "../../versions/count-by-rules.ts";
import { namePerson } from "../name-person.ts";
import { readShopNotices } from "../shop-notices.ts";
import { fieldReader } from "./field-reader.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** All that the history of a config shows, or null when the shop has no such config. */
export async function readHistoryPage(deps: Deps, { shop, by }: AdminUser, id: string, words?: i18n) {
  const { t } = words ?? (await english());
  const [record, states, notices] = await Promise.all([
    readConfig(deps, { shop, id }),
    listConfigStates(deps, { shop, configId: id }),
    readShopNotices(deps, shop),
  ]);
  if (!record || record.scope === "PUBLIC") return null;
  const reader = await fieldReader(deps, shop, t);
  const texts = await deps.db.do(countByRules({ shop, digests: states.map(({ digest }) => digest) }));
  return {
    id,
    name: record.label,
    seen: stateDigest(record),
    states: states.map(
      ({ revision, change, digest, savedAt, differences, savedBy }, index): ConfigStateView => ({
        revision,
        change,
        savedAt,
        versions: texts.get(digest) ?? 0,
        differences: differences.map(({ field, before, after }) => ({
          field: fieldName(field, reader),
          before: before === null ? null : fieldValue(field, before, reader),
          after: after === null ? null : fieldValue(field, after, reader),
        })),
        savedBy: namePerson(savedBy, by),
        current: index === 0,
      }),
    ),
    notices,
    now: deps.clock.now(),
  };
}
