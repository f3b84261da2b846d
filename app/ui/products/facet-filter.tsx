import { BlockStack, ChoiceList, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** So many choices are drawn at once; the rest is found by typing. */
const shownChoices = 30;

/** A filter over many values: type to narrow them, tick to choose. Chosen ones stay in sight. */
export function FacetFilter(props: {
  label: string;
  values: string[];
  /** how a value is shown; default: as it is */
  nameOf?: ((value: string) => string) | undefined;
  selected: string[];
  onChange(values: string[]): void;
}) {
  const { label, values, nameOf = (value: string) => value, selected, onChange } = props;
  const { t } = useTranslation("products");
  const [text, setText] = useState("");
  const wanted = text.trim().toLocaleLowerCase();
  const matching = values.filter(
    (value) => nameOf(value).toLocaleLowerCase().includes(wanted) && !selected.includes(value),
  );
  const choices = [...selected, ...matching.slice(0, shownChoices)].map((value) => ({
    label: nameOf(value),
    value,
  }));
  return (
    <BlockStack gap="200">
      {values.length > 8 ? (
        <TextField
          label={t("filters.find")}
          labelHidden
          placeholder={t("filters.find")}
          value={text}
          onChange={setText}
          autoComplete="off"
          clearButton
          onClearButtonClick={() => setText("")}
        />
      ) : null}
      {choices.length > 0 ? (
        <ChoiceList title={label} titleHidden allowMultiple choices={choices} selected={selected} onChange={onChange} />
      ) : (
        <Text as="p" tone="subdued">
          {values.length === 0 ? t("filters.noneYet") : t("filters.noMatch")}
        </Text>
      )}
      {matching.length > shownChoices ? (
        <Text as="p" tone="subdued" variant="bodySm">
          {t("filters.typeMore")}
        </Text>
      ) : null}
    </BlockStack>
  );
}
