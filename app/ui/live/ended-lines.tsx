import { Banner, BlockStack } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { fetchWords } from "../../i18n/words-in-browser.ts";
import { useKeyedFetcher } from "../calm/use-keyed-fetcher.ts";
import { endedRunUrl } from "../runs/imported-products.ts";
import type { RunView } from "../runs/run-view.ts";
import { useRunWords } from "../runs/run-words.ts";
import { tabFeed } from "./tab-feed.ts";
import "../ui.css";

/** One line on every page for each long run that ended, until the person dismisses it. It lies over the page: nothing moves. */
export function EndedLines() {
  const { t: frame, i18n } = useTranslation("frame");
  const { t } = useTranslation("runs");
  const { sentence, result } = useRunWords();
  const [ended, setEnded] = useState<readonly RunView[]>([]);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const fetcher = useKeyedFetcher("ended-lines");
  useEffect(() => {
    const show = async (runs: readonly RunView[]) => {
      if (runs.length > 0) await fetchWords(i18n, ["runs"]);
      setEnded(runs);
    };
    return tabFeed().subscribe((answer) => void show(answer.ended));
  }, [i18n]);
  const secondary = (run: RunView) => {
    const url = `/app/activity/${encodeURIComponent(run.id)}`;
    return endedRunUrl(run) === url ? {} : { secondaryAction: { content: t("failed.showRun"), url } };
  };
  const shown = ended.filter(({ id }) => !dismissed.includes(id));
  return (
    <section className="sw-ended-lines" aria-label={frame("endedRuns")} aria-live="polite">
      <BlockStack gap="200">
        {shown.map((run) => (
          <Banner
            key={run.id}
            tone={run.status === "completed" ? "success" : "warning"}
            action={{ content: t("ended.show"), url: endedRunUrl(run) }}
            {...secondary(run)}
            onDismiss={() => {
              setDismissed((now) => [...now, run.id]);
              fetcher.send({ intent: "dismiss", job: run.id }, { action: "/app/live" });
            }}
          >
            <p>{t("ended.words", { run: sentence(run), result: result(run) })}</p>
          </Banner>
        ))}
      </BlockStack>
    </section>
  );
}
