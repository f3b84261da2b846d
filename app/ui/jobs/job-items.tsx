import { Card, EmptyState, IndexTable, Link, Tabs, Text } from "@shopify/polaris";
import { ItemStatusBadge } from "../badges.tsx";
import { shelfImage } from "../illustration.ts";
import { countOf, formatCount, formatDuration } from "../numbers.ts";
import { pageTurns } from "../page-turns.ts";
import {
  type CallFiguresView,
  describeCost,
  type JobItemView,
  type JobView,
  type Outcome,
  outcomes,
} from "./job-view.ts";
import "../ui.css";
import { useSlow } from "../use-slow.ts";

const labels: Record<Outcome, string> = {
  all: "All",
  processing: "Running",
  queued: "Waiting",
  paused: "Paused",
  failed: "Failed",
  conflict: "Conflict",
  done: "Done",
  cancelled: "Cancelled",
};

export interface JobItemsProps {
  job: JobView;
  items: JobItemView[];
  outcome: Outcome;
  later: boolean;
  hasNext: boolean;
  loading: boolean;
  now: number;
  onOutcome(outcome: Outcome): void;
  onNext(): void;
  onFirst(): void;
}

/** The outcome of each item, to be narrowed by outcome. */
export function JobItems(props: JobItemsProps) {
  const { job, items, outcome, later, hasNext, now } = props;
  const slow = useSlow(props.loading);
  return (
    <Card padding="0">
      <Tabs
        tabs={outcomes.map((id) => ({ id, content: `${labels[id]}${countIn(job, id)}` }))}
        selected={outcomes.indexOf(outcome)}
        onSelect={(index) => props.onOutcome(outcomes[index] ?? "all")}
      />
      <div className="sw-list sw-list-items">
        <IndexTable
          selectable={false}
          resourceName={{ singular: "product", plural: "products" }}
          itemCount={items.length}
          loading={slow}
          headings={[{ title: "Product" }, { title: "Outcome" }, { title: "Details" }]}
          emptyState={
            <EmptyState heading="Nothing with this outcome" image={shelfImage}>
              <p>Choose All to see everything that belongs to this job.</p>
            </EmptyState>
          }
          pagination={pageTurns({
            later,
            hasNext,
            onNext: props.onNext,
            onFirst: props.onFirst,
            back: "Back to the first",
            label: "Pages of outcomes",
          })}
        >
          {items.map((item, position) => (
            <Line key={item.seq} item={item} position={position} now={now} />
          ))}
        </IndexTable>
      </div>
    </Card>
  );
}

function Line({ item, position, now }: { item: JobItemView; position: number; now: number }) {
  const name = item.product?.title || item.subject;
  const title = item.product ? (
    <Link dataPrimaryLink monochrome removeUnderline url={`/app/products/${encodeURIComponent(item.product.id)}`}>
      <Text as="span" fontWeight="semibold">
        {name}
      </Text>
    </Link>
  ) : (
    <Text as="span">{name}</Text>
  );
  const details = describeItem(item, now);
  const cost = item.cost ? describeItemCost(item.cost) : null;
  const status = <ItemStatusBadge status={item.status} />;
  return (
    <IndexTable.Row id={String(item.seq)} position={position} accessibilityLabel={name}>
      <IndexTable.Cell>
        <span className="sw-truncate" dir="auto" title={name}>
          {title}
        </span>
      </IndexTable.Cell>
      <IndexTable.Cell>{status}</IndexTable.Cell>
      <IndexTable.Cell>
        <div className="sw-details">
          {details}
          {cost ? (
            <Text as="p" variant="bodySm" tone="subdued">
              {cost}
            </Text>
          ) : null}
        </div>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

/** What is shown of an item besides its outcome. */
export function describeItem(item: JobItemView, now: number): string {
  // A cancelled item's last message is about a next attempt that does not come.
  if (item.status === "cancelled") return "";
  const said = item.message ?? "";
  if (item.status === "processing" && item.progress) {
    const { label, done, total } = item.progress;
    return `${label}${total ? ` · ${formatCount(done)} of ${formatCount(total)}` : ""}`;
  }
  if (item.status === "queued" && (item.attempts > 0 || said !== "")) {
    const wait = item.runAt - now >= 1_000 ? ` in ${formatDuration(item.runAt - now)}` : " soon";
    // A wait for a provider costs no attempt.
    const next = item.attempts > 0 ? `Tried ${countOf(item.attempts, "time")}, again${wait}.` : `Next try${wait}.`;
    return `${said}${said ? " " : ""}${next}`;
  }
  return said;
}

function describeItemCost(cost: CallFiguresView): string {
  const tokens = cost.tokensIn + cost.tokensOut;
  return `${countOf(cost.calls, "model call")} · ${countOf(tokens, "token")} · cost ${describeCost(cost)}`;
}

function countIn(job: JobView, outcome: Outcome): string {
  const counts: Partial<Record<Outcome, number>> = {
    all: job.total,
    done: job.done,
    failed: job.failed,
    conflict: job.conflict,
    cancelled: job.cancelled,
  };
  const count = counts[outcome];
  return count === undefined || (count === 0 && outcome !== "all") ? "" : ` (${formatCount(count)})`;
}
