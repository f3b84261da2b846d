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
import { countOf } from "../numbers.ts";
import { Page } from "../page.tsx";
import { PageSaveBar } from "../save-bar.tsx";
import { SettingsSection } from "../settings-section.tsx";
import type { SpendingView } from "../spending.ts";
import { type PriceView, type SpendForm, SpendSection } from "./spend-section.tsx";
import { type ModelTestView, TestReport } from "./test-report.tsx";

/** What the settings form holds; empty strings mean: as the operator of this app set it. */
export interface SettingsForm extends SpendForm {
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
    return credits === undefined ? "Needs an API key of your own" : `${countOf(credits, "credit")} a product`;
  };
  const named = { v1: form.modelV1.trim() || defaults.modelV1, v2: form.modelV2.trim() || defaults.modelV2 };
  const examiner = form.modelExaminer.trim() || defaults.modelExaminer;
  // What holds while nobody has chosen: asked in doubt, where there is somebody to ask.
  const examine = form.examine || (examiner === null ? "off" : "doubtful");
  const pricedExaminer = examine === "off" || examiner === named.v1 || examiner === named.v2 ? null : examiner;
  return (
    <Page title="Settings" secondaryActions={[{ content: "Activity", url: "/app/activity" }]}>
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
        <BlockStack gap="600">
          <SettingsSection
            title="Language model"
            description="Texts are written by OpenAI or any server that speaks its protocol. Leave a field empty to use what whoever runs this app has set."
          >
            <Card>
              <FormLayout>
                <TextField
                  label="Endpoint"
                  type="url"
                  value={form.baseUrl}
                  onChange={set("baseUrl")}
                  placeholder={defaults.baseUrl}
                  helpText="The address of the API. It usually ends in /v1."
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
                    label="This server needs no key"
                    helpText="For a server of your own. Calls are then made without any key."
                    checked={form.keyless === "true"}
                    onChange={(checked) => set("keyless")(String(checked))}
                  />
                )}
                <FormLayout.Group>
                  <TextField
                    label="Model for v1"
                    value={form.modelV1}
                    onChange={set("modelV1")}
                    placeholder={defaults.modelV1}
                    helpText={creditsOf("v1")}
                    error={errors.modelV1}
                    autoComplete="off"
                  />
                  <TextField
                    label="Model for v2"
                    value={form.modelV2}
                    onChange={set("modelV2")}
                    placeholder={defaults.modelV2}
                    helpText={creditsOf("v2")}
                    error={errors.modelV2}
                    autoComplete="off"
                  />
                </FormLayout.Group>
                <ChoiceList
                  title="Pictures for alt texts"
                  choices={imageChoices}
                  selected={[form.images]}
                  onChange={([chosen]) => set("images")(chosen ?? form.images)}
                  error={errors.images}
                />
                <InlineStack gap="300" blockAlign="center">
                  <Button onClick={props.onTest} loading={testing} disabled={dirty || saving}>
                    Test connection
                  </Button>
                  <Text as="span" variant="bodySm" tone="subdued">
                    {dirty ? "Save first, then test." : "Makes two or three small calls to each model, at your cost."}
                  </Text>
                </InlineStack>
                {test && !testing && !dirty ? <TestOutcome {...test} /> : null}
              </FormLayout>
            </Card>
          </SettingsSection>
          <SettingsSection
            title="Examiner"
            description="A second, small model reads single sentences beside the product's facts and says which of them the facts do not hold. It is believed only where it quotes a fact to the letter. It costs no credits; what its calls cost is counted under Spending."
          >
            <Card>
              <FormLayout>
                <ChoiceList
                  title="When it is asked"
                  choices={examineChoices}
                  selected={[examine]}
                  onChange={([chosen]) => set("examine")(chosen ?? form.examine)}
                  error={errors.examine}
                />
                <TextField
                  label="Model of the examiner"
                  value={form.modelExaminer}
                  onChange={set("modelExaminer")}
                  placeholder={defaults.modelExaminer ?? ""}
                  helpText="At the endpoint and with the key above. A small, cheap model is enough."
                  error={errors.modelExaminer}
                  autoComplete="off"
                />
              </FormLayout>
            </Card>
          </SettingsSection>
          <SettingsSection
            title="Spending"
            description="No model call starts once a cap is reached: work waits and goes on by itself at 00:00 UTC, or when you raise the cap. Calls under way at that moment are still paid. Prices are those of your model provider; they turn tokens into money."
          >
            <SpendSection
              form={form}
              onChange={(name, value) => set(name)(value)}
              models={{ ...named, examiner: pricedExaminer }}
              operatorPrices={props.operatorPrices}
              spending={props.spending}
              errors={errors}
            />
          </SettingsSection>
          <SettingsSection
            title="Speed"
            description="More products at once finish a run sooner, but may meet your provider's rate limit. Work then waits and goes on by itself."
          >
            <Card>
              <TextField
                label="Products worked on at once"
                type="number"
                min={1}
                max={32}
                value={form.concurrency}
                onChange={set("concurrency")}
                helpText="From 1 to 32."
                error={errors.concurrency}
                autoComplete="off"
              />
            </Card>
          </SettingsSection>
        </BlockStack>
      </BlockStack>
    </Page>
  );
}

function TestOutcome({ ok, message, tests = [] }: NonNullable<SettingsPageProps["test"]>) {
  if (tests.length === 0) {
    return (
      <Banner
        tone={ok ? "success" : "critical"}
        title={ok ? "The connection was tested" : "The connection could not be tested"}
      >
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

const examineChoices = [
  {
    value: "doubtful",
    label: "In doubt",
    helpText: "About sentences that the checks cannot settle by themselves.",
  },
  { value: "always", label: "Always", helpText: "About each sentence. Costs more, and finds a little more." },
  {
    value: "off",
    label: "Never",
    helpText: "What a shop must be able to prove then blocks a text unless a fact says so; other doubts are warnings.",
  },
];

const imageChoices = [
  {
    value: "address",
    label: "The model fetches them by their address",
    helpText: "For OpenAI and others on the internet. The images of your store are public already.",
  },
  {
    value: "bytes",
    label: "Shelfwright sends them along",
    helpText: "For a model server that reaches no other address. Half-price runs then ask for alt texts at once.",
  },
  {
    value: "none",
    label: "The model sees none",
    helpText: "For models without sight. Alt texts are written from the product's facts alone, and say so.",
  },
];

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
  const isThere = saved !== "none" && !leaves;
  const state = leaves
    ? "A key is used only for the endpoint it was entered for: enter the key of the new one."
    : saved === "saved"
      ? "A key is saved. Type a new one to replace it."
      : saved === "unreadable"
        ? "The key that was saved is of no use any more."
        : "No key of your own is saved.";
  return (
    <TextField
      label="API key"
      type="password"
      value={value}
      onChange={onChange}
      placeholder={saved === "saved" && !leaves ? "••••••••••••••••" : ""}
      helpText={`${state} Keys are kept encrypted and never shown again.`}
      error={error}
      autoComplete="new-password"
      connectedRight={isThere ? <Button onClick={onRemove}>Remove key</Button> : undefined}
    />
  );
}
