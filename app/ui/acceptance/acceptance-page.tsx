import { BlockStack, Card, EmptyState, IndexTable, InlineGrid, Tabs, Text } from "@shopify/polaris";
import { shelfImage } from "../illustration.ts";
import { daysInWords } from "../kept.ts";
import { formatCount } from "../numbers.ts";
import { Page } from "../page.tsx";
import { useSlow } from "../use-slow.ts";
import { type Period, periods } from "./periods.ts";
import "../ui.css";

export interface AcceptanceRowView {
  config: string;
  model: string;
  /** the content type's label */
  text: string;
  approved: number;
  corrected: number;
  rejected: number;
}

/** How often people kept what a check found. */
export interface FalseAlarmView {
  /** the check's label */
  check: string;
  kept: number;
}

export interface AcceptancePageProps {
  notices: React.ReactNode;
  rows: AcceptanceRowView[];
  /** the most first */
  falseAlarms: FalseAlarmView[];
  period: Period;
  /** decisions are kept for so many days */
  keptDays: number;
  loading: boolean;
  onPeriod(period: Period): void;
}

/** What people made of the model's texts: the more that are approved as they are, the better the config fits the shop. */
export function AcceptancePage({
  notices,
  rows,
  falseAlarms,
  period,
  keptDays,
  loading,
  onPeriod,
}: AcceptancePageProps) {
  const slow = useSlow(loading);
  const selected = periods.findIndex(({ id }) => id === period);
  const total = rows.reduce(
    (sum, row) => ({
      approved: sum.approved + row.approved,
      corrected: sum.corrected + row.corrected,
      rejected: sum.rejected + row.rejected,
    }),
    { approved: 0, corrected: 0, rejected: 0 },
  );
  return (
    <Page
      title="Acceptance"
      subtitle="What you and your team decided about generated texts. Each text counts once, by the last decision."
      fullWidth
    >
      <BlockStack gap="400">
        {notices}
        {rows.length === 0 ? null : (
          <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
            <Figure label="Approved unchanged" count={total.approved} of={decided(total)} />
            <Figure label="Approved after an edit" count={total.corrected} of={decided(total)} />
            <Figure label="Rejected" count={total.rejected} of={decided(total)} />
          </InlineGrid>
        )}
        <Card padding="0">
          <Tabs
            tabs={periods.map(({ id, content }) => ({ id, content: content ?? `Last ${daysInWords(keptDays)}` }))}
            selected={Math.max(0, selected)}
            onSelect={(index) => onPeriod(periods[index]?.id ?? "30")}
          />
          <div className="sw-list">
            <IndexTable
              selectable={false}
              resourceName={{ singular: "row", plural: "rows" }}
              itemCount={rows.length}
              loading={slow}
              headings={[
                { title: "Content rules" },
                { title: "Model" },
                { title: "Text" },
                { title: "Unchanged", alignment: "end" },
                { title: "After an edit", alignment: "end" },
                { title: "Rejected", alignment: "end" },
                { title: "Accepted", alignment: "end" },
              ]}
              emptyState={<NothingDecided period={period} />}
            >
              {rows.map((row, position) => (
                <Line key={`${row.config} ${row.model} ${row.text}`} row={row} position={position} />
              ))}
            </IndexTable>
          </div>
        </Card>
        <FalseAlarms alarms={falseAlarms} />
      </BlockStack>
    </Page>
  );
}

/** What people kept although a check found it; nothing where they kept nothing. */
function FalseAlarms({ alarms }: { alarms: FalseAlarmView[] }) {
  if (alarms.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          Findings you kept
        </Text>
        <Text as="p" tone="subdued">
          Words that a check found and your team kept as they are. Each counts as a false alarm of its check.
        </Text>
        <ul className="sw-alarms">
          {alarms.map(({ check, kept }) => (
            <li key={check}>
              {check}: {formatCount(kept)}
            </li>
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}

type Counts = Pick<AcceptanceRowView, "approved" | "corrected" | "rejected">;

function decided({ approved, corrected, rejected }: Counts): number {
  return approved + corrected + rejected;
}

/** 3 of 8 → "38 %" */
function share(part: number, of: number): string {
  return of === 0 ? "–" : `${Math.round((part / of) * 100)} %`;
}

function Figure({ label, count, of }: { label: string; count: number; of: number }) {
  return (
    <Card>
      <BlockStack gap="100">
        <Text as="h2" variant="headingSm" tone="subdued">
          {label}
        </Text>
        <Text as="p" variant="headingLg">
          {share(count, of)}
        </Text>
        <Text as="p" tone="subdued" variant="bodySm">
          {formatCount(count)} of {formatCount(of)}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Line({ row, position }: { row: AcceptanceRowView; position: number }) {
  const all = decided(row);
  const accepted = share(row.approved + row.corrected, all);
  const name = `${row.config}, ${row.model}, ${row.text}`;
  const count = (value: number, what: string) => (
    <IndexTable.Cell>
      <Text as="span" alignment="end" numeric>
        {formatCount(value)}{" "}
        <Text as="span" tone="subdued">
          ({share(value, all)})
        </Text>
        <span className="sw-if-list-narrow"> {what}</span>
      </Text>
    </IndexTable.Cell>
  );
  return (
    <IndexTable.Row id={name} position={position} accessibilityLabel={name}>
      <IndexTable.Cell>
        <Text as="span" fontWeight="semibold">
          {row.config}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>{row.model}</IndexTable.Cell>
      <IndexTable.Cell>{row.text}</IndexTable.Cell>
      {count(row.approved, "unchanged")}
      {count(row.corrected, "after an edit")}
      {count(row.rejected, "rejected")}
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric fontWeight="semibold">
          {accepted}
          <span className="sw-if-list-narrow"> accepted</span>
        </Text>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

function NothingDecided({ period }: { period: Period }) {
  return (
    <EmptyState
      heading="No decisions yet"
      image={shelfImage}
      action={{ content: "Go to products", url: "/app/products" }}
    >
      <p>
        {period === "all"
          ? "Approve, edit or reject generated texts: what you decide is counted here."
          : "Nothing was decided in this time. Choose a longer one."}
      </p>
    </EmptyState>
  );
}
