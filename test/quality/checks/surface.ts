import type { ProductFacts } from "../../../app/catalog/facts.ts";
import type { TextBody } from "../../../app/db/schema/index.ts";
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

/** The codes of all findings of one text about a product, without repeats. */
export function codesOf(
  body: TextBody,
  { locale = "en", contentType = "desc", facts, config }: Surroundings = {},
): string[] {
  const result = runChecks({
    texts: new Map([[contentType, { body, raw: body }]]),
    facts: someFacts(facts),
    config: { ...defaultConfig, ...config },
    locale,
  }).get(contentType);
  return [...new Set(result?.warnings.map(({ code }) => code))];
}
