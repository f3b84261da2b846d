import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../page.tsx";
import { CatalogueCard } from "./catalogue-card.tsx";
import { FoundCard } from "./found-card.tsx";
import { FreshAsOf } from "./fresh-as-of.tsx";
import type { HomeData } from "./home-view.ts";
import { NeverCard } from "./never-card.tsx";
import { NextCard } from "./next-card.tsx";
import { ObservationCard } from "./observation-card.tsx";
import { RunningCard } from "./running-card.tsx";
import { SetupCard } from "./setup-card.tsx";
import { WeekCard } from "./week-card.tsx";
import "./home.css";

export interface HomePageProps extends HomeData {
  /** what keeps work from going on, where no line of the page says it */
  above: ReactNode;
  onImport(): void;
  onSamples(productIds: string[]): void;
  onHide(): void;
  /** something is being asked for */
  busy: boolean;
  problem: string | null;
}

/** What needs me now, what runs, what the last week brought; before that the steps of a first run. */
export function HomePage(props: HomePageProps) {
  const { t } = useTranslation("home");
  const { imported, catalogue, running, week, observation, setup, now, busy, problem, onImport } = props;
  const { onSamples, onHide } = props;
  return (
    <Page
      title={setup ? t("setup.title") : t("title")}
      secondaryActions={setup || !props.canSetUp ? [] : [{ content: t("setup.show"), url: "/app?setup=1", rare: true }]}
      fullWidth
    >
      <FreshAsOf at={now} importedAt={props.importedAt} />
      <div className="sw-home-above">{props.above}</div>
      <div className={setup ? "sw-home sw-home-first" : "sw-home"}>
        <div className="sw-home-main">
          {setup ? (
            <SetupCard {...{ setup, busy, problem, onImport, onSamples, onHide }} data={props} />
          ) : (
            <NextCard data={props} {...{ onImport, busy, problem }} />
          )}
          {imported ? <CatalogueCard catalogue={catalogue} /> : null}
        </div>
        <div className="sw-home-side">
          {setup ? (
            <>
              {running.length > 0 ? <RunningCard running={running} /> : null}
              {imported ? <FoundCard catalogue={catalogue} /> : null}
              <NeverCard />
            </>
          ) : (
            <>
              <RunningCard running={running} />
              <WeekCard week={week} />
              {observation ? <ObservationCard observation={observation} /> : null}
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
