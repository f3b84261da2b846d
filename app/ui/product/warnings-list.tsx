import { Badge, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { inSentence } from "../in-sentence.ts";
import type { WarningView } from "./product-detail-view.ts";
import "../ui.css";

/** What the checks found in a text; what blocks it first. */
export function WarningsList({ warnings, label }: { warnings: WarningView[]; label: string }) {
  if (warnings.length === 0) return null;
  const sorted = [...warnings].sort((a, b) => Number(b.severity === "block") - Number(a.severity === "block"));
  return (
    <BlockStack as="ul" gap="150">
      {sorted.map((warning) => (
        <li key={`${warning.code} ${warning.description}`} className="sw-plain">
          <InlineStack gap="200" blockAlign="start" wrap={false}>
            <span>
              <Badge tone={warning.severity === "block" ? "critical" : "warning"}>
                {warning.severity === "block" ? "Blocks" : "Check"}
              </Badge>
            </span>
            <span dir="auto" className="sw-wrap">
              <Text as="span" tone={warning.severity === "block" ? "critical" : "caution"}>
                {warningText(warning.description, label)}
              </Text>
              {warning.product ? (
                <>
                  {" "}
                  <Link url={`/app/products/${warning.product.id}`} monochrome>
                    {`Open ${warning.product.title || "the other product"}`}
                  </Link>
                </>
              ) : null}
            </span>
          </InlineStack>
        </li>
      ))}
    </BlockStack>
  );
}

/** Content types whose names are no words that people write. */
const typeNames: Record<string, string> = {
  desc: "the description",
  seo_title: "the SEO title",
  seo_desc: "the SEO description",
  howtouse: "how to use",
};

/**
 * A finding as a sentence. Checks name content types as the program does, e.g. `seo_title`, the text's own first: people
 * read labels. What is between quotation marks are the words of the text or of its facts, and stays.
 */
export function warningText(description: string, label: string): string {
  const spoken = description
    .replace(/^bullets_(\d+)\b/, "Bullet $1")
    .replace(
      /^(?:title|desc|bullets|seo_title|seo_desc|[a-z][a-z0-9]*(?:_[a-z0-9]+)+|howtouse)\b(?=\s)/,
      `The ${inSentence(label)}`,
    )
    .replace(/"[^"]*"|\b(?:desc|seo_title|seo_desc|howtouse)\b/g, (words) => typeNames[words] ?? words);
  const first = spoken.charAt(0).toLocaleUpperCase("en") + spoken.slice(1);
  return /[.!?…:]$/.test(first) ? first : `${first}.`;
}
