import { Banner, BlockStack, Card, EmptyState, IndexTable, Link, Tabs, Text } from "@shopify/polaris";
import { shelfImage } from "../illustration.ts";
import { daysInWords, type KeptView } from "../kept.ts";
import { Moment } from "../moment.tsx";
import { countOf, formatDuration } from "../numbers.ts";
import { Page } from "../page.tsx";
import { pageTurns } from "../page-turns.ts";
import { EndedJobs, type EndedJobsProps } from "./ended-jobs.tsx";
import { JobProgress } from "./job-progress.tsx";
import { JobState } from "./job-state.tsx";
import { type JobTab, jobTabs } from "./job-tabs.ts";
import type { JobView } from "./job-view.ts";
import "../ui.css";
import { useSlow } from "../use-slow.ts";

export interface HiddenFailuresView {
  products: number;
  other: number;
}

export interface JobsPageProps {
  notices: React.ReactNode;
  jobs: JobView[];
  /** those that ended while the page was open */
  ended?: EndedJobsProps;
  tab: JobTab;
  /** true on a later page */
  later: boolean;
  hasNext: boolean;
  now: number;
  kept: Pick<KeptView, "jobDays">;
  /** of the app's own work, which the list does not show */
  hiddenFailures: HiddenFailuresView;
  loading: boolean;
  onTab(tab: JobTab): void;
  onNext(): void;
  onFirst(): void;
}

/** What was asked for, how far it is, and how it ended. */
export function JobsPage(props: JobsPageProps) {
  const { jobs, tab, now, later, hasNext } = props;
  const slow = useSlow(props.loading);
  const selected = jobTabs.findIndex(({ id }) => id === tab);
  return (
    <Page
      title="Jobs"
      fullWidth
      secondaryActions={[
        { content: "What failed", url: "/app/failed" },
        { content: "Activity", url: "/app/activity" },
      ]}
    >
      <BlockStack gap="400">
        {props.notices}
        {props.ended ? <EndedJobs {...props.ended} /> : null}
        <HiddenFailures {...props.hiddenFailures} />
        <Card padding="0">
          <Tabs
            tabs={jobTabs.map(({ id, content }) => ({ id, content }))}
            selected={Math.max(0, selected)}
            onSelect={(index) => props.onTab(jobTabs[index]?.id ?? "all")}
          />
          <div className="sw-list sw-list-jobs">
            <IndexTable
              selectable={false}
              resourceName={{ singular: "job", plural: "jobs" }}
              itemCount={jobs.length}
              loading={slow}
              headings={[
                { title: "Job" },
                { title: "Status" },
                { title: "Progress" },
                { title: "Created" },
                { title: "Duration" },
              ]}
              emptyState={<NoJobs tab={tab} />}
              pagination={pageTurns({
                later,
                hasNext,
                onNext: props.onNext,
                onFirst: props.onFirst,
                back: "Back to the newest",
                label: "Pages of jobs",
              })}
            >
              {jobs.map((job, position) => (
                <JobLine key={job.id} job={job} position={position} now={now} />
              ))}
            </IndexTable>
          </div>
        </Card>
        <Text as="p" variant="bodySm" tone="subdued">
          Finished jobs are kept for {daysInWords(props.kept.jobDays)}.
        </Text>
      </BlockStack>
    </Page>
  );
}

function JobLine({ job, position, now }: { job: JobView; position: number; now: number }) {
  const link = (
    <Link dataPrimaryLink monochrome removeUnderline url={`/app/jobs/${encodeURIComponent(job.id)}`}>
      <Text as="span" fontWeight="semibold">
        {job.title}
      </Text>
    </Link>
  );
  const status = <JobState job={job} />;
  const duration = job.startedAt === null ? "" : formatDuration((job.finishedAt ?? now) - job.startedAt);
  return (
    <IndexTable.Row id={job.id} position={position} accessibilityLabel={job.title}>
      <IndexTable.Cell>
        <span className="sw-job">{link}</span>
      </IndexTable.Cell>
      <IndexTable.Cell>{status}</IndexTable.Cell>
      <IndexTable.Cell>
        <JobProgress job={job} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Moment at={job.createdAt} now={now} />
      </IndexTable.Cell>
      <IndexTable.Cell>{duration}</IndexTable.Cell>
    </IndexTable.Row>
  );
}

function NoJobs({ tab }: { tab: JobTab }) {
  if (tab !== "all") {
    return (
      <EmptyState heading="No jobs here" image={shelfImage}>
        <p>No job is in this state. Choose All to see every job.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      heading="Nothing has run yet"
      image={shelfImage}
      action={{ content: "Go to products", url: "/app/products" }}
    >
      <p>Imports, generations and publications appear here, with the outcome for each product.</p>
    </EmptyState>
  );
}

/** What the app does of its own has no row: it is shown when it fails. */
function HiddenFailures({ products, other }: HiddenFailuresView) {
  if (products + other === 0) return null;
  return (
    <Banner
      tone="warning"
      title={
        products > 0 ? `${countOf(products, "product")} could not be refreshed` : "Some work in the background failed"
      }
      action={{ content: "Show and retry", url: "/app/failed" }}
    >
      <p>
        {products > 0
          ? "They changed in Shopify and are shown here as they were before. Your texts are safe."
          : "Your texts are safe. See what it was, and try it again."}
      </p>
    </Banner>
  );
}
