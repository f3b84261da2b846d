import { Autocomplete } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";

export interface CollectionChoice {
  id: string;
  title: string;
}

const maxOffered = 50;

/** One of the shop's collections, found by its title and kept by its id. */
export function CollectionField(props: { collections: CollectionChoice[]; value: string; onChange(id: string): void }) {
  const { collections, value, onChange } = props;
  const { t } = useTranslation("rules");
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = collections.find(({ id }) => id === value);
  const wanted = typed?.trim().toLowerCase() ?? "";
  const options = collections
    .filter(({ title }) => title.toLowerCase().includes(wanted))
    .slice(0, maxOffered)
    .map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Autocomplete
      options={options}
      selected={chosen ? [chosen.id] : []}
      onSelect={([id]) => {
        setTyped(null);
        onChange(id ?? "");
      }}
      emptyState={t(collections.length > 0 ? "assign.noMatch" : "assign.noneYet")}
      textField={
        <Autocomplete.TextField
          label={t("assign.collection")}
          value={typed ?? chosen?.title ?? ""}
          onChange={setTyped}
          onBlur={() => setTyped(null)}
          placeholder={t("assign.choose")}
          error={value !== "" && !chosen ? t("assign.collectionGone") : undefined}
          autoComplete="off"
        />
      }
    />
  );
}
