import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { readProduct } from "../../catalog/read-product.ts";
import type { Db } from "../../db/open.ts";
import type { ItemContext } from "../../jobs/task.ts";
import { productIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Models } from "../../model/model-for-shop.ts";
import type { CheckResult } from "../../quality/check-result.ts";
import { lookUpTexts } from "../../quality/look-up-texts.ts";
import { checkTexts, viewsOf } from "../../quality/run-checks.ts";
import { resolveConfig } from "../../rules/configs/resolve-config.ts";
import { nameOfRow } from "../../texts/slot.ts";
import { sameTarget, storeTarget } from "../../texts/target.ts";
import { readVersion } from "../../versions/read-version.ts";
import { refreshContentState } from "../../versions/refresh-content-state.ts";
import { storeExamined } from "../../versions/store-examined.ts";
import { textsBeside } from "../../versions/texts-beside.ts";
import type { VersionRow } from "../../versions/version-view.ts";
import { examinerFor } from "../call-model.ts";
import { readContext } from "../generation-context.ts";
import { examinationOf } from "./examination.ts";

/**
 * `changed`: nothing was stored, since somebody decided a finding of it meanwhile. `away`: the examiner is out of order for now,
 * which the text says until it was examined
 */
export type ExaminedEdit = "examined" | "unwanted" | "changed" | "away";

/** Why a text was not examined that may well be different in some minutes. */
const passing: ReadonlySet<string> = new Set(["no:model_timeout", "no:model_unavailable", "no:model_rate_limited"]);

/**
 * Examines a draft that a person wrote, and brings its findings up to date with what comes of it. The text itself stays as it is.
 * Nothing happens to one that was edited again or decided meanwhile: it is another person's text, or nobody's any more.
 * @throws LeaseLost
 */
export async function examineEdit(
  deps: { db: Db; clock: Clock; models: Models },
  item: ItemContext,
  versionId: string,
): Promise<ExaminedEdit> {
  const { db } = deps;
  const { shop, jobId, seq: itemSeq, signal } = item;
  const version = await db.do(readVersion(shop, versionId));
  if (!version || !isWaiting(version)) return "unwanted";
  const target = storeTarget(version.locale);
  const product = sameTarget(version, target)
    ? await readProduct(deps, shop, productIdSchema.parse(version.productId))
    : null;
  const ofShop = await deps.models.forShop(shop);
  const examiner = examinerFor(deps, { shop, jobId, itemSeq }, ofShop, { heedsPauses: true });
  if (!product || !examiner) return "unwanted";

  const contentType = nameOfRow(version);
  // A translation is held to its source, and examined beside it as it is written.
  if (!sameTarget(await readPrimaryTarget(deps, shop), target)) return "unwanted";
  const { config } = await db.do(resolveConfig({ shop, product }));
  const context = await readContext(deps, {
    ...{ shop, product, config, locale: version.locale },
    contentTypes: [contentType],
    model: "",
  });
  const examination = examinationOf(context, { examiner, signal });
  if (!examination) return "unwanted";
  const { body } = version;
  const texts = new Map(await db.do(textsBeside(version))).set(contentType, { body, raw: body, by: "person" });
  const views = viewsOf(texts, config);
  const { catalogue } = context.source;
  const only = [contentType];
  const nearDuplicates = catalogue && (await lookUpTexts(catalogue, { views, only, config }));
  const check = (): CheckResult => {
    const checked = { texts, only, views, nearDuplicates, verdicts: examination.verdicts };
    const result = checkTexts(context.checks, checked).get(contentType);
    if (!result) throw new Error("the edited text was not checked");
    return result;
  };
  const first = check();
  const doubtful = { text: (views.get(contentType) ?? []).join("\n"), doubts: first.doubts };
  const result = (await examination.ask([doubtful])) ? check() : first;
  const examined = examination.stateOf(doubtful);
  return db.transact({ shop }, function* () {
    yield* item.assertLease();
    const now = yield* readVersion(shop, versionId);
    if (!now || !isWaiting(now)) return "unwanted";
    // A decision is part of the findings, and was made about those that were shown.
    if (JSON.stringify(now.warnings) !== JSON.stringify(version.warnings)) return "changed";
    yield* storeExamined({ shop, versionId, examined, result });
    yield* refreshContentState({ shop, productId: product.id, target });
    return isPassing(examined) ? "away" : "examined";
  });
}

function isWaiting({ state, examined }: VersionRow): boolean {
  return state === "draft" && (examined === null || isPassing(examined));
}

function isPassing(examined: string | null): boolean {
  return examined !== null && passing.has(examined);
}
