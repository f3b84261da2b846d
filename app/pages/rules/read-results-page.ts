import type { i18n } from "i18next";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import type { AppContext } from "../../context.server.ts";
import { english } from "../../i18n/words-of.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { labelOfName } from "../../rules/content-types/label-of-name.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import type { KeptView } from "../../ui/kept.ts";
import { periodOf, periods } from "../../ui/results/periods.ts";
import type { AcceptanceRowView, FalseAlarmView } from "../../ui/results/results-page.tsx";
import { labelOfCheck } from "../../ui/rules/check-names.ts";
import { readAcceptance } from "../../versions/feedback/read-acceptance.ts";
import { countKeptFindings } from "../../versions/findings/count-kept-findings.ts";
import { namedTypes } from "../content-type-views.ts";
import { readShopNotices } from "../shop-notices.ts";
import { labelInWords } from "./rules-words.ts";

type Deps = Pick<AppContext, "db" | "clock">;

const dayMs = 86_400_000;

/** All that the Acceptance page shows. @param params `period`: days, or `all` that are kept */
export async function readResultsPage(
  deps: Deps,
  shop: ShopDomain,
  params: URLSearchParams,
  { feedbackDays }: Pick<KeptView, "feedbackDays">,
  words?: i18n,
) {
  const { t } = words ?? (await english());
  const period = periodOf(params.get("period"));
  // Corrections are kept for ever and approvals are not: a share over all of them would be none.
  const days = periods.find(({ id }) => id === period)?.days ?? feedbackDays;
  const target = await readPrimaryTarget(deps, shop);
  const since = deps.clock.now() - days * dayMs;
  const [rows, kept, notices] = await Promise.all([
    readAcceptance(deps, { shop, target, since }),
    deps.db.do(countKeptFindings({ shop, target, since })),
    readShopNotices(deps, shop),
  ]);
  const labels = new Map<string, string>(
    namedTypes(t, await deps.db.do(listContentTypes(shop))).map(({ name, label }) => [name, label]),
  );
  return {
    period,
    keptDays: feedbackDays,
    rows: rows.map(
      ({ config, model, contentType, ...counts }): AcceptanceRowView => ({
        config: config === null ? t("rules:results.earlier") : labelInWords(t, config),
        model: model ?? t("rules:results.unknown"),
        text: labels.get(contentType) ?? labelOfName(contentType),
        ...counts,
      }),
    ),
    falseAlarms: kept.map(({ code, kept }): FalseAlarmView => ({ check: labelOfCheck(t, code), kept })),
    notices,
  };
}
