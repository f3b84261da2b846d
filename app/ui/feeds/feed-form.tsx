import { BlockStack, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import { useFormats } from "../use-formats.ts";
import type { FeedInput, FeedTemplateView, FeedView } from "./feed-view.ts";

export interface FeedFormProps {
  /** null: a new one */
  feed: FeedView | null;
  templates: FeedTemplateView[];
  locales: string[];
  markets: { id: string; name: string; countries: string[] }[];
  currency: string;
  busy: boolean;
  errors: Record<string, string>;
  onSave(input: FeedInput): void;
  onClose(): void;
}

const never = "";

/** What a feed is made of, asked in a dialog. */
export function FeedForm(props: FeedFormProps) {
  const { t } = useTranslation("feeds");
  const { language } = useFormats();
  const { feed, templates, locales, markets, errors } = props;
  const [input, setInput] = useState<FeedInput>(() => startOf(props));
  const { choices } = input;
  const template = templates.find(({ id }) => id === input.template);
  const choose = (changes: Partial<FeedInput["choices"]>) =>
    setInput({ ...input, choices: { ...choices, ...changes } });
  const hours = Array.from({ length: 24 }, (_, hour) => hour * 60);
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t(feed ? "form.editTitle" : "form.addTitle")}
      primaryAction={{ content: t("form.save"), onAction: () => props.onSave(input), loading: props.busy }}
      secondaryActions={[{ content: t("form.cancel"), onAction: props.onClose, disabled: props.busy }]}
    >
      <Dialog.Section>
        <BlockStack gap="400">
          <TextField
            label={t("form.name")}
            value={input.name}
            error={errors.name}
            maxLength={100}
            autoComplete="off"
            onChange={(name) => setInput({ ...input, name })}
          />
          <Select
            label={t("form.template")}
            options={templates.map(({ id, name }) => ({ value: id, label: name }))}
            value={input.template}
            error={errors.template}
            onChange={(id) => setInput({ ...input, template: id })}
          />
          <Select
            label={t("form.language")}
            options={locales.map((locale) => ({ value: locale, label: language(locale) }))}
            value={choices.locale}
            error={errors.locale}
            onChange={(locale) => choose({ locale })}
          />
          {markets.length > 0 ? (
            <Select
              label={t("form.market")}
              options={[
                { value: "", label: t("form.noMarket") },
                ...markets.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={choices.market}
              error={errors.market}
              onChange={(market) => choose({ market })}
            />
          ) : null}
          <TextField
            label={t("form.country")}
            helpText={t("form.countryHelp")}
            value={choices.country}
            error={errors.country}
            maxLength={2}
            autoComplete="off"
            onChange={(country) => choose({ country: country.toUpperCase().replace(/[^A-Z]/g, "") })}
          />
          <TextField
            label={t("form.currency")}
            helpText={t("form.currencyHelp")}
            value={choices.currency}
            error={errors.currency}
            maxLength={3}
            autoComplete="off"
            onChange={(currency) => choose({ currency: currency.toUpperCase().replace(/[^A-Z]/g, "") })}
          />
          <Select
            label={t("form.itemId")}
            options={(["variant", "sku", "shopify"] as const).map((value) => ({
              value,
              label: t(`form.itemIds.${value}`),
            }))}
            value={choices.itemId}
            onChange={(itemId) => choose({ itemId: itemId as FeedInput["choices"]["itemId"] })}
          />
          <Select
            label={t("form.untranslated")}
            options={(["leave_out", "source"] as const).map((value) => ({
              value,
              label: t(`form.untranslatedAs.${value}`),
            }))}
            value={choices.untranslated}
            onChange={(untranslated) => choose({ untranslated: untranslated as FeedInput["choices"]["untranslated"] })}
          />
          <Select
            label={t("form.daily")}
            options={[
              { value: never, label: t("form.never") },
              ...hours.map((minutes) => ({ value: String(minutes), label: t("form.at", { time: timeOf(minutes) }) })),
            ]}
            value={input.dailyAt === null ? never : String(input.dailyAt)}
            onChange={(value) => setInput({ ...input, dailyAt: value === never ? null : Number(value) })}
          />
          {(template?.settings ?? []).map((setting) =>
            setting.one_of ? (
              <Select
                key={setting.name}
                label={setting.label}
                options={setting.one_of.map((value) => ({ value, label: value }))}
                value={choices.settings[setting.name] || setting.default}
                error={errors[`setting_${setting.name}`]}
                onChange={(value) => choose({ settings: { ...choices.settings, [setting.name]: value } })}
              />
            ) : (
              <TextField
                key={setting.name}
                label={setting.label}
                value={choices.settings[setting.name] ?? ""}
                placeholder={setting.default}
                error={errors[`setting_${setting.name}`]}
                maxLength={1_000}
                autoComplete="off"
                onChange={(value) => choose({ settings: { ...choices.settings, [setting.name]: value } })}
              />
            ),
          )}
        </BlockStack>
      </Dialog.Section>
    </Dialog>
  );
}

function startOf({ feed, templates, locales, currency }: FeedFormProps): FeedInput {
  if (feed) {
    const { id, name, template, choices, dailyAt } = feed;
    return { feedId: id, name, template, choices, dailyAt };
  }
  return {
    feedId: null,
    name: "",
    template: templates[0]?.id ?? "",
    choices: {
      locale: locales[0] ?? "en",
      market: "",
      country: "",
      currency,
      itemId: "variant",
      untranslated: "leave_out",
      settings: {},
    },
    dailyAt: 120,
  };
}

/** Minutes after midnight as people write a time, in UTC. */
export function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
