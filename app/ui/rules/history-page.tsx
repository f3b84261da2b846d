import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmModal } from "../confirm-modal.tsx";
import { DiffView } from "../diff-view.tsx";
import { diffWords } from "../diff-words.ts";
import { Moment } from "../moment.tsx";
import { Page } from "../page.tsx";
import { Phrase } from "../phrase.tsx";
import type { ConfigStateView } from "./config-view.ts";

export interface HistoryPageProps {
  id: string;
  name: string;
  states: ConfigStateView[];
  notices: ReactNode;
  now: number;
  busy: boolean;
  onRestore(revision: number): void;
}

const changes = ["created", "edited", "imported", "merged", "restored", "deleted"] as const;

/** Every state that a config was saved in: what changed, who saved it, and how many texts it produced. */
export function HistoryPage(props: HistoryPageProps) {
  const { id, name, states, now, busy } = props;
  const { t } = useTranslation("rules");
  const [asked, setAsked] = useState<number | null>(null);
  return (
    <Page title={t("states.title", { name })} backAction={{ content: name, url: `/app/rules/${id}` }}>
      <BlockStack gap="400">
        {props.notices}
        {states.map((state) => (
          <Card key={state.revision}>
            <BlockStack gap="300">
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <InlineStack gap="200" blockAlign="center">
                  <Text as="h2" variant="headingSm">
                    {t("states.state", { number: state.revision, change: changeOf(t, state.change) })}
                  </Text>
                  {state.current ? <Badge tone="success">{t("states.holds")}</Badge> : null}
                </InlineStack>
                {state.current ? null : (
                  <Button
                    onClick={() => setAsked(state.revision)}
                    accessibilityLabel={t("states.restoreOf", { number: state.revision })}
                  >
                    {t("states.restore")}
                  </Button>
                )}
              </InlineStack>
              <Text as="p" tone="subdued">
                {state.savedBy === null ? (
                  <Moment at={state.savedAt} now={now} />
                ) : (
                  <Phrase
                    text={t(`states.by.${state.savedBy}`)}
                    parts={{ when: <Moment at={state.savedAt} now={now} /> }}
                  />
                )}{" "}
                · {t("states.texts", { count: state.versions })}
              </Text>
              {state.differences.map(({ field, before, after }) => (
                <BlockStack key={field} gap="100">
                  <Text as="h3" variant="bodyMd" fontWeight="semibold">
                    {field}
                  </Text>
                  <DiffView parts={diffWords(before ?? "", after ?? "")} />
                </BlockStack>
              ))}
            </BlockStack>
          </Card>
        ))}
      </BlockStack>
      <ConfirmModal
        open={asked !== null}
        title={t("states.restoreAsk", { number: asked ?? "" })}
        message={t("states.restoreWords")}
        confirmLabel={t("states.restore")}
        busy={busy}
        onConfirm={() => asked !== null && props.onRestore(asked)}
        onClose={() => setAsked(null)}
      />
    </Page>
  );
}

function changeOf(t: TFunction<"rules">, change: string): string {
  const known = changes.find((one) => one === change);
  return known ? t(`states.change.${known}`) : change;
}
