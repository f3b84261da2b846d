import {
  Banner,
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  Card,
  Divider,
  FormLayout,
  InlineStack,
  Select,
  Text,
} from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { Fragment, type ReactNode, useState } from "react";
import { changesOf } from "../changes-of.ts";
import { Page } from "../page.tsx";
import { moved } from "../product/bullets-editor.tsx";
import { PageSaveBar } from "../save-bar.tsx";
import { StaleForm } from "../stale-form.tsx";
import { useFocusLater } from "../use-focus-later.ts";
import { type CollectionChoice, CollectionField } from "./collection-field.tsx";
import { type ConfigChoice, configLabel, type RuleView } from "./config-view.ts";
import { ValueField } from "./value-field.tsx";
import "../ui.css";

interface Assigned {
  rules: RuleView[];
  otherwise: string;
  configs: ConfigChoice[];
  collections: CollectionChoice[];
}

export interface RulesPageProps extends Assigned {
  facets: { vendors: string[]; productTypes: string[]; tags: string[] };
  notices: ReactNode;
  saving: boolean;
  problem: string | null;
  /** what somebody saved since the form was opened, once the person tried to save over it */
  theirs: Assigned | null;
  /** @param over to put it in the place of theirs */
  onSave(assignments: Pick<Assigned, "rules" | "otherwise">, over: boolean): void;
  onTakeTheirs(): void;
}

const fields = [
  { value: "collection", label: "Collection is" },
  { value: "vendor", label: "Vendor is" },
  { value: "product_type", label: "Type is" },
  { value: "tag", label: "Tag is" },
];

/** Which config holds for which products: rules in their order, the first that matches. */
export function RulesPage(props: RulesPageProps) {
  const { configs, facets, collections } = props;
  const [rules, setRules] = useState(props.rules);
  const [otherwise, setOtherwise] = useState(props.otherwise);
  const focusLater = useFocusLater();
  const dirty = JSON.stringify([rules, otherwise]) !== JSON.stringify([props.rules, props.otherwise]);
  const options = configs.map((config) => ({ value: config.id, label: configLabel(config) }));
  const values: Record<Exclude<RuleView["field"], "collection">, string[]> = {
    vendor: facets.vendors,
    product_type: facets.productTypes,
    tag: facets.tags,
  };
  const set = (at: number, change: Partial<RuleView>) =>
    setRules(rules.map((rule, index) => (index === at ? { ...rule, ...change } : rule)));
  return (
    <Page title="Assign rules to products" backAction={{ content: "Content rules", url: "/app/configs" }}>
      <PageSaveBar
        id="rules"
        dirty={dirty}
        saving={props.saving}
        onSave={() => props.onSave({ rules, otherwise }, false)}
        onDiscard={() => {
          setRules(props.rules);
          setOtherwise(props.otherwise);
        }}
      />
      <BlockStack gap="400">
        {props.notices}
        {props.theirs ? (
          <StaleForm
            what="The assignments"
            changes={changesOf(linesOf(props), linesOf(props.theirs))}
            busy={props.saving}
            onKeepMine={() => props.onSave({ rules, otherwise }, true)}
            onTakeTheirs={props.onTakeTheirs}
          />
        ) : null}
        {props.problem ? (
          <Banner tone="critical" title="The assignments were not saved">
            <p>{props.problem}</p>
          </Banner>
        ) : null}
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p">
            A product follows the first rule that matches it. It takes effect with the next texts; texts that were
            written stay as they are.
          </Text>
        </Box>
        <Card>
          <BlockStack gap="400">
            {rules.map((rule, index) => {
              const name = `rule ${index + 1}`;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place only
                <Fragment key={index}>
                  <BlockStack gap="200">
                    <InlineStack align="space-between" blockAlign="center" gap="200">
                      <Text as="h2" variant="headingSm">
                        {`Rule ${index + 1}`}
                      </Text>
                      <ButtonGroup variant="segmented">
                        <Button
                          size="slim"
                          icon={ArrowUpIcon}
                          accessibilityLabel={`Move ${name} up`}
                          disabled={index === 0}
                          onClick={() => setRules(moved(rules, index, index - 1))}
                        />
                        <Button
                          size="slim"
                          icon={ArrowDownIcon}
                          accessibilityLabel={`Move ${name} down`}
                          disabled={index === rules.length - 1}
                          onClick={() => setRules(moved(rules, index, index + 1))}
                        />
                        <Button
                          size="slim"
                          icon={DeleteIcon}
                          accessibilityLabel={`Remove ${name}`}
                          onClick={() => setRules(rules.filter((_, at) => at !== index))}
                        />
                      </ButtonGroup>
                    </InlineStack>
                    <FormLayout>
                      <FormLayout.Group>
                        <Select
                          id={`rule-${index}`}
                          label="When"
                          options={fields}
                          value={rule.field}
                          onChange={(field) => set(index, { field: field as RuleView["field"], value: "" })}
                        />
                        {rule.field === "collection" ? (
                          <CollectionField
                            collections={collections}
                            value={rule.value}
                            onChange={(value) => set(index, { value })}
                          />
                        ) : (
                          <ValueField
                            values={values[rule.field]}
                            value={rule.value}
                            onChange={(value) => set(index, { value })}
                          />
                        )}
                        <Select
                          label="Use"
                          options={options}
                          value={rule.configId}
                          onChange={(configId) => set(index, { configId })}
                        />
                      </FormLayout.Group>
                    </FormLayout>
                  </BlockStack>
                  <Divider />
                </Fragment>
              );
            })}
            <InlineStack>
              <Button
                icon={PlusIcon}
                onClick={() => {
                  focusLater(`rule-${rules.length}`);
                  setRules([...rules, { field: "product_type", value: "", configId: options[0]?.value ?? "" }]);
                }}
              >
                Add rule
              </Button>
            </InlineStack>
            <Divider />
            <Select label="All other products use" options={options} value={otherwise} onChange={setOtherwise} />
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}

/** "Vendor is Acme" → the rules to use, in words. */
function linesOf({ rules, otherwise, configs, collections }: Assigned): [string, string][] {
  const labelOf = (id: string) => {
    const config = configs.find((one) => one.id === id);
    return config ? configLabel(config) : "rules that were deleted";
  };
  const each = rules.map(({ field, value, configId }): [string, string] => {
    const kind = fields.find((one) => one.value === field)?.label ?? field;
    const shown = field === "collection" ? collections.find(({ id }) => id === value)?.title : value;
    return [`${kind} ${shown ?? "a collection"}`, labelOf(configId)];
  });
  return [...each, ["All other products", labelOf(otherwise)]];
}
