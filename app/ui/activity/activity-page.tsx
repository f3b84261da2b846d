import { BlockStack, Card, EmptyState, IndexTable, InlineGrid, Link, Select, Text } from "@shopify/polaris";
import { shelfImage } from "../illustration.ts";
import { Moment } from "../moment.tsx";
import { Page } from "../page.tsx";
import { pageTurns } from "../page-turns.ts";
import type { ActivityRowView, ActKindView } from "./activity-view.ts";
import "../ui.css";

export interface ActivityPageProps {
  notices: React.ReactNode;
  rows: ActivityRowView[];
  kind: ActKindView | null;
  who: "me" | "people" | "program" | null;
  /** true on a later page */
  later: boolean;
  hasNext: boolean;
  now: number;
  exporting: boolean;
  onKind(kind: string): void;
  onWho(who: string): void;
  onNext(): void;
  onFirst(): void;
  onExport(): void;
}

const kinds: { value: ActKindView | ""; label: string }[] = [
  { value: "", label: "Everything" },
  { value: "texts", label: "Texts" },
  { value: "publishing", label: "Publishing" },
  { value: "writing", label: "Jobs" },
  { value: "rules", label: "Rules and content types" },
  { value: "settings", label: "Settings" },
  { value: "lists", label: "Views" },
  { value: "access", label: "Access to the shop" },
];
const people = [
  { value: "", label: "Everybody" },
  { value: "me", label: "You" },
  { value: "people", label: "All people" },
  { value: "program", label: "The app and Shopify" },
];

/** Who did what when. */
export function ActivityPage(props: ActivityPageProps) {
  const { rows, now, later, hasNext } = props;
  return (
    <Page
      title="Activity"
      backAction={{ content: "Settings", url: "/app/settings" }}
      secondaryActions={[
        { content: "Export as CSV", onAction: props.onExport, disabled: props.exporting || rows.length === 0 },
      ]}
    >
      <BlockStack gap="400">
        {props.notices}
        <Card padding="0">
          <div className="sw-activity-filters">
            <InlineGrid columns={2} gap="300">
              <Select label="What" options={kinds} value={props.kind ?? ""} onChange={props.onKind} />
              <Select label="Who" options={people} value={props.who ?? ""} onChange={props.onWho} />
            </InlineGrid>
          </div>
          <IndexTable
            selectable={false}
            resourceName={{ singular: "act", plural: "acts" }}
            itemCount={rows.length}
            headings={[{ title: "What" }, { title: "Who" }, { title: "When" }]}
            emptyState={
              <EmptyState heading="Nothing to show" image={shelfImage}>
                <p>What people and the app do is listed here: approvals, publications, rules, settings and access.</p>
              </EmptyState>
            }
            pagination={pageTurns({
              later,
              hasNext,
              onNext: props.onNext,
              onFirst: props.onFirst,
              back: "Back to the newest",
              label: "Pages of activity",
            })}
          >
            {rows.map(({ id, says, who, at, url, details }, position) => (
              <IndexTable.Row key={id} id={id} position={position}>
                <IndexTable.Cell>
                  <div className="sw-details">
                    {url === null ? says : <Link url={url}>{says}</Link>}
                    {details === "" ? null : (
                      <Text as="p" variant="bodySm" tone="subdued" breakWord>
                        {details}
                      </Text>
                    )}
                  </div>
                </IndexTable.Cell>
                <IndexTable.Cell>{who}</IndexTable.Cell>
                <IndexTable.Cell>
                  <Moment at={at} now={now} />
                </IndexTable.Cell>
              </IndexTable.Row>
            ))}
          </IndexTable>
        </Card>
      </BlockStack>
    </Page>
  );
}
