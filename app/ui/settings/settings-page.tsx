import {
  Banner,
  BlockStack,
  Button,
  Card,
  Checkbox,
  ChoiceList,
  FormLayout,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../page.tsx";
import { PageSaveBar } from "../save-bar.tsx";
import { SettingsSection } from "../settings-section.tsx";
import type { SpendingView } from "../spending.ts";
import { DataSection } from "./data-section.tsx";
import { type PriceView, type SpendForm, SpendSection } from "./spend-section.tsx";
import { type ModelTestView, TestReport } from "./test-report.tsx";
import { TextsSection } from "./texts-section.tsx";
import { type MailView, type PersonView, type WorkForm, WorkSections } from "./work-sections.tsx";

/** What the settings form holds; empty strings mean: as the operator of this app set it. */
export interface SettingsForm extends SpendForm, WorkForm {
  baseUrl: string;
  /** only ever typed, never sent to the browser */
  apiKey: string;
  /** "true": its server needs no key */
  keyless: string;
  modelV1: string;
  modelV2: string;
  modelExaminer: string;
  /** `always`, `doubtful` or `off`; "": nobody chose */
  examine: string;
  /** how pictures reach the model: `address`, `bytes` or `none` */
  images: string;
  concurrency: string;
}

export interface SettingsPageProps {
  /** how a shop's people work */
  people: readonly PersonView[];
  owner: string | null;
  /** who looks */
  me: string;
  /** products that nothing is written for */
  handsOff: readonly { id: string; title: string }[];
  mail: MailView;
  givingBack: boolean;
  onHandsOn(productId: string): void;
  shop: string;
  types: readonly { label: string; wanted: boolean }[];
  erasing: boolean;
  eraseProblem: string | null;
  onErase(name: string): void;
  onExport(format: "json" | "csv"): void;
  exporting: "json" | "csv" | null;
  notices: React.ReactNode;
  saved: Omit<SettingsForm, "apiKey">;
  /** of the shop's own; `unreadable`: it is kept, but no longer opens */
  savedKey: "none" | "saved" | "unreadable";
  /** what holds where a field is empty */
  defaults: { baseUrl: string; modelV1: string; modelV2: string; modelExaminer: string | null };
  /** what keeps the saved settings from being used, by field */
  refusals: Partial<Record<string, string>>;
  /** those that may be called with the operator's key, and what a product costs */
  operatorModels: readonly { name: string; credits: number }[];
  /** what a product costs with a model account of the shop's own */
  versionCredits: { v1: number; v2: number };
  operatorPrices: Record<string, PriceView>;
  spending: SpendingView;
  errors: Partial<Record<string, string>>;
  saving: boolean;
  testing: boolean;
  /** what the last test of the connection found out; a message alone when there was none */
  test: { ok: boolean; message: string; tests?: readonly ModelTestView[] | undefined } | null;
  onSave(form: SettingsForm & { removeKey: boolean }): void;
  onTest(): void;
}

/** Which model writes, with which key, and how much at once. */
export function SettingsPage(props: SettingsPageProps) {
  const { t } = useTranslation("settings");
  const { saved, defaults, savedKey, saving, testing, test } = props;
  const initial: SettingsForm = { ...saved, apiKey: "" };
  const [form, setForm] = useState(initial);
  const [removeKey, setRemoveKey] = useState(false);
  const set =
    <Name extends keyof SettingsForm>(name: Name) =>
    (value: SettingsForm[Name]) =>
      setForm((now) => ({ ...now, [name]: value }));
  const dirty = removeKey || (Object.keys(form) as (keyof SettingsForm)[]).some((name) => form[name] !== initial[name]);
  const unchanged = (name: keyof SettingsForm) => form[name] === initial[name];
  const errors = {
    ...Object.fromEntries(Object.entries(props.refusals).filter(([name]) => unchanged(name as keyof SettingsForm))),
    ...props.errors,
  };
  const keyLeaves = savedKey !== "none" && form.baseUrl !== initial.baseUrl && form.apiKey === "";
  const ownAccount =
    form.apiKey !== "" ||
    (savedKey !== "none" && !removeKey && !keyLeaves) ||
    (form.baseUrl.trim() !== "" && form.keyless === "true");
  const creditsOf = (version: "v1" | "v2") => {
    const [typed, byDefault] = version === "v1" ? [form.modelV1, defaults.modelV1] : [form.modelV2, defaults.modelV2];
    const isOwn = ownAccount || typed.trim() === "" || typed.trim() === byDefault;
    const credits = isOwn
      ? props.versionCredits[version]
      : props.operatorModels.find(({ name }) => name === typed.trim())?.credits;
    return credits === undefined ? t("model.needsKey") : t("model.creditsOf", { count: credits });
  };
  const named = { v1: form.modelV1.trim() || defaults.modelV1, v2: form.modelV2.trim() || defaults.modelV2 };
  const examiner = form.modelExaminer.trim() || defaults.modelExaminer;
  // What holds while nobody has chosen: asked in doubt, where there is somebody to ask.
  const examine = form.examine || (examiner === null ? "off" : "doubtful");
  const pricedExaminer = examine === "off" || examiner === named.v1 || examiner === named.v2 ? null : examiner;
  return (
    <Page title={t("title")} secondaryActions={[{ content: t("log"), url: "/app/log" }]}>
      <PageSaveBar
        id="settings"
        dirty={dirty}
        saving={saving}
        onSave={() => props.onSave({ ...form, removeKey })}
        onDiscard={() => {
          setForm(initial);
          setRemoveKey(false);
        }}
      />
      <BlockStack gap="400">
        {props.notices}
        <div className="sw-settings">
          <TextsSection types={props.types} />
          <SettingsSection title={t("model.title")} description={t("model.about")}>
            <Card>
              <FormLayout>
                <TextField
                  label={t("model.endpoint")}
                  type="url"
                  value={form.baseUrl}
                  onChange={set("baseUrl")}
                  placeholder={defaults.baseUrl}
                  helpText={t("model.endpointHelp")}
                  error={errors.baseUrl}
                  autoComplete="off"
                />
                <KeyField
                  value={form.apiKey}
                  onChange={set("apiKey")}
                  saved={removeKey ? "none" : savedKey}
                  leaves={keyLeaves}
                  onRemove={() => setRemoveKey(true)}
                  error={errors.apiKey}
                />
                {form.baseUrl.trim() === "" ? null : (
                  <Checkbox
                    label={t("model.keyless")}
                    helpText={t("model.keylessHelp")}
                    checked={form.keyless === "true"}
                    onChange={(checked) => set("keyless")(String(checked))}
                  />
                )}
                <FormLayout.Group>
                  <TextField
                    label={t("model.nameOf", { version: "v1" })}
                    value={form.modelV1}
                    onChange={set("modelV1")}
                    placeholder={defaults.modelV1}
                    helpText={creditsOf("v1")}
                    error={errors.modelV1}
                    autoComplete="off"
                  />
                  <TextField
                    label={t("model.nameOf", { version: "v2" })}
                    value={form.modelV2}
                    onChange={set("modelV2")}
                    placeholder={defaults.modelV2}
                    helpText={creditsOf("v2")}
                    error={errors.modelV2}
                    autoComplete="off"
                  />
                </FormLayout.Group>
                <ChoiceList
                  title={t("model.images.title")}
                  choices={(["address", "bytes", "none"] as const).map((value) => ({
                    value,
                    label: t(`model.images.${value}`),
                    helpText: t(`model.images.${value}Help`),
                  }))}
                  selected={[form.images]}
                  onChange={([chosen]) => set("images")(chosen ?? form.images)}
                  error={errors.images}
                />
                <InlineStack gap="300" blockAlign="center">
                  <Button onClick={props.onTest} loading={testing} disabled={dirty || saving}>
                    {t("model.test")}
                  </Button>
                  <Text as="span" variant="bodySm" tone="subdued">
                    {dirty ? t("model.testSave") : t("model.testCost")}
                  </Text>
                </InlineStack>
                {test && !testing && !dirty ? <TestOutcome {...test} /> : null}
              </FormLayout>
            </Card>
          </SettingsSection>
          <SettingsSection title={t("examiner.title")} description={t("examiner.about")}>
            <Card>
              <FormLayout>
                <ChoiceList
                  title={t("examiner.when")}
                  choices={(["doubtful", "always", "off"] as const).map((value) => ({
                    value,
                    label: t(`examiner.${value}`),
                    helpText: t(`examiner.${value}Help`),
                  }))}
                  selected={[examine]}
                  onChange={([chosen]) => set("examine")(chosen ?? form.examine)}
                  error={errors.examine}
                />
                <TextField
                  label={t("examiner.model")}
                  value={form.modelExaminer}
                  onChange={set("modelExaminer")}
                  placeholder={defaults.modelExaminer ?? ""}
                  helpText={t("examiner.modelHelp")}
                  error={errors.modelExaminer}
                  autoComplete="off"
                />
              </FormLayout>
            </Card>
          </SettingsSection>
          <SettingsSection title={t("spending.title")} description={t("spending.about")}>
            <SpendSection
              form={form}
              onChange={(name, value) => set(name)(value)}
              models={{ ...named, examiner: pricedExaminer }}
              operatorPrices={props.operatorPrices}
              spending={props.spending}
              errors={errors}
            />
          </SettingsSection>
          <WorkSections
            form={form}
            errors={errors}
            people={props.people}
            owner={props.owner}
            me={props.me}
            handsOff={props.handsOff}
            mail={props.mail}
            givingBack={props.givingBack}
            onHandsOn={props.onHandsOn}
            onChange={(name, value) => set(name)(value)}
          />
          <SettingsSection title={t("speed.title")} description={t("speed.about")}>
            <Card>
              <TextField
                label={t("speed.atOnce")}
                type="number"
                min={1}
                max={32}
                value={form.concurrency}
                onChange={set("concurrency")}
                helpText={t("speed.range", { least: 1, most: 32 })}
                error={errors.concurrency}
                autoComplete="off"
              />
            </Card>
          </SettingsSection>
          <DataSection
            shop={props.shop}
            exporting={props.exporting}
            busy={props.erasing}
            problem={props.eraseProblem}
            onExport={props.onExport}
            onErase={props.onErase}
          />
        </div>
      </BlockStack>
    </Page>
  );
}

function TestOutcome({ ok, message, tests = [] }: NonNullable<SettingsPageProps["test"]>) {
  const { t } = useTranslation("settings");
  if (tests.length === 0) {
    return (
      <Banner tone={ok ? "success" : "critical"} title={ok ? t("model.tested") : t("model.notTested")}>
        <p>{message}</p>
      </Banner>
    );
  }
  return (
    <BlockStack gap="300">
      {tests.map((test) => (
        <TestReport key={test.model} test={test} />
      ))}
    </BlockStack>
  );
}

interface KeyFieldProps {
  value: string;
  onChange(value: string): void;
  saved: SettingsPageProps["savedKey"];
  /** another endpoint was typed: the saved key does not go there */
  leaves: boolean;
  onRemove(): void;
  error: string | undefined;
}

function KeyField({ value, onChange, saved, leaves, onRemove, error }: KeyFieldProps) {
  const { t } = useTranslation("settings");
  const isThere = saved !== "none" && !leaves;
  const state = leaves
    ? t("model.keyLeaves")
    : saved === "saved"
      ? t("model.keySaved")
      : saved === "unreadable"
        ? t("model.keyUnreadable")
        : t("model.keyNone");
  return (
    <TextField
      label={t("model.key")}
      type="password"
      value={value}
      onChange={onChange}
      placeholder={saved === "saved" && !leaves ? "••••••••••••••••" : ""}
      helpText={t("model.keyKept", { state })}
      error={error}
      autoComplete="new-password"
      connectedRight={isThere ? <Button onClick={onRemove}>{t("model.keyRemove")}</Button> : undefined}
    />
  );
}
