import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { RunProgress } from "./run-progress.tsx";
import { RunState } from "./run-state.tsx";
import type { RunView } from "./run-view.ts";
import { useRunWords } from "./run-words.ts";

/** Work that is under way, in a line each. */
export function RunsUnderWay({ jobs }: { jobs: readonly RunView[] }) {
  const { t } = useTranslation("runs");
  const { sentence } = useRunWords();
  if (jobs.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        {jobs.map((run) => (
          <InlineStack key={run.id} align="space-between" blockAlign="center" gap="200" wrap={false}>
            <BlockStack gap="100">
              <Text as="h2" variant="headingSm">
                {sentence(run)}
              </Text>
              <InlineStack gap="200" blockAlign="center">
                {run.held || run.paused || run.waitingFor ? <RunState run={run} /> : null}
                <RunProgress run={run} />
              </InlineStack>
            </BlockStack>
            <Button
              variant="plain"
              url={`/app/activity/${run.id}`}
              accessibilityLabel={`${t("ended.show")}: ${sentence(run)}`}
            >
              {t("ended.show")}
            </Button>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}
