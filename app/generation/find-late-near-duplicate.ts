import type { Steps } from "../db/steps.ts";
import { checkResultOf, settingsOf } from "../quality/check-result.ts";
import { checkNearDuplicate } from "../quality/checks/near-duplicate.ts";
import type { Comparison } from "../quality/near-duplicates/compare-catalogue.ts";
import { comparedText } from "../quality/near-duplicates/find-near-duplicate.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import type { GeneratedText } from "./generated-text.ts";

/**
 * The text with a warning when another product's text was stored since it was checked: of two that are written at the same
 * time, the later one is marked. Part of the storing transaction.
 */
export function* findLateNearDuplicate(
  checked: GeneratedText,
  comparison: Comparison,
  config: ContentConfig,
): Steps<GeneratedText> {
  const { contentType, body, warnings } = checked;
  const settings = settingsOf(config, contentType);
  if (settings.DUPLICATE === "off" || warnings.some(({ product }) => product !== undefined)) return checked;
  const text = comparedText(contentType, body);
  const found = checkNearDuplicate({
    contentType,
    nearDuplicate: yield* comparison.lateNearDuplicateOf(contentType, text),
  });
  if (found.length === 0) return checked;
  const late = checkResultOf(contentType, found, { settings });
  return { ...checked, warnings: [...warnings, ...late.warnings], blocked: checked.blocked || late.blocked };
}
