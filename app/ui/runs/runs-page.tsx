import { Banner, BlockStack, Card, EmptyState, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { shelfImage } from "../illustration.ts";
import type { KeptView } from "../kept.ts";
import { ListCell, ListRow, ListTable } from "../list-table.tsx";
import { Moment } from "../moment.tsx";
import { Page } from "../page.tsx";
import { pageTurns } from "../page-turns.ts";
import { TabRow } from "../tab-row.tsx";
import { useFormats } from "../use-formats.ts";
import { useSlow } from "../use-slow.ts";
import { EndedRuns, type EndedRunsProps } from "./ended-runs.tsx";
import { RunState } from "./run-state.tsx";
import { type RunTab, runTabs } from "./run-tabs.ts";
import { type ListedRunView, percentOf } from "./run-view.ts";
import { useRunWords } from "./run-words.ts";
import "../ui.css";

export interface HiddenFailuresView {
  products: number;
  other: number;
}

export interface RunsPageProps {
  notices: React.ReactNode;
  runs: ListedRunView[];
  /** those that ended while the page was open */
  ended?: EndedRunsProps;
  tab: RunTab;
  /** true on a later page */
  later: boolean;
  hasNext: boolean;
  now: number;
  kept: Pick<KeptView, "jobDays">;
  /** of the app's own work, which the list does not show */
  hiddenFailures: HiddenFailuresView;
  loading: boolean;
  onTab(tab: RunTab): void;
  onNext(): void;
  onFirst(): void;
}

/** What was asked for, how far it is, and how it ended. */
export function RunsPage(props: RunsPageProps) {
  const { runs, tab, now, later, hasNext } = props;
  const { t } = useTranslation("runs");
  const { duration } = useFormats();
  const slow = useSlow(props.loading);
  return (
    <Page
      title={t("title")}
      fullWidth
      secondaryActions={[
        { content: t("notDone"), url: "/app/activity/failed" },
        { content: t("log"), url: "/app/log" },
      ]}
    >
      <BlockStack gap="400">
        {props.notices}
        {props.ended ? <EndedRuns {...props.ended} /> : null}
        <HiddenFailures {...props.hiddenFailures} />
        <Card padding="0">
          <TabRow
            tabs={runTabs.map((id) => ({ id, content: t(`tabs.${id}`) }))}
            selected={runTabs.indexOf(tab)}
            onSelect={(index) => props.onTab(runTabs[index] ?? "all")}
          />
          <div className="sw-list sw-list-runs">
            <ListTable
              loading={slow}
              headings={[
                { title: t("column.run") },
                { title: t("column.result") },
                { title: t("column.who") },
                { title: t("column.cost") },
                { title: t("column.time") },
              ]}
              empty={<NoRuns tab={tab} onAll={() => props.onTab("all")} />}
              pages={pageTurns({
                ...{ later, hasNext, onNext: props.onNext, onFirst: props.onFirst },
                back: t("newest"),
                label: t("pages"),
              })}
              rows={runs.map((run) => <RunLine key={run.id} run={run} now={now} />)}
            />
          </div>
        </Card>
        <Text as="p" variant="bodySm" tone="subdued">
          {t("kept", { days: duration(props.kept.jobDays * 86_400_000) })}
        </Text>
      </BlockStack>
    </Page>
  );
}

function RunLine({ run, now }: { run: ListedRunView; now: number }) {
  const { t } = useTranslation("runs");
  const { sentence, result, cost } = useRunWords();
  const name = sentence(run);
  return (
    <ListRow opens>
      <ListCell>
        <span className="sw-run-name">
          <Link dataPrimaryLink monochrome removeUnderline url={`/app/activity/${encodeURIComponent(run.id)}`}>
            <Text as="span" fontWeight="semibold">
              {name}
            </Text>
          </Link>
        </span>
      </ListCell>
      <ListCell>
        <div className="sw-run-result">
          <RunState run={run} />
          <span>{result(run)}</span>
          {run.finishedAt === null && run.startedAt !== null ? (
            <progress className="sw-run-bar" value={percentOf(run)} max={100} aria-label={name} />
          ) : null}
        </div>
      </ListCell>
      <ListCell>{run.who === null ? null : t(`who.${run.who}`)}</ListCell>
      <ListCell>{run.cost === null ? null : cost(run.cost)}</ListCell>
      <ListCell>
        <Moment at={run.createdAt} now={now} />
      </ListCell>
    </ListRow>
  );
}

function NoRuns({ tab, onAll }: { tab: RunTab; onAll(): void }) {
  const { t } = useTranslation("runs");
  if (tab !== "all") {
    return (
      <EmptyState
        heading={t("empty.hereTitle")}
        image={shelfImage}
        action={{ content: t("empty.hereAll"), onAction: onAll }}
      >
        <p>{t("empty.hereText")}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      heading={t("empty.title")}
      image={shelfImage}
      action={{ content: t("empty.products"), url: "/app/products" }}
    >
      <p>{t("empty.text")}</p>
    </EmptyState>
  );
}

/** What the app does of its own has no row: it is shown when it fails. */
function HiddenFailures({ products, other }: HiddenFailuresView) {
  const { t } = useTranslation("runs");
  if (products + other === 0) return null;
  return (
    <Banner
      tone="warning"
      title={products > 0 ? t("hidden.products", { count: products }) : t("hidden.other")}
      action={{ content: t("hidden.show"), url: "/app/activity/failed" }}
    >
      <p>{t(products > 0 ? "hidden.productsText" : "hidden.otherText")}</p>
    </Banner>
  );
}
