import { ProgressBar } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { inARow } from "../in-a-row.ts";
import { useFormats } from "../use-formats.ts";
import type { ImportProgress } from "./home-view.ts";

/** How far an import is, or when it goes on. */
export function ImportProgressLine({ progress }: { progress: ImportProgress }) {
  const { t } = useTranslation("home");
  const { time } = useFormats();
  const { done, total, stopped } = progress;
  const percent = total ? Math.min(100, Math.round((done / total) * 100)) : 0;
  const words = stopped
    ? inARow(
        t("next.importing.stopped", { count: done }),
        stopped.again === null ? t("next.importing.person") : t("next.importing.again", { time: time(stopped.again) }),
      )
    : total === null
      ? t("next.importing.begun", { count: done })
      : t("next.importing.text", { count: total, done });
  return (
    <div className="sw-import">
      <ProgressBar progress={percent} size="small" tone="primary" animated={false} ariaLabelledBy="home-import" />
      {/* The time of the next try is in the reader's time zone, which the server does not know. */}
      <p className="sw-home-sub" id="home-import" suppressHydrationWarning>
        {words}
      </p>
    </div>
  );
}
