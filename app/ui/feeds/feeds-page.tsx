import { BlockStack, Box, Card, Text } from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmModal } from "../confirm-modal.tsx";
import { Page } from "../page.tsx";
import { FeedCard } from "./feed-card.tsx";
import { FeedForm, type FeedFormProps } from "./feed-form.tsx";
import type { FeedInput, FeedView } from "./feed-view.ts";

export interface FeedsPageProps
  extends Pick<FeedFormProps, "templates" | "locales" | "markets" | "currency" | "errors"> {
  feeds: FeedView[];
  now: number;
  notices: ReactNode;
  busy: boolean;
  onSave(input: FeedInput, done: () => void): void;
  onMake(feedId: string): void;
  onAddress(feedId: string, to: "new" | "none", done: () => void): void;
  onDelete(feedId: string, done: () => void): void;
  onCopy(address: string): void;
  onFile(feed: FeedView, what: "file" | "report"): void;
}

type Open = { kind: "form"; feed: FeedView | null } | { kind: "delete" | "renew" | "revoke"; feed: FeedView } | null;

/** The files of the catalogue that channels fetch: what each holds, what was left out and why. */
export function FeedsPage(props: FeedsPageProps) {
  const { t } = useTranslation("feeds");
  const { feeds, busy } = props;
  const [open, setOpen] = useState<Open>(null);
  // The answer to an earlier dialog does not belong to this one.
  const [tried, setTried] = useState(false);
  const show = (next: Open) => {
    setTried(false);
    setOpen(next);
  };
  const close = () => setOpen(null);
  return (
    <Page title={t("title")} primaryAction={{ content: t("add"), onAction: () => show({ kind: "form", feed: null }) }}>
      <BlockStack gap="400">
        {props.notices}
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p">{t("about")}</Text>
        </Box>
        {feeds.length === 0 ? (
          <Card>
            <BlockStack gap="200">
              <Text as="h2" variant="headingSm">
                {t("empty.title")}
              </Text>
              <Text as="p">{t("empty.about")}</Text>
            </BlockStack>
          </Card>
        ) : null}
        {feeds.map((feed) => (
          <FeedCard
            key={feed.id}
            feed={feed}
            now={props.now}
            busy={busy}
            onMake={() => props.onMake(feed.id)}
            onEdit={() => show({ kind: "form", feed })}
            onDelete={() => show({ kind: "delete", feed })}
            onAddress={(to) => {
              if (to === "new" && feed.address === null) props.onAddress(feed.id, to, close);
              else show({ kind: to === "new" ? "renew" : "revoke", feed });
            }}
            onCopy={props.onCopy}
            onSave={(what) => props.onFile(feed, what)}
          />
        ))}
      </BlockStack>
      {open?.kind === "form" ? (
        <FeedForm
          feed={open.feed}
          templates={props.templates}
          locales={props.locales}
          markets={props.markets}
          currency={props.currency}
          busy={busy}
          errors={tried ? props.errors : {}}
          onSave={(input) => {
            setTried(true);
            props.onSave(input, close);
          }}
          onClose={close}
        />
      ) : null}
      {open !== null && open.kind !== "form" ? (
        <ConfirmModal
          open
          title={t(`confirm.${open.kind}.title`, { name: open.feed.name })}
          message={t(`confirm.${open.kind}.message`)}
          confirmLabel={t(`confirm.${open.kind}.do`)}
          destructive
          busy={busy}
          onConfirm={() => {
            if (open.kind === "delete") props.onDelete(open.feed.id, close);
            else props.onAddress(open.feed.id, open.kind === "renew" ? "new" : "none", close);
          }}
          onClose={close}
        />
      ) : null}
    </Page>
  );
}
