import { Badge, BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Moment } from "../moment.tsx";
import { useFormats } from "../use-formats.ts";
import { timeOf } from "./feed-form.tsx";
import type { FeedView } from "./feed-view.ts";

export interface FeedCardProps {
  feed: FeedView;
  now: number;
  busy: boolean;
  onMake(): void;
  onEdit(): void;
  onDelete(): void;
  onAddress(to: "new" | "none"): void;
  onCopy(address: string): void;
  onSave(what: "file" | "report"): void;
}

/** One feed: what its last run gave, where a channel fetches it, and what can be done with it. */
export function FeedCard({ feed, now, busy, ...on }: FeedCardProps) {
  const { t } = useTranslation("feeds");
  const { language, count: number } = useFormats();
  const { run, address } = feed;
  const about = [feed.templateName ?? t("card.noTemplate"), language(feed.choices.locale), feed.choices.currency];
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <BlockStack gap="100">
            <Text as="h2" variant="headingSm" breakWord>
              {feed.name}
            </Text>
            <Text as="p" tone="subdued" variant="bodySm">
              {about.filter((part) => part !== "").join(" · ")}
            </Text>
          </BlockStack>
          {feed.isMaking ? <Badge tone="info">{t("card.making")}</Badge> : null}
        </InlineStack>
        {run ? (
          <BlockStack gap="100">
            <Text as="p">
              {t("card.rows", { count: run.rows })} · <Moment at={run.at} now={now} />
            </Text>
            {run.leftOut > 0 ? <Text as="p">{t("card.leftOut", { count: run.leftOut })}</Text> : null}
            {run.reasons.map(({ code, words, count }) => (
              <Text as="p" key={code} tone="subdued" breakWord>{`${number(count)} × ${words}`}</Text>
            ))}
            {run.untranslated > 0 ? <Text as="p">{t("card.untranslated", { count: run.untranslated })}</Text> : null}
          </BlockStack>
        ) : (
          <Text as="p" tone="subdued">
            {t("card.notYet")}
          </Text>
        )}
        <Text as="p" tone="subdued" variant="bodySm">
          {feed.dailyAt === null ? t("card.onAsking") : t("card.daily", { time: timeOf(feed.dailyAt) })}
        </Text>
        {address ? (
          <BlockStack gap="100">
            <TextField
              label={t("card.address")}
              value={address}
              readOnly
              autoComplete="off"
              connectedRight={<Button onClick={() => on.onCopy(address)}>{t("card.copy")}</Button>}
            />
            <Text as="p" tone="subdued" variant="bodySm">
              {feed.fetchedAt === null ? (
                t("card.notFetched")
              ) : (
                <>
                  {t("card.fetched")} <Moment at={feed.fetchedAt} now={now} />
                </>
              )}
            </Text>
          </BlockStack>
        ) : null}
        <InlineStack gap="200" wrap>
          <Button disabled={busy || feed.isMaking} onClick={on.onMake}>
            {t("card.make")}
          </Button>
          {feed.fileName ? <Button onClick={() => on.onSave("file")}>{t("card.download")}</Button> : null}
          {run ? <Button onClick={() => on.onSave("report")}>{t("card.report")}</Button> : null}
          <Button disabled={busy} onClick={() => on.onAddress("new")}>
            {t(address ? "card.renew" : "card.give")}
          </Button>
          {address ? (
            <Button disabled={busy} onClick={() => on.onAddress("none")}>
              {t("card.revoke")}
            </Button>
          ) : null}
          <Button disabled={busy} accessibilityLabel={t("card.editOf", { name: feed.name })} onClick={on.onEdit}>
            {t("card.edit")}
          </Button>
          <Button
            disabled={busy}
            tone="critical"
            accessibilityLabel={t("card.deleteOf", { name: feed.name })}
            onClick={on.onDelete}
          >
            {t("card.delete")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
