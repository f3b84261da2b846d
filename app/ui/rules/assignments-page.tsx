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
import type { TFunction } from "i18next";
import { Fragment, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { changesOf } from "../changes-of.ts";
import { moved } from "../moved.ts";
import { Page } from "../page.tsx";
import { PageSaveBar } from "../save-bar.tsx";
import { StaleForm } from "../stale-form.tsx";
import { useFocusLater } from "../use-focus-later.ts";
import { type CollectionChoice, CollectionField } from "./collection-field.tsx";
import type { ConfigChoice, RuleView } from "./config-view.ts";
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

const fields = ["collection", "vendor", "product_type", "tag"] as const;

/** Which config holds for which products: rules in their order, the first that matches. */
export function AssignmentsPage(props: RulesPageProps) {
  const { t } = useTranslation("rules");
  const { t: texts } = useTranslation("texts");
  const { configs, facets, collections } = props;
  const [rules, setRules] = useState(props.rules);
  const [otherwise, setOtherwise] = useState(props.otherwise);
  const focusLater = useFocusLater();
  const dirty = JSON.stringify([rules, otherwise]) !== JSON.stringify([props.rules, props.otherwise]);
  const options = configs.map((config) => ({ value: config.id, label: nameOf(t, config) }));
  const values: Record<Exclude<RuleView["field"], "collection">, string[]> = {
    vendor: facets.vendors,
    product_type: facets.productTypes,
    tag: facets.tags,
  };
  const set = (at: number, change: Partial<RuleView>) =>
    setRules(rules.map((rule, index) => (index === at ? { ...rule, ...change } : rule)));
  return (
    <Page title={t("assign.title")} backAction={{ content: t("assign.back"), url: "/app/rules" }}>
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
            changes={changesOf(texts, linesOf(t, props), linesOf(t, props.theirs))}
            busy={props.saving}
            onKeepMine={() => props.onSave({ rules, otherwise }, true)}
            onTakeTheirs={props.onTakeTheirs}
          />
        ) : null}
        {props.problem ? (
          <Banner tone="critical" title={t("assign.notSaved")}>
            <p>{props.problem}</p>
          </Banner>
        ) : null}
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p">{t("assign.about")}</Text>
        </Box>
        <Card>
          <BlockStack gap="400">
            {rules.map((rule, index) => {
              const name = t("assign.rule", { number: index + 1 });
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place only
                <Fragment key={index}>
                  <BlockStack gap="200">
                    <InlineStack align="space-between" blockAlign="center" gap="200">
                      <Text as="h2" variant="headingSm">
                        {name}
                      </Text>
                      <ButtonGroup variant="segmented">
                        <Button
                          size="slim"
                          icon={ArrowUpIcon}
                          accessibilityLabel={t("assign.up", { name })}
                          disabled={index === 0}
                          onClick={() => setRules(moved(rules, index, index - 1))}
                        />
                        <Button
                          size="slim"
                          icon={ArrowDownIcon}
                          accessibilityLabel={t("assign.down", { name })}
                          disabled={index === rules.length - 1}
                          onClick={() => setRules(moved(rules, index, index + 1))}
                        />
                        <Button
                          size="slim"
                          icon={DeleteIcon}
                          accessibilityLabel={t("assign.remove", { name })}
                          onClick={() => setRules(rules.filter((_, at) => at !== index))}
                        />
                      </ButtonGroup>
                    </InlineStack>
                    <FormLayout>
                      <FormLayout.Group>
                        <Select
                          id={`rule-${index}`}
                          label={t("assign.when")}
                          options={fields.map((field) => ({ value: field, label: t(`assign.field.${field}`) }))}
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
                          label={t("assign.use")}
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
                {t("assign.add")}
              </Button>
            </InlineStack>
            <Divider />
            <Select label={t("assign.others")} options={options} value={otherwise} onChange={setOtherwise} />
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}

/** "Vendor is Acme" → the rules to use, in words. */
function linesOf(t: TFunction<"rules">, { rules, otherwise, configs, collections }: Assigned): [string, string][] {
  const labelOf = (id: string) => {
    const config = configs.find((one) => one.id === id);
    return config ? nameOf(t, config) : t("assign.deleted");
  };
  const each = rules.map(({ field, value, configId }): [string, string] => {
    const kind = t(`assign.field.${field}`);
    const shown = field === "collection" ? collections.find(({ id }) => id === value)?.title : value;
    return [`${kind} ${shown ?? t("assign.aCollection")}`, labelOf(configId)];
  });
  return [...each, [t("assign.othersShort"), labelOf(otherwise)]];
}

function nameOf(t: TFunction<"rules">, { name, preset }: ConfigChoice): string {
  return preset ? t("presetNamed", { name }) : name;
}
