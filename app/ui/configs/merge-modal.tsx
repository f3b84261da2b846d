import { BlockStack, List, Spinner, Text } from "@shopify/polaris";
import { countOf } from "../numbers.ts";
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
  return (
    <NameModal
      open={open}
      title={`Merge ${countOf(names.length, "rule set")}`}
      confirmLabel="Merge"
      busy={busy}
      problem={problem}
      onConfirm={onMerge}
      onClose={onClose}
    >
      <BlockStack gap="200">
        <Text as="p">
          In this order: {names.join(", ")}. Lists are united; where two give one value each, the later one wins. They
          stay as they are; what is merged becomes a new rule set.
        </Text>
        {overrides === null ? (
          <Spinner size="small" accessibilityLabel="Looking for what differs" />
        ) : overrides.length === 0 ? (
          <Text as="p" tone="subdued">
            Nothing is overridden.
          </Text>
        ) : (
          <div className="sw-long sw-wrap">
            <Text as="p">{countOf(overrides.length, "value")} overridden:</Text>
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
