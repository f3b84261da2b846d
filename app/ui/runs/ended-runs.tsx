import { Banner, BlockStack } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { readsEnglish } from "../../i18n/locales.ts";
import { endedRunUrl } from "./imported-products.ts";
import { nextStep, type WaitingView } from "./next-step.ts";
import type { RunView } from "./run-view.ts";
import { useRunWords } from "./run-words.ts";
import { stepInWords } from "./step-words.ts";

export interface EndedRunsProps {
  jobs: readonly RunView[];
  waiting: WaitingView;
  /** left out where they stay */
  onDismiss?: (id: string) => void;
}

/** How work ended, and what to do next about it. */
export function EndedRuns({ jobs, waiting, onDismiss }: EndedRunsProps) {
  const { t, i18n } = useTranslation("runs");
  const { sentence, result } = useRunWords();
  if (jobs.length === 0) return null;
  return (
    <BlockStack gap="300">
      {jobs.map((run) => {
        const step = nextStep(run, waiting, "shop");
        const page = `/app/activity/${encodeURIComponent(run.id)}`;
        const cameIn =
          onDismiss && endedRunUrl(run) !== page ? { content: t("ended.show"), url: endedRunUrl(run) } : null;
        const next = cameIn ?? (step ? { content: stepInWords(t, step), url: step.url } : null);
        const shown = { content: t(cameIn ? "failed.showRun" : "ended.show"), url: page };
        return (
          <Banner
            key={run.id}
            tone={run.status === "completed" ? "success" : "warning"}
            title={sentence(run)}
            action={next ?? (onDismiss ? shown : undefined)}
            secondaryAction={next && onDismiss ? shown : undefined}
            {...(onDismiss ? { onDismiss: () => onDismiss(run.id) } : {})}
          >
            <p>
              {run.status === "partially_completed" && run.message && readsEnglish(i18n) ? run.message : result(run)}
            </p>
          </Banner>
        );
      })}
    </BlockStack>
  );
}
