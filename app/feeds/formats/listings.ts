import type { FeedScope, Row } from "../row.ts";
import type { RowWriter } from "./writer.ts";

/**
 * Amazon's JSON_LISTINGS_FEED: for each SKU patches of its listing's attributes. The first column is the SKU, the others are
 * attributes; a list is an attribute of several values.
 * @see https://developer-docs.amazon.com/sp-api/docs/listings-feed-type-values
 */
export function listingsWriter({ settings, locale }: FeedScope): RowWriter {
  const header = {
    sellerId: settings.seller_id ?? "",
    version: "2.0",
    issueLocale: locale.replace("-", "_"),
  };
  const marketplace_id = settings.marketplace_id ?? "";
  const language_tag = settings.language_tag || locale.replace("-", "_");
  return {
    head: () => `{"header":${JSON.stringify(header)},"messages":[\n`,
    rows: (rows, before) =>
      rows
        .map((row, at) => `${before + at === 0 ? "" : ",\n"}${JSON.stringify(messageOf(row, before + at + 1))}`)
        .join(""),
    foot: () => "\n]}\n",
  };

  function messageOf({ values }: Row, messageId: number) {
    const [[, sku] = ["", ""], ...attributes] = values;
    const patches = attributes
      .filter(([, value]) => value.length > 0)
      .map(([name, value]) => ({
        op: "replace",
        path: `/attributes/${name}`,
        value: (typeof value === "string" ? [value] : value).map((one) => ({
          value: one,
          language_tag,
          marketplace_id,
        })),
      }));
    return { messageId, sku, operationType: "PATCH", productType: settings.product_type || "PRODUCT", patches };
  }
}
