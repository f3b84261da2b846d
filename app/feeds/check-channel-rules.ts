import type { TextBody } from "../db/schema/index.ts";
import { runChecks } from "../quality/run-checks.ts";
import type { Code } from "../rules/check-codes.ts";
import { defaultConfig } from "../rules/default-config.ts";
import type { FeedProduct, FeedScope } from "./row.ts";

const channelRule: ReadonlySet<Code> = new Set(["CHANNEL_RULE"]);
const noSettings = { ...defaultConfig, content_types: {} };

/**
 * What a text breaks of its channel's rules, by the same check that drafts pass: words for each, the blocking ones apart. The
 * product's name and brand may be written as they are.
 */
export function checkChannelRules(
  { contentType, body }: { contentType: string; body: TextBody },
  product: Pick<FeedProduct, "title" | "vendor" | "productType">,
  { channel, market, locale }: Pick<FeedScope, "channel" | "market" | "locale">,
): { blocking: string[]; warnings: string[] } {
  const facts = {
    title: product.title,
    descriptionText: "",
    vendor: product.vendor,
    productType: product.productType,
    category: null,
    tags: [],
    options: [],
    attributes: [],
    variants: [],
    images: [],
  };
  const texts = new Map([[contentType, { body, raw: body, by: "person" as const }]]);
  const results = runChecks({ config: noSettings, facts, locale, channel, market, texts, codes: channelRule });
  const found = results.get(contentType)?.warnings ?? [];
  const words = (severity: "block" | "warn") =>
    found.filter((one) => one.severity === severity).map(({ description }) => description);
  return { blocking: words("block"), warnings: words("warn") };
}
