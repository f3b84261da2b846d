import { judgementOf, settingsOf } from "../quality/checks/finding.ts";
import { checkNearDuplicate } from "../quality/checks/near-duplicate.ts";
import type { Comparison } from "../quality/near-duplicates/compare-catalogue.ts";
import { comparedText } from "../quality/near-duplicates/find-near-duplicate.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import type { GeneratedText } from "./generate-product.ts";

/**
 * The text with a warning when another product's text was stored since it was judged: of two that are written at the same
 * time, the later one is marked. Part of the storing transaction.
 */
export function findLateNearDuplicate(
  judged: GeneratedText,
  comparison: Comparison,
  config: ContentConfig,
): GeneratedText {
  const { contentType, body, warnings } = judged;
  const settings = settingsOf(config, contentType);
  if (settings.DUPLICATE === "off" || warnings.some(({ product }) => product !== undefined)) return judged;
  const text = comparedText(contentType, body);
  const found = checkNearDuplicate({ contentType, text, nearDuplicateOf: comparison.lateNearDuplicateOf });
  if (found.length === 0) return judged;
  const late = judgementOf(contentType, found, [], settings);
  return { ...judged, warnings: [...warnings, ...late.warnings], blocked: judged.blocked || late.blocked };
}
