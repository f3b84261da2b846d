import type { i18n } from "i18next";
import { listCollections } from "../../catalog/collections/list-collections.ts";
import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { AppContext } from "../../context.server.ts";
import { english } from "../../i18n/words-of.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { readAssignments } from "../../rules/configs/assignment-rules.ts";
import { type ConfigRecord, stateDigest } from "../../rules/configs/config-record.ts";
import { countUse } from "../../rules/configs/count-use.ts";
import { exportConfig } from "../../rules/configs/import-config.ts";
import { readConfig } from "../../rules/configs/read-config.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { typesNamedBy } from "../../rules/content-types/named-by-config.ts";
import type { ConfigDetailView } from "../../ui/rules/config-view.ts";
import { draftsBehind, openRecheck } from "../../versions/drafts-behind.ts";
import { readRecheck } from "../../versions/read-recheck.ts";
import { namesOfPeople } from "../../workplace/people.ts";
import { contentTypeViews } from "../content-type-views.ts";
import { languageName } from "../languages/names.ts";
import { personView } from "../name-person.ts";
import { readShopNotices } from "../shop-notices.ts";
import { rulesWords } from "./rules-words.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** For so long it is said what came of a check of drafts, unless it is dismissed. */
const toldMs = 24 * 3_600_000;

/**
 * All that one config's page shows, or null when the shop has none of this id.
 * @param reader `user:<Shopify user id>` of who looks
 */
export async function readRulesEditor(deps: Deps, shop: ShopDomain, id: string, words?: i18n, reader = "") {
  const { t, language } = words ?? (await english());
  const [record, notices] = await Promise.all([readConfig(deps, { shop, id }), readShopNotices(deps, shop)]);
  if (!record) return null;
  const use = (await deps.db.do(countUse(shop))).get(id) ?? { products: 0, rules: 0 };
  const shopTypes = await deps.db.do(listContentTypes(shop));
  const types = contentTypeViews(shopTypes, undefined, t);
  return {
    config: {
      ...detailView(t, record),
      ...use,
      updatedBy: personView(record.updatedBy, reader, await deps.db.do(namesOfPeople(shop))),
    },
    types,
    languages: (await deps.db.do(translatedLocalesOf(shop))).map((locale) => ({
      locale,
      name: languageName(locale, language),
    })),
    known: types.map(({ name, label }) => ({ name, label })),
    where: await whereOf(deps, { shop, id, t }),
    unknown: typesNamedBy(record.config, shopTypes).map(({ name }) => name),
    drafts: await draftsOf(deps, shop, record),
    notices,
    now: deps.clock.now(),
  };
}

/** What of the drafts is behind the rules, the check of them that runs, and what came of the last one. */
async function draftsOf({ db, clock }: Deps, shop: ShopDomain, { id, digest }: ConfigRecord) {
  const open = await db.do(openRecheck(shop, id));
  const { drafts } = await db.do(draftsBehind(shop, { configId: id, digest }));
  const checked = await db.do(readRecheck(shop, { configId: id, digest, since: clock.now() - toldMs }));
  return { behind: drafts, checked, checking: open ? { url: `/app/activity/${open.id}`, products: open.total } : null };
}

/** The assignments that name these rules, as lines: Vendor · Fern. */
async function whereOf(deps: Deps, { shop, id, t }: { shop: ShopDomain; id: string; t: i18n["t"] }): Promise<string[]> {
  const { rules, otherwise } = await readAssignments(deps, shop);
  const own = rules.filter(({ configId }) => configId === id);
  const collections = await deps.db.do(
    listCollections(
      shop,
      own.filter(({ field }) => field === "collection").map(({ value }) => value),
    ),
  );
  const titles = new Map(collections.map((one) => [one.id, one.title]));
  const lines = own.map(({ field, value }) =>
    t(`rules:whereIs.${field}`, { value: field === "collection" ? (titles.get(value) ?? value) : value }),
  );
  return otherwise === id ? [...lines, t("rules:whereIs.others")] : lines;
}

function detailView(t: i18n["t"], record: ConfigRecord): Omit<ConfigDetailView, "products" | "rules" | "updatedBy"> {
  const { label, description } = rulesWords(t, record);
  const { id, scope, config, updatedAt } = record;
  return {
    id,
    name: label,
    description: description ?? "",
    preset: scope === "PUBLIC",
    seen: stateDigest(record),
    config,
    updatedAt,
    file: exportConfig(record),
  };
}
