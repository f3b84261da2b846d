import { ProgressBar, type ProgressBarProps, Text } from "@shopify/polaris";
import { percentOf, type RunView } from "./run-view.ts";
import { useRunWords } from "./run-words.ts";
import "../ui.css";

/** A bar and its counters. */
export function RunProgress({ run }: { run: RunView }) {
  const { result } = useRunWords();
  const id = `progress-${run.id}`;
  return (
    <div className="sw-progress">
      <ProgressBar progress={percentOf(run)} size="small" tone={toneOf(run)} animated={false} ariaLabelledBy={id} />
      <Text as="span" variant="bodySm" tone="subdued" id={id}>
        {result(run)}
      </Text>
    </div>
  );
}

export function toneOf(run: RunView): ProgressBarProps["tone"] {
  if (run.finishedAt === null) return "primary";
  return run.status === "completed" ? "success" : run.failed > 0 && run.done === 0 ? "critical" : "highlight";
}
