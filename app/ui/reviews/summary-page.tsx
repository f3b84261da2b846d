import { Banner, BlockStack, Box, Card, Collapsible, InlineStack, Link, Text } from "@shopify/polaris";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Moment } from "../moment.tsx";
import { Page } from "../page.tsx";
import { useFormats } from "../use-formats.ts";
import type { MentionView, SummaryLabelView, SummaryView } from "./reviews-view.ts";
import "../ui.css";
import "./reviews.css";

export interface SummaryPageProps {
  notices: ReactNode;
  product: { id: string; title: string };
  /** null: never summed up */
  summary: SummaryView | null;
  reviews: { key: string; text: string; stars: number | null; writtenAt: number | null }[];
  /** how many are read at most */
  most: number;
  credits: number;
  now: number;
  busy: boolean;
  onSummarise(): void;
}

/** What one product's reviews say: each label opens the reviews that say so. */
export function SummaryPage(props: SummaryPageProps) {
  const { product, summary, reviews, credits } = props;
  const { t } = useTranslation("reviews");
  return (
    <Page
      title={product.title}
      backAction={{ content: t("title"), url: "/app/reviews" }}
      primaryAction={
        reviews.length === 0
          ? undefined
          : { content: t(summary ? "again" : "sum"), onAction: props.onSummarise, loading: props.busy }
      }
      secondaryActions={[{ content: t("product"), url: `/app/products/${product.id}` }]}
      subtitle={reviews.length === 0 ? undefined : t("price", { count: credits })}
    >
      <BlockStack gap="400">
        {props.notices}
        {summary?.outdated ? <Banner tone="info" title={t("outdated")} /> : null}
        {summary ? (
          <>
            <Box paddingInline={{ xs: "400", sm: "0" }}>
              <Text as="p" tone="subdued">
                {t("readOf", { count: summary.read })} <Moment at={summary.summarisedAt} now={props.now} />
              </Text>
            </Box>
            <Labels title={t("highlights")} labels={summary.highlights} />
            <Labels title={t("barriers")} labels={summary.barriers} />
          </>
        ) : null}
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {t("list")}
            </Text>
            {reviews.length === 0 ? (
              <Text as="p">{t("noReviews")}</Text>
            ) : (
              <Text as="p" tone="subdued">
                {t("limit", { count: props.most })}
              </Text>
            )}
            {reviews.map(({ key, text, stars, writtenAt }) => (
              <Mention key={key} mention={{ before: text, quote: "", after: "", stars, writtenAt }} />
            ))}
            {reviews.length === 0 ? <Link url="/app/reviews">{t("take")}</Link> : null}
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}

function Labels({ title, labels }: { title: string; labels: SummaryLabelView[] }) {
  const { t } = useTranslation("reviews");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {labels.length === 0 ? <Text as="p">{t("noLabels")}</Text> : null}
        {labels.map((label) => (
          <Label key={label.label} label={label} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Label({ label }: { label: SummaryLabelView }) {
  const { t } = useTranslation("reviews");
  const { percent } = useFormats();
  const [open, setOpen] = useState(false);
  const id = useId();
  const gone = label.count - label.mentions.length;
  return (
    <div>
      <button
        type="button"
        className="sw-reviews-label"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <InlineStack align="space-between" gap="200">
          <Text as="span" fontWeight="medium">
            {label.label}
          </Text>
          <Text as="span" tone="subdued">
            {t("mentions", { count: label.count, share: percent(label.share) })}
          </Text>
        </InlineStack>
        <span className="sw-reviews-share" aria-hidden="true">
          <span style={{ inlineSize: `${Math.round(label.share * 100)}%` }} />
        </span>
      </button>
      <Collapsible id={id} open={open}>
        <BlockStack gap="200">
          {label.mentions.map((mention) => (
            <Mention key={`${mention.before}${mention.quote}${mention.after}`} mention={mention} />
          ))}
          {gone > 0 ? (
            <Text as="p" tone="subdued">
              {t("gone", { count: gone })}
            </Text>
          ) : null}
        </BlockStack>
      </Collapsible>
    </div>
  );
}

function Mention({ mention }: { mention: MentionView }) {
  const { t } = useTranslation("reviews");
  const { date } = useFormats();
  const { before, quote, after, stars, writtenAt } = mention;
  const about = [stars === null ? "" : t("starsOf", { stars }), writtenAt === null ? "" : date(writtenAt)].filter(
    (part) => part !== "",
  );
  return (
    <blockquote className="sw-reviews-mention">
      {before}
      {quote === "" ? null : <mark>{quote}</mark>}
      {after}
      {about.length > 0 ? (
        <Text as="p" tone="subdued">
          {about.join(" · ")}
        </Text>
      ) : null}
    </blockquote>
  );
}
