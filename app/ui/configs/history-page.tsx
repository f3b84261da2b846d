import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import { ConfirmModal } from "../confirm-modal.tsx";
import { DiffView } from "../diff-view.tsx";
import { diffWords } from "../diff-words.ts";
import { Moment } from "../moment.tsx";
import { countOf } from "../numbers.ts";
import { Page } from "../page.tsx";
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

const changes: Record<string, string> = {
  created: "Created",
  edited: "Edited",
  imported: "Imported",
  merged: "Merged from other rules",
  restored: "Earlier state restored",
  deleted: "Deleted",
};

/** Every state that a config was saved in: what changed, who saved it, and how many texts it produced. */
export function HistoryPage(props: HistoryPageProps) {
  const { id, name, states, now, busy } = props;
  const [asked, setAsked] = useState<number | null>(null);
  return (
    <Page title={`History of ${name}`} backAction={{ content: name, url: `/app/configs/${id}` }}>
      <BlockStack gap="400">
        {props.notices}
        {states.map((state) => (
          <Card key={state.revision}>
            <BlockStack gap="300">
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <InlineStack gap="200" blockAlign="center">
                  <Text as="h2" variant="headingSm">
                    {`State ${state.revision}: ${changes[state.change] ?? state.change}`}
                  </Text>
                  {state.current ? <Badge tone="success">Holds now</Badge> : null}
                </InlineStack>
                {state.current ? null : (
                  <Button
                    onClick={() => setAsked(state.revision)}
                    accessibilityLabel={`Restore state ${state.revision}`}
                  >
                    Restore
                  </Button>
                )}
              </InlineStack>
              <Text as="p" tone="subdued">
                <Moment at={state.savedAt} now={now} />
                {state.savedBy === null ? "" : ` by ${state.savedBy}`} · {countOf(state.versions, "text")} written with
                these rules
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
        title={`Restore state ${asked ?? ""}?`}
        message="It becomes the newest state. What holds now stays in the history. Texts that were written stay as they are."
        confirmLabel="Restore"
        busy={busy}
        onConfirm={() => asked !== null && props.onRestore(asked)}
        onClose={() => setAsked(null)}
      />
    </Page>
  );
}
