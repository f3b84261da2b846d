import type { AppContext } from "../../context.server.ts";
import { listConfigStates } from "../../rules/configs/config-history.ts";
import { stateDigest } from "../../rules/configs/config-record.ts";
import { readConfig } from "../../rules/configs/read-config.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import type { AdminUser } from "../../shopify/authenticate-admin.ts";
import type { ConfigStateView } from "../../ui/configs/config-view.ts";
import { fieldName, fieldValue } from "../../ui/configs/field-name.ts";
import { countByRules } from "../../versions/count-by-rules.ts";
import { namePerson } from "../name-person.ts";
import { readShopNotices } from "../shop-notices.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** All that the history of a config shows, or null when the shop has no such config. */
export async function readHistoryPage(deps: Deps, { shop, by }: AdminUser, id: string) {
  const [record, states, notices] = await Promise.all([
    readConfig(deps, { shop, id }),
    listConfigStates(deps, { shop, configId: id }),
    readShopNotices(deps, shop),
  ]);
  if (!record || record.scope === "PUBLIC") return null;
  const types = await deps.db.do(listContentTypes(shop));
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
          field: fieldName(field, types),
          before: before === null ? null : fieldValue(field, before, types),
          after: after === null ? null : fieldValue(field, after, types),
        })),
        savedBy: namePerson(savedBy, by),
        current: index === 0,
      }),
    ),
    notices,
    now: deps.clock.now(),
  };
}
