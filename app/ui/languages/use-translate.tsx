import { lazy, Suspense, useState } from "react";
import { useKeyedFetcher } from "../calm/use-keyed-fetcher.ts";
import { useAnswer, useToastAnswer } from "../use-answer.ts";
import type { MarketChoice } from "./market-choice.ts";
import type { TranslateChoice, TranslateSelection, Which } from "./translate-choice.ts";

/** No page opens with it. */
const TranslateDialog = lazy(async () => ({ default: (await import("./translate-dialog.tsx")).TranslateDialog }));

interface Asked {
  selection: TranslateSelection;
  locales: readonly string[];
  /** ticked at first; default: everywhere */
  markets?: readonly string[];
  which: Which;
  onStarted?: () => void;
}

/** The dialog about a run of translations, and what opens it. @param input.key one for each page */
export function useTranslate(input: {
  key: string;
  languages: readonly { locale: string; name: string }[];
  markets: readonly MarketChoice[];
  texts: readonly { name: string; label: string }[];
  onOpenRun(jobId: string): void;
}) {
  const { key, languages, markets, texts, onOpenRun } = input;
  const [asked, setAsked] = useState<Asked | null>(null);
  const plan = useKeyedFetcher(`${key}-plan`);
  const work = useKeyedFetcher(`${key}-run`);
  useToastAnswer(work.data, { open: onOpenRun });
  useAnswer(work.data, (answer) => {
    if (!answer.ok) return;
    asked?.onStarted?.();
    setAsked(null);
  });
  const send = (fetcher: typeof plan, intent: "plan" | "translate", choice: TranslateChoice) =>
    fetcher.sendJson(
      { intent, ...choice, selection: asked?.selection ?? { ids: [] }, agentModel: "v1", lane: "direct" },
      { action: "/app/languages/translate" },
    );
  const refused = [work, plan].find(({ state, data }) => state === "idle" && data?.ok === false)?.data;
  const dialog = asked ? (
    <Suspense>
      <TranslateDialog
        {...{ languages, markets, texts }}
        preselected={asked.locales}
        preselectedMarkets={asked.markets ?? [""]}
        which={asked.which}
        plan={plan.state === "idle" && plan.data?.ok ? (plan.data.translation ?? null) : null}
        busy={work.state !== "idle"}
        problem={refused?.message ?? null}
        onPlan={(choice) => send(plan, "plan", choice)}
        onTranslate={(choice) => send(work, "translate", choice)}
        onClose={() => setAsked(null)}
      />
    </Suspense>
  ) : null;
  return { dialog, ask: setAsked };
}
