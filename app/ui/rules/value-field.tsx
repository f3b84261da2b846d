import { Autocomplete } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

/** A vendor, type or tag: any word, with those of the shop's products offered. */
export function ValueField(props: { values: string[]; value: string; onChange(value: string): void }) {
  const { t } = useTranslation("rules");
  const { values, value, onChange } = props;
  const typed = value.toLowerCase();
  const exact = values.includes(value);
  const options = values
    .filter((one) => exact || one.toLowerCase().includes(typed))
    .slice(0, 50)
    .map((one) => ({ value: one, label: one }));
  return (
    <Autocomplete
      options={options}
      selected={exact ? [value] : []}
      onSelect={([chosen]) => onChange(chosen ?? "")}
      textField={
        <Autocomplete.TextField
          label={t("assign.value")}
          value={value}
          onChange={onChange}
          placeholder={t("assign.valueHint")}
          autoComplete="off"
        />
      }
    />
  );
}
