import { Badge, BlockStack, Box, Card, IndexTable, Link, Text, useIndexResourceState } from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import { Moment } from "../moment.tsx";
import { countOf } from "../numbers.ts";
import { Page } from "../page.tsx";
import type { ConfigRowView } from "./config-view.ts";
import { ImportModal } from "./import-modal.tsx";
import { MergeModal } from "./merge-modal.tsx";
import "../ui.css";

export interface ConfigsPageProps {
  configs: ConfigRowView[];
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
  onImport(json: string, name: string): void;
  onAskMerge(ids: string[]): void;
  onMerge(ids: string[], name: string): void;
}

/** The presets and the shop's own configs, with what uses them. */
export function ConfigsPage(props: ConfigsPageProps) {
  const { configs, now } = props;
  const [dialog, setDialog] = useState<"import" | "merge" | null>(null);
  const rows = configs.map((config) => ({ ...config }));
  const { selectedResources, allResourcesSelected, handleSelectionChange } = useIndexResourceState(rows);
  const own = configs.filter(({ preset }) => !preset).length;
  const mergeable = selectedResources.length >= 2 && selectedResources.length <= 5;
  return (
    <Page
      title="Content rules"
      subtitle="What texts say and how, by kind of product"
      fullWidth
      primaryAction={{ content: "Assign to products", onAction: props.onRules }}
      secondaryActions={[
        { content: "Glossary", url: "/app/configs/glossary" },
        { content: "Import", onAction: () => setDialog("import") },
      ]}
    >
      <BlockStack gap="400">
        {props.notices}
        <Card padding="0">
          <div className="sw-list sw-list-configs">
            <IndexTable
              resourceName={{ singular: "rule set", plural: "rule sets" }}
              itemCount={configs.length}
              selectedItemsCount={allResourcesSelected ? "All" : selectedResources.length}
              onSelectionChange={handleSelectionChange}
              headings={[{ title: "Rule set" }, { title: "Kind" }, { title: "Used by" }, { title: "Saved" }]}
              promotedBulkActions={[
                {
                  content: mergeable ? "Merge" : "Merge (choose 2 to 5)",
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
                />
              ))}
            </IndexTable>
          </div>
        </Card>
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {own === 0
              ? "You have no rules of your own yet. Open a preset and duplicate it."
              : `${own} of at most ${props.maxConfigs} rule sets of your own.`}
          </Text>
        </Box>
      </BlockStack>
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

interface LineProps {
  config: ConfigRowView;
  position: number;
  now: number;
  selected: boolean;
}

function ConfigLine({ config, position, now, selected }: LineProps) {
  const name = (
    <Link dataPrimaryLink monochrome removeUnderline url={`/app/configs/${config.id}`}>
      <Text as="span" fontWeight="semibold">
        {config.name}
      </Text>
    </Link>
  );
  const description = (
    <Text as="span" variant="bodySm" tone="subdued">
      {config.description}
    </Text>
  );
  const kind = config.preset ? <Badge>Preset</Badge> : <Badge tone="info">Own</Badge>;
  const use = `${countOf(config.products, "product")}, ${countOf(config.rules, "rule")}`;
  return (
    <IndexTable.Row id={config.id} position={position} selected={selected} accessibilityLabel={config.name}>
      <IndexTable.Cell>
        <span className="sw-job">
          <BlockStack gap="050">
            {name}
            {description}
          </BlockStack>
        </span>
      </IndexTable.Cell>
      <IndexTable.Cell>{kind}</IndexTable.Cell>
      <IndexTable.Cell>{use}</IndexTable.Cell>
      <IndexTable.Cell>
        {config.updatedAt === null ? "With the app" : <Moment at={config.updatedAt} now={now} />}
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}
