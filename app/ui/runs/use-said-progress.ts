import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../use-formats.ts";
import { percentOf, type RunView } from "./run-view.ts";
import { useRunWords } from "./run-words.ts";

/** What a screen reader says of a run's progress: at its beginning, at each quarter, and at its end; nothing in between. */
export function useSaidProgress(run: RunView): string {
  const { t } = useTranslation("runs");
  const { percent } = useFormats();
  const { sentence, result } = useRunWords();
  const quarter = Math.floor(percentOf(run) / 25);
  const words =
    run.finishedAt !== null
      ? t("ended.words", { run: sentence(run), result: result(run) })
      : quarter === 0
        ? t("progress.started", { run: sentence(run) })
        : t("progress.at", { run: sentence(run), share: percent(quarter / 4) });
  // Only what changes is said: a page that is opened says nothing of a run that has ended before.
  const first = useRef(run.finishedAt === null ? null : words);
  return words === first.current ? "" : words;
}
