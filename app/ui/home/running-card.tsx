import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RunProgress } from "../runs/run-progress.tsx";
import type { RunView } from "../runs/run-view.ts";
import { useRunWords } from "../runs/run-words.ts";
import { activityUrl } from "./addresses.ts";

/** The work that is under way. */
export function RunningCard({ running }: { running: readonly RunView[] }) {
  const { t } = useTranslation("home");
  const { sentence } = useRunWords();
  return (
    <section className="sw-home-card" aria-labelledby="home-running">
      <div className="sw-home-head">
        <h2 id="home-running">{t("running.heading")}</h2>
        <Link className="sw-home-end sw-home-small" to={activityUrl}>
          {t("running.all")}
        </Link>
      </div>
      {running.length === 0 ? (
        <p className="sw-home-sub sw-home-pad">{t("running.none")}</p>
      ) : (
        <ul className="sw-home-runs">
          {running.map((run) => (
            <li key={run.id}>
              <Link className="sw-strong" to={`${activityUrl}/${run.id}`}>
                {sentence(run)}
              </Link>
              <RunProgress run={run} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
