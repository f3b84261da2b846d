import {
  Banner,
  BlockStack,
  Button,
  Card,
  Checkbox,
  FormLayout,
  InlineStack,
  Layout,
  Page,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { PageSaveBar } from "../save-bar.tsx";

/** What the settings form holds; empty strings mean: as the operator of this app set it. */
export interface SettingsForm {
  modelBaseUrl: string;
  /** only ever typed, never sent to the browser */
  modelApiKey: string;
  modelV1: string;
  modelV2: string;
  concurrency: string;
  bulletsInDescription: boolean;
}

export interface SettingsPageProps {
  notices: React.ReactNode;
  saved: Omit<SettingsForm, "modelApiKey">;
  hasKey: boolean;
  /** what holds where a field is empty */
  defaults: { modelBaseUrl: string; modelV1: string; modelV2: string; hasKey: boolean };
  errors: Partial<Record<keyof SettingsForm, string>>;
  saving: boolean;
  testing: boolean;
  /** outcome of the last test of the connection */
  test: { ok: boolean; message: string } | null;
  onSave(form: SettingsForm & { removeKey: boolean }): void;
  onTest(form: SettingsForm): void;
}

/** Which model writes, with which key, and how much at once. */
export function SettingsPage(props: SettingsPageProps) {
  const { saved, defaults, hasKey, errors, saving, testing, test } = props;
  const initial: SettingsForm = { ...saved, modelApiKey: "" };
  const [form, setForm] = useState(initial);
  const [removeKey, setRemoveKey] = useState(false);
  const set =
    <Name extends keyof SettingsForm>(name: Name) =>
    (value: SettingsForm[Name]) =>
      setForm((now) => ({ ...now, [name]: value }));
  const dirty = removeKey || (Object.keys(form) as (keyof SettingsForm)[]).some((name) => form[name] !== initial[name]);
  return (
    <Page title="Settings">
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
        <Layout>
          <Layout.AnnotatedSection
            title="Language model"
            description="Texts are written by OpenAI or any server that speaks its protocol. Leave a field empty to use what whoever runs this app has set."
          >
            <Card>
              <FormLayout>
                <TextField
                  label="Endpoint"
                  type="url"
                  value={form.modelBaseUrl}
                  onChange={set("modelBaseUrl")}
                  placeholder={defaults.modelBaseUrl}
                  helpText="Usually ends in /v1."
                  error={errors.modelBaseUrl}
                  autoComplete="off"
                />
                <KeyField
                  value={form.modelApiKey}
                  onChange={set("modelApiKey")}
                  hasKey={hasKey && !removeKey}
                  hasDefault={defaults.hasKey}
                  onRemove={() => setRemoveKey(true)}
                  error={errors.modelApiKey}
                />
                <FormLayout.Group>
                  <TextField
                    label="Model for v1 (1 credit)"
                    value={form.modelV1}
                    onChange={set("modelV1")}
                    placeholder={defaults.modelV1}
                    error={errors.modelV1}
                    autoComplete="off"
                  />
                  <TextField
                    label="Model for v2 (5 credits)"
                    value={form.modelV2}
                    onChange={set("modelV2")}
                    placeholder={defaults.modelV2}
                    error={errors.modelV2}
                    autoComplete="off"
                  />
                </FormLayout.Group>
                <InlineStack gap="300" blockAlign="center">
                  <Button onClick={() => props.onTest(form)} loading={testing}>
                    Test connection
                  </Button>
                  <Text as="span" variant="bodySm" tone="subdued">
                    Asks the v1 model for one word, with what stands above.
                  </Text>
                </InlineStack>
                {test && !testing ? (
                  <Banner
                    tone={test.ok ? "success" : "critical"}
                    title={test.ok ? "The model answers" : "The model cannot be used"}
                  >
                    <p>{test.message}</p>
                  </Banner>
                ) : null}
              </FormLayout>
            </Card>
          </Layout.AnnotatedSection>
          <Layout.AnnotatedSection
            title="Speed"
            description="More products at once finish a run sooner, but may meet your provider's rate limit. Work then waits and goes on by itself."
          >
            <Card>
              <TextField
                label="Products worked on at once"
                type="number"
                min={1}
                max={64}
                value={form.concurrency}
                onChange={set("concurrency")}
                error={errors.concurrency}
                autoComplete="off"
              />
            </Card>
          </Layout.AnnotatedSection>
          <Layout.AnnotatedSection
            title="Bullet points"
            description="Bullet points are kept in a metafield that your theme can show."
          >
            <Card>
              <Checkbox
                label="Also put them into the description"
                helpText="For themes that do not show the metafield: a list is added at the head of the description when it is published."
                checked={form.bulletsInDescription}
                onChange={set("bulletsInDescription")}
              />
            </Card>
          </Layout.AnnotatedSection>
        </Layout>
      </BlockStack>
    </Page>
  );
}

function KeyField(props: {
  value: string;
  onChange(value: string): void;
  hasKey: boolean;
  hasDefault: boolean;
  onRemove(): void;
  error: string | undefined;
}) {
  const { value, onChange, hasKey, hasDefault, onRemove, error } = props;
  const help = hasKey
    ? "A key is saved. Type a new one to replace it."
    : hasDefault
      ? "No key of your own: the one of whoever runs this app is used."
      : "No key is saved. Enter the key of your provider.";
  return (
    <TextField
      label="API key"
      type="password"
      value={value}
      onChange={onChange}
      placeholder={hasKey ? "••••••••••••••••" : ""}
      helpText={`${help} Keys are kept encrypted and never shown again.`}
      error={error}
      autoComplete="off"
      connectedRight={hasKey ? <Button onClick={onRemove}>Remove</Button> : undefined}
    />
  );
}
