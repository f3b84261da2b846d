import type { ProductFacts } from "../../../app/catalog/facts.ts";
import type { StoredWarning, TextBody } from "../../../app/db/schema/index.ts";
import { runChecks } from "../../../app/quality/run-checks.ts";
import type { ContentConfig } from "../../../app/rules/content-config.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { someFacts } from "../../support/content/facts.ts";

export interface Surroundings {
  locale?: string;
  contentType?: string;
  facts?: Partial<ProductFacts>;
  config?: Partial<ContentConfig>;
}

/** All findings of one text about a product. */
export function findingsOf(
  body: TextBody,
  { locale = "en", contentType = "desc", facts, config }: Surroundings = {},
): readonly StoredWarning[] {
  const result = runChecks({
    texts: new Map([[contentType, { body, raw: body }]]),
    facts: someFacts(facts),
    config: { ...defaultConfig, ...config },
    locale,
  }).get(contentType);
  return result?.warnings ?? [];
}

/** Their codes, without repeats. */
export function codesOf(body: TextBody, surroundings?: Surroundings): string[] {
  return [...new Set(findingsOf(body, surroundings).map(({ code }) => code))];
}
