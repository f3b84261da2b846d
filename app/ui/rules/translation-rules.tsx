import { BlockStack, Card, Select, Text } from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { valueAt } from "./config-draft.ts";
import { type ConfigField, translationFields } from "./config-fields.ts";
import type { ConfigDraft } from "./config-view.ts";

export interface TranslationRulesProps {
  draft: ConfigDraft;
  /** those that the shop translates into */
  languages: readonly { locale: string; name: string }[];
  fieldEditor(field: ConfigField): ReactNode;
}

/** What holds for translations into one language, a language at a time; rules may speak of languages that the shop lacks. */
export function TranslationRules({ draft, languages, fieldEditor }: TranslationRulesProps) {
  const { t } = useTranslation("rules");
  const spelled = (name: string) => name.replaceAll("_", "-").toLowerCase();
  const named = Object.keys((valueAt(draft, ["translations"]) ?? {}) as Record<string, unknown>);
  // As the rules spell it, where they speak of it.
  const own = languages.map(({ locale, name }) => ({
    value: named.find((one) => spelled(one) === spelled(locale)) ?? locale,
    label: name,
  }));
  const others = named.filter((one) => own.every(({ value }) => value !== one));
  const options = [...own, ...others.map((value) => ({ value, label: value }))];
  const [chosen, setChosen] = useState(options[0]?.value);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingSm">
          {t("section.languages")}
        </Text>
        <Text as="p" tone="subdued">
          {t(chosen === undefined ? "noLanguages" : "about.languages")}
        </Text>
        {chosen === undefined ? null : (
          <>
            <Select label={t("language")} options={options} value={chosen} onChange={setChosen} />
            <div className="sw-rules-one" key={chosen}>
              {translationFields(chosen).map(fieldEditor)}
            </div>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
