import { BlockStack, List, Spinner, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { NameModal } from "./name-modal.tsx";
import "../ui.css";

export interface MergeModalProps {
  open: boolean;
  /** in the order in which they are merged */
  names: string[];
  overrides: string[] | null;
  busy: boolean;
  problem: string | null;
  onMerge(name: string): void;
  onClose(): void;
}

/** Says what merging does and overrides, and asks for the new name. */
export function MergeModal({ open, names, overrides, busy, problem, onMerge, onClose }: MergeModalProps) {
  const { t } = useTranslation("rules");
  return (
    <NameModal
      open={open}
      title={t("merging.title", { count: names.length })}
      confirmLabel={t("index.merge")}
      busy={busy}
      problem={problem}
      onConfirm={onMerge}
      onClose={onClose}
    >
      <BlockStack gap="200">
        <Text as="p">{t("merging.how", { names: names.join(", ") })}</Text>
        {overrides === null ? (
          <Spinner size="small" accessibilityLabel={t("merging.looking")} />
        ) : overrides.length === 0 ? (
          <Text as="p" tone="subdued">
            {t("merging.nothing")}
          </Text>
        ) : (
          <div className="sw-long sw-wrap">
            <Text as="p">{t("merging.overridden", { count: overrides.length })}</Text>
            <List>
              {overrides.map((override) => (
                <List.Item key={override}>{override}</List.Item>
              ))}
            </List>
          </div>
        )}
      </BlockStack>
    </NameModal>
  );
}
