import { createGenerationContext } from "../../app/generation/generation-context.ts";
import { writeTexts } from "../../app/generation/write-texts.ts";
import { defaultConfig } from "../../app/rules/default-config.ts";
import { contentTypeNames } from "../../app/texts/content-types.ts";
import { createSandboxWriter, sandboxProducts } from "./sandbox-writer.ts";

/** What the five texts of a product cost, on average, with the examiner off. */
export interface WritingCosts {
  sandbox_products: number;
  calls_per_product: number;
  prompt_tokens_per_product: number;
  completion_tokens_per_product: number;
  /** texts that a finding holds back, of all products */
  blocked_texts: number;
  warnings: number;
}

/** Writes the texts of the sandbox's hand-written products with the general rules and the sandbox's model. */
export async function measureWriting(options: { countTokens?: (text: string) => number } = {}): Promise<WritingCosts> {
  const model = createSandboxWriter(options);
  const products = sandboxProducts();
  const sum = { calls: 0, tokensIn: 0, tokensOut: 0, blocked: 0, warnings: 0 };
  for (const { facts, locale } of products) {
    const source = { facts, locale, config: defaultConfig, contentTypes: contentTypeNames, model: "shelf-small" };
    const complete = (request: Parameters<typeof model.complete>[0], { signal }: { signal: AbortSignal }) =>
      model.complete(request, { signal });
    const written = await writeTexts({ complete }, createGenerationContext(source), {
      signal: new AbortController().signal,
    });
    sum.calls += written.usage.calls;
    sum.tokensIn += written.usage.tokensIn;
    sum.tokensOut += written.usage.tokensOut;
    if (written.outcome !== "written") continue;
    sum.blocked += written.texts.filter(({ blocked }) => blocked).length;
    sum.warnings += written.texts.reduce((count, { warnings }) => count + warnings.length, 0);
  }
  const each = (total: number) => Math.round((total / products.length) * 100) / 100;
  return {
    sandbox_products: products.length,
    calls_per_product: each(sum.calls),
    prompt_tokens_per_product: Math.round(each(sum.tokensIn)),
    completion_tokens_per_product: Math.round(each(sum.tokensOut)),
    blocked_texts: sum.blocked,
    warnings: sum.warnings,
  };
}
