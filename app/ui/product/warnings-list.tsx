import { Badge, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
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

/** A finding as a sentence. Checks begin with the content type's own name, e.g. `seo_title`: people read its label. */
export function warningText(description: string, label: string): string {
  const spoken = description
    .replace(/^bullets_(\d+)\b/, "Bullet $1")
    .replace(
      /^(?:title|desc|bullets|seo_title|seo_desc|howtouse)\b(?=\s)/,
      `The ${label.toLowerCase().replace("seo", "SEO")}`,
    );
  const first = spoken.charAt(0).toLocaleUpperCase("en") + spoken.slice(1);
  return /[.!?…:]$/.test(first) ? first : `${first}.`;
}
