import { BlockStack, Button, Card, Checkbox, EmptyState, InlineStack, Link, Text } from "@shopify/polaris";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { shelfImage } from "../illustration.ts";
import { Moment } from "../moment.tsx";
import { Page } from "../page.tsx";
import { useDecidedFocus } from "../product/use-decided-focus.ts";
import "../ui.css";

export interface FailedItemView {
  /** job and place in it */
  id: string;
  jobId: string;
  subject: string;
  product: { id: string; title: string } | null;
  message: string | null;
  finishedAt: number | null;
}

export interface FailedGroupView {
  kind: string;
  code: string | null;
  count: number;
  title: string;
  /** why, and what to do, in a merchant's words */
  reason: string;
  /** the first of them */
  items: FailedItemView[];
}

export interface FailedPageProps {
  notices: React.ReactNode;
  /** the one job whose failures are shown, null for all of the shop */
  jobId: string | null;
  groups: FailedGroupView[];
  now: number;
  busy: boolean;
  onRetry(what: { items: string[] } | { group: FailedGroupView }): void;
}

/** What failed and is tried no more by itself, by reason, with ways to try it again. */
export function FailedPage({ notices, jobId, groups, now, busy, onRetry }: FailedPageProps) {
  const { t } = useTranslation("runs");
  const list = useRef<HTMLDivElement>(null);
  useDecidedFocus(list, groups.map(({ kind, code, count }) => `${kind} ${code} ${count}`).join());
  return (
    <Page
      title={t(jobId === null ? "failed.title" : "failed.titleOfRun")}
      backAction={
        jobId === null
          ? { content: t("title"), url: "/app/activity" }
          : { content: t("failed.run"), url: `/app/activity/${jobId}` }
      }
    >
      <BlockStack gap="400">
        {notices}
        {groups.length === 0 ? (
          <Card>
            <EmptyState
              heading={t("failed.none")}
              image={shelfImage}
              action={
                jobId === null
                  ? { content: t("failed.showRuns"), url: "/app/activity" }
                  : { content: t("failed.showRun"), url: `/app/activity/${jobId}` }
              }
            >
              <p>{t("failed.noneText")}</p>
            </EmptyState>
          </Card>
        ) : null}
        <div ref={list} tabIndex={-1} className="sw-failed-groups">
          {groups.map((group) => (
            <Group key={`${group.kind} ${group.code}`} {...{ group, now, busy, onRetry }} />
          ))}
        </div>
      </BlockStack>
    </Page>
  );
}

function Group(props: { group: FailedGroupView } & Pick<FailedPageProps, "now" | "busy" | "onRetry">) {
  const { group, now, busy, onRetry } = props;
  const { t } = useTranslation("runs");
  const [chosen, setChosen] = useState<string[]>([]);
  const there = chosen.filter((id) => group.items.some((item) => item.id === id));
  const more = group.count - group.items.length;
  return (
    <section aria-label={group.title}>
      <Card>
        <BlockStack gap="300">
          <InlineStack gap="300" align="space-between" blockAlign="center">
            <Text as="h2" variant="headingMd">
              {group.title}
            </Text>
            <InlineStack gap="200">
              <Button disabled={busy || there.length === 0} onClick={() => onRetry({ items: there })}>
                {there.length === 0 ? t("failed.retryChosen") : t("failed.retryChosenCount", { count: there.length })}
              </Button>
              <Button
                disabled={busy}
                onClick={() => onRetry({ group })}
                accessibilityLabel={t("failed.retryAllOf", { what: group.title })}
              >
                {t("failed.retryAll", { count: group.count })}
              </Button>
            </InlineStack>
          </InlineStack>
          <Text as="p">{group.reason}</Text>
          <ul className="sw-failed">
            {group.items.map((item) => {
              const name = item.product?.title || item.subject;
              const chooses = there.includes(item.id);
              return (
                <li key={item.id}>
                  <Checkbox
                    label={name}
                    labelHidden
                    checked={chooses}
                    onChange={() => setChosen(chooses ? there.filter((id) => id !== item.id) : [...there, item.id])}
                  />
                  <div className="sw-failed-name" dir="auto">
                    {item.product ? (
                      <Link url={`/app/products/${encodeURIComponent(item.product.id)}`}>{name}</Link>
                    ) : (
                      name
                    )}
                    <Text as="p" variant="bodySm" tone="subdued">
                      {item.finishedAt === null ? null : <Moment at={item.finishedAt} now={now} />}
                      {item.message !== null && item.message !== group.reason ? ` · ${item.message}` : null}
                    </Text>
                  </div>
                  <Button
                    variant="plain"
                    disabled={busy}
                    accessibilityLabel={t("failed.retryOf", { name })}
                    onClick={() => onRetry({ items: [item.id] })}
                  >
                    {t("failed.retry")}
                  </Button>
                </li>
              );
            })}
          </ul>
          {more > 0 ? (
            <Text as="p" tone="subdued">
              {t("failed.more", { count: more })}
            </Text>
          ) : null}
        </BlockStack>
      </Card>
    </section>
  );
}
