import {
  Badge,
  BlockStack,
  Box,
  Button,
  Card,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useIndexResourceState,
} from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Moment } from "../moment.tsx";
import { Page } from "../page.tsx";
import type { PersonView } from "../person-view.ts";
import { Phrase } from "../phrase.tsx";
import { useFormats } from "../use-formats.ts";
import type { ConfigRowView } from "./config-view.ts";
import { ImportModal } from "./import-modal.tsx";
import { MergeModal } from "./merge-modal.tsx";
import { NewRulesModal } from "./new-rules-modal.tsx";
import "../ui.css";
import "./rules.css";
import { inARow } from "../in-a-row.ts";

export interface RulesIndexPageProps {
  /** the shop's own first */
  configs: ConfigRowView[];
  /** products that follow none of the shop's own */
  withoutOwn: number;
  /** of how many days decisions are counted */
  judgedDays: number;
  maxConfigs: number;
  /** of a file of rules */
  maxImportChars: number;
  notices: ReactNode;
  now: number;
  busy: boolean;
  problem: string | null;
  /** what merging the chosen configs would override, null while it is asked for */
  overrides: string[] | null;
  /** why there is no preview of the merge */
  mergeProblem?: string | null;
  onRules(): void;
  onMake(from: string, name: string): void;
  onImport(json: string, name: string): void;
  onAskMerge(ids: string[]): void;
  onMerge(ids: string[], name: string): void;
}

/** The presets and the shop's own configs, with what uses them. */
export function RulesIndexPage(props: RulesIndexPageProps) {
  const { t } = useTranslation("rules");
  const { configs, now } = props;
  const [dialog, setDialog] = useState<"import" | "merge" | { from: string } | null>(null);
  const { days } = useFormats();
  const rows = configs.map((config) => ({ ...config }));
  const { selectedResources, allResourcesSelected, handleSelectionChange } = useIndexResourceState(rows);
  const own = configs.filter(({ preset }) => !preset).length;
  const mergeable = selectedResources.length >= 2 && selectedResources.length <= 5;
  return (
    <Page
      title={t("title")}
      subtitle={t("index.subtitle")}
      fullWidth
      primaryAction={{ content: t("index.newRules"), onAction: () => setDialog({ from: firstChoice(configs) }) }}
      secondaryActions={[
        { content: t("assign.title"), onAction: props.onRules },
        { content: t("index.glossary"), url: "/app/rules/glossary" },
        { content: t("index.texts"), url: "/app/rules/texts" },
        { content: t("index.results"), url: "/app/rules/results" },
        { content: t("index.import"), onAction: () => setDialog("import") },
      ]}
    >
      <BlockStack gap="400">
        {props.notices}
        <Card padding="0">
          <div className="sw-list sw-list-configs">
            <IndexTable
              resourceName={{ singular: t("index.row", { count: 1 }), plural: t("index.row", { count: 2 }) }}
              itemCount={configs.length}
              selectedItemsCount={allResourcesSelected ? "All" : selectedResources.length}
              onSelectionChange={handleSelectionChange}
              headings={[
                { title: t("index.set") },
                { title: t("index.products") },
                { title: t("index.unchanged") },
                { title: t("index.rejected") },
                { title: t("index.changed") },
              ]}
              promotedBulkActions={[
                {
                  content: mergeable ? t("index.merge") : t("index.mergeChoose"),
                  disabled: !mergeable,
                  onAction: () => {
                    props.onAskMerge(selectedResources);
                    setDialog("merge");
                  },
                },
              ]}
            >
              {configs.map((config, position) => (
                <ConfigLine
                  key={config.id}
                  config={config}
                  position={position}
                  now={now}
                  selected={selectedResources.includes(config.id)}
                  onCopy={() => setDialog({ from: config.id })}
                />
              ))}
            </IndexTable>
          </div>
        </Card>
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <InlineStack gap="200" align="space-between">
            <Text as="p" tone="subdued">
              {inARow(
                own === 0 ? t("index.noneOwn") : t("index.ownOf", { number: own, count: props.maxConfigs }),
                t("index.judged", { days: days(props.judgedDays) }),
              )}
            </Text>
            {props.withoutOwn > 0 ? (
              <Text as="p">
                <Phrase
                  text={t("index.withoutOwn", { count: props.withoutOwn })}
                  parts={{ link: <Link url="/app/rules/assignments" /> }}
                />
              </Text>
            ) : null}
          </InlineStack>
        </Box>
      </BlockStack>
      <NewRulesModal
        key={typeof dialog === "object" ? dialog?.from : ""}
        open={typeof dialog === "object" && dialog !== null}
        choices={configs}
        from={typeof dialog === "object" && dialog !== null ? dialog.from : firstChoice(configs)}
        busy={props.busy}
        problem={props.problem}
        onMake={props.onMake}
        onClose={() => setDialog(null)}
      />
      <ImportModal
        open={dialog === "import"}
        busy={props.busy}
        problem={props.problem}
        maxChars={props.maxImportChars}
        onImport={props.onImport}
        onClose={() => setDialog(null)}
      />
      <MergeModal
        open={dialog === "merge"}
        names={selectedResources.flatMap((id) => configs.find((config) => config.id === id)?.name ?? [])}
        overrides={props.overrides}
        busy={props.busy}
        problem={props.problem ?? props.mergeProblem ?? null}
        onMerge={(name) => props.onMerge(selectedResources, name)}
        onClose={() => setDialog(null)}
      />
    </Page>
  );
}

