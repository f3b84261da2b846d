import { run, type Steps } from "../db/steps.ts";
import type { CheckResult } from "../quality/check-result.ts";

const updateSql = `UPDATE versions SET warnings = @warnings, blocked = @blocked, evidence = @evidence, examined = @examined
  WHERE shop = @shop AND id = @versionId`;

/** What a version's checks found with the examiner's word, and whether all of it was examined. The text stays as it is. */
export function* storeExamined(input: {
  shop: string;
  versionId: string;
  examined: string | null;
  result: Pick<CheckResult, "warnings" | "blocked" | "evidence">;
}): Steps<void> {
  const { shop, versionId, examined, result } = input;
  const { warnings, blocked, evidence } = result;
  yield* run(updateSql, {
    shop,
    versionId,
    examined,
    warnings: JSON.stringify(warnings),
    blocked: blocked ? 1 : 0,
    evidence: JSON.stringify(evidence),
  });
}
