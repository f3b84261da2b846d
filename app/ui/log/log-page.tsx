import { BlockStack, Card, EmptyState, InlineGrid, Link, Select, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { shelfImage } from "../illustration.ts";
import { ListCell, ListRow, ListTable } from "../list-table.tsx";
import { Moment } from "../moment.tsx";
import { Page } from "../page.tsx";
import { pageTurns } from "../page-turns.ts";
import { type ActivityRowView, type ActKindView, actKinds } from "./log-view.ts";
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

const people = ["all", "me", "people", "program"] as const;

/** Who did what when. */
export function ActivityPage(props: ActivityPageProps) {
  const { rows, now, later, hasNext } = props;
  const { t } = useTranslation("log");
  const one = (key: "all" | ActKindView | (typeof people)[number]) => (key === "all" ? "" : key);
  return (
    <Page
      title={t("title")}
      backAction={{ content: t("activity"), url: "/app/activity" }}
      secondaryActions={[
        { content: t("export"), onAction: props.onExport, disabled: props.exporting || rows.length === 0 },
      ]}
    >
      <BlockStack gap="400">
        {props.notices}
        <Card padding="0">
          <div className="sw-activity-filters">
            <InlineGrid columns={2} gap="300">
              <Select
                label={t("what")}
                options={(["all", ...actKinds] as const).map((key) => ({ value: one(key), label: t(`kind.${key}`) }))}
                value={props.kind ?? ""}
                onChange={props.onKind}
              />
              <Select
                label={t("who")}
                options={people.map((key) => ({ value: one(key), label: t(`by.${key}`) }))}
                value={props.who ?? ""}
                onChange={props.onWho}
              />
            </InlineGrid>
          </div>
          <ListTable
            headings={[{ title: t("what") }, { title: t("who") }, { title: t("when") }]}
            empty={
              <EmptyState heading={t("empty")} image={shelfImage}>
                <p>{t("emptyText")}</p>
              </EmptyState>
            }
            pages={pageTurns({
              later,
              hasNext,
              onNext: props.onNext,
              onFirst: props.onFirst,
              back: t("newest"),
              label: t("pages"),
            })}
            rows={rows.map(({ id, says, who, at, url, details }) => (
              <ListRow key={id} opens={false}>
                <ListCell>
                  <div className="sw-details">
                    {url === null ? says : <Link url={url}>{says}</Link>}
                    {details === "" ? null : (
                      <Text as="p" variant="bodySm" tone="subdued" breakWord>
                        {details}
                      </Text>
                    )}
                  </div>
                </ListCell>
                <ListCell>{who}</ListCell>
                <ListCell>
                  <Moment at={at} now={now} />
                </ListCell>
              </ListRow>
            ))}
          />
        </Card>
      </BlockStack>
    </Page>
  );
}