/** New rules begin as the general ones. */
function firstChoice(configs: readonly ConfigRowView[]): string {
  return (configs.find(({ preset }) => preset) ?? configs[0])?.id ?? "";
}

interface LineProps {
  config: ConfigRowView;
  position: number;
  now: number;
  selected: boolean;
  onCopy(): void;
}

function ConfigLine({ config, position, now, selected, onCopy }: LineProps) {
  const { t } = useTranslation("rules");
  const { count, percent } = useFormats();
  const { judged } = config;
  return (
    <IndexTable.Row id={config.id} position={position} selected={selected} accessibilityLabel={config.name}>
      <IndexTable.Cell>
        <span className="sw-job">
          <BlockStack gap="050">
            <InlineStack gap="200" blockAlign="center" wrap={false}>
              <Link dataPrimaryLink monochrome removeUnderline url={`/app/rules/${config.id}`}>
                <Text as="span" fontWeight="semibold">
                  {config.name}
                </Text>
              </Link>
              {config.preset ? <Badge>{t("preset")}</Badge> : null}
            </InlineStack>
            <Text as="span" variant="bodySm" tone="subdued">
              {config.description}
            </Text>
          </BlockStack>
        </span>
      </IndexTable.Cell>
      <IndexTable.Cell>{t("try.products", { count: config.products })}</IndexTable.Cell>
      <IndexTable.Cell>
        {judged ? (
          t("index.unchangedOf", { share: percent(judged.unchanged / judged.decided), count: judged.decided })
        ) : (
          <Nothing />
        )}
      </IndexTable.Cell>
      <IndexTable.Cell>
        {judged?.reason ? (
          <span className="sw-rules-reason" title={judged.reason.words}>
            <span dir="auto">{judged.reason.words}</span>
            <span>· {count(judged.reason.count)}</span>
          </span>
        ) : (
          <Nothing />
        )}
      </IndexTable.Cell>
      <IndexTable.Cell>
        {config.preset ? (
          // The row selects itself by a click on it.
          // biome-ignore lint/a11y/noStaticElementInteractions: the button in it is what is pressed
          // biome-ignore lint/a11y/useKeyWithClickEvents: the button in it is what is pressed
          <span onClick={(event) => event.stopPropagation()}>
            <Button size="slim" onClick={onCopy} accessibilityLabel={t("index.copyOf", { name: config.name })}>
              {t("copyAndChange")}
            </Button>
          </span>
        ) : config.updatedAt === null ? null : (
          <ChangedWhen at={config.updatedAt} by={config.updatedBy} now={now} />
        )}
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

/** Left out where there are no columns. */
function Nothing() {
  return <span className="sw-rules-nothing">–</span>;
}

function ChangedWhen({ at, by, now }: { at: number; by: PersonView; now: number }) {
  const { t } = useTranslation("rules");
  const when = <Moment at={at} now={now} />;
  if (by === null) return when;
  const text = typeof by === "object" ? t("states.by.named", { name: by.name }) : t(`states.by.${by}`);
  return <Phrase text={text} parts={{ when }} />;
}
