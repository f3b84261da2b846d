import { Autocomplete } from "@shopify/polaris";
import { useState } from "react";

export interface CollectionChoice {
  id: string;
  title: string;
}

const maxOffered = 50;

/** One of the shop's collections, found by its title and kept by its id. */
export function CollectionField(props: { collections: CollectionChoice[]; value: string; onChange(id: string): void }) {
  const { collections, value, onChange } = props;
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
      emptyState={
        collections.length > 0 ? "No collection has this title." : "No collections yet. Import products first."
      }
      textField={
        <Autocomplete.TextField
          label="Collection"
          value={typed ?? chosen?.title ?? ""}
          onChange={setTyped}
          onBlur={() => setTyped(null)}
          placeholder="Choose a collection"
          error={
            value !== "" && !chosen
              ? "This collection is no longer in the shop, so the rule holds for nothing. Choose another one."
              : undefined
          }
          autoComplete="off"
        />
      }
    />
  );
}
