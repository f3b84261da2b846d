import { BlockStack, Card, EmptyState, InlineGrid, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Formats } from "../../i18n/formats.ts";
import { shelfImage } from "../illustration.ts";
import { ListCell, ListRow, ListTable } from "../list-table.tsx";
import { Page } from "../page.tsx";
import { TabRow } from "../tab-row.tsx";
import { useFormats } from "../use-formats.ts";
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
export function ResultsPage({ notices, rows, falseAlarms, period, keptDays, loading, onPeriod }: AcceptancePageProps) {
  const { t } = useTranslation("rules");
  const formats = useFormats();
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
      title={t("results.title")}
      backAction={{ content: t("title"), url: "/app/rules" }}
      subtitle={t("results.about")}
      fullWidth
    >
      <BlockStack gap="400">
        {notices}
        {rows.length === 0 ? null : (
          <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
            <Figure label={t("results.unchangedFigure")} count={total.approved} of={decided(total)} />
            <Figure label={t("results.editedFigure")} count={total.corrected} of={decided(total)} />
            <Figure label={t("results.rejectedFigure")} count={total.rejected} of={decided(total)} />
          </InlineGrid>
        )}
        <Card padding="0">
          <TabRow
            tabs={periods.map(({ id, days }) => ({
              id,
              content: t("results.last", { days: formats.days(days ?? keptDays) }),
            }))}
            selected={Math.max(0, selected)}
            onSelect={(index) => onPeriod(periods[index]?.id ?? "30")}
          />
          <div className="sw-list">
            <ListTable
              loading={slow}
              headings={[
                { title: t("results.rules") },
                { title: t("results.model") },
                { title: t("results.text") },
                { title: t("results.unchanged"), alignment: "end" },
                { title: t("results.edited"), alignment: "end" },
                { title: t("results.rejected"), alignment: "end" },
                { title: t("results.accepted"), alignment: "end" },
              ]}
              empty={<NothingDecided period={period} />}
              rows={rows.map((row) => <Line key={`${row.config} ${row.model} ${row.text}`} row={row} />)}
            />
          </div>
        </Card>
        <FalseAlarms alarms={falseAlarms} />
      </BlockStack>
    </Page>
  );
}

/** What people kept although a check found it; nothing where they kept nothing. */
function FalseAlarms({ alarms }: { alarms: FalseAlarmView[] }) {
  const { t } = useTranslation("rules");
  if (alarms.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t("results.keptTitle")}
        </Text>
        <Text as="p" tone="subdued">
          {t("results.keptAbout")}
        </Text>
        <ul className="sw-alarms">
          {alarms.map(({ check, kept }) => (
            <li key={check}>{t("results.keptOf", { check, count: kept })}</li>
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

/** 3 of 8 → "38%" */
function share({ percent }: Formats, part: number, of: number): string {
  return of === 0 ? "–" : percent(part / of);
}

function Figure({ label, count, of }: { label: string; count: number; of: number }) {
  const { t } = useTranslation("rules");
  const formats = useFormats();
  return (
    <Card>
      <BlockStack gap="100">
        <Text as="h2" variant="headingSm" tone="subdued">
          {label}
        </Text>
        <Text as="p" variant="headingLg">
          {share(formats, count, of)}
        </Text>
        <Text as="p" tone="subdued" variant="bodySm">
          {t("results.of", { count, all: of })}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Line({ row }: { row: AcceptanceRowView }) {
  const { t } = useTranslation("rules");
  const formats = useFormats();
  const all = decided(row);
  const accepted = share(formats, row.approved + row.corrected, all);
  const count = (value: number, what: string) => (
    <ListCell>
      <Text as="span" alignment="end" numeric>
        {formats.count(value)}{" "}
        <Text as="span" tone="subdued">
          ({share(formats, value, all)})
        </Text>
        <span className="sw-if-list-narrow"> {what}</span>
      </Text>
    </ListCell>
  );
  return (
    <ListRow opens={false}>
      <ListCell>
        <Text as="span" fontWeight="semibold">
          {row.config}
        </Text>
      </ListCell>
      <ListCell>{row.model}</ListCell>
      <ListCell>{row.text}</ListCell>
      {count(row.approved, t("results.inRow.unchanged"))}
      {count(row.corrected, t("results.inRow.edited"))}
      {count(row.rejected, t("results.inRow.rejected"))}
      <ListCell>
        <Text as="span" alignment="end" numeric fontWeight="semibold">
          {accepted}
          <span className="sw-if-list-narrow"> {t("results.inRow.accepted")}</span>
        </Text>
      </ListCell>
    </ListRow>
  );
}

function NothingDecided({ period }: { period: Period }) {
  const { t } = useTranslation("rules");
  return (
    <EmptyState
      heading={t("results.empty")}
      image={shelfImage}
      action={{ content: t("results.goToProducts"), url: "/app/products" }}
    >
      <p>{period === "all" ? t("results.emptyAll") : t("results.emptyPeriod")}</p>
    </EmptyState>
  );
}
