import { Select } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConfigRowView } from "./config-view.ts";
import { NameModal } from "./name-modal.tsx";

interface NewRulesModalProps {
  open: boolean;
  /** what they can begin as */
  choices: readonly Pick<ConfigRowView, "id" | "name" | "preset">[];
  /** the one that was asked for */
  from: string;
  busy: boolean;
  problem: string | null;
  onMake(from: string, name: string): void;
  onClose(): void;
}

/** Asks what new rules begin as and what they are called. */
export function NewRulesModal({ open, choices, from, busy, problem, onMake, onClose }: NewRulesModalProps) {
  const { t } = useTranslation("rules");
  const [chosen, setChosen] = useState<string | null>(null);
  const base = chosen ?? from;
  return (
    <NameModal
      open={open}
      title={t("index.newRules")}
      confirmLabel={t("index.make")}
      busy={busy}
      problem={problem}
      onConfirm={(name) => onMake(base, name)}
      onClose={() => {
        setChosen(null);
        onClose();
      }}
    >
      <Select
        label={t("index.beginAs")}
        options={choices.map(({ id, name, preset }) => ({
          value: id,
          label: preset ? t("presetNamed", { name }) : name,
        }))}
        value={base}
        onChange={setChosen}
      />
    </NameModal>
  );
}
