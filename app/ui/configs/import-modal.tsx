import { Banner, BlockStack, DropZone, TextField } from "@shopify/polaris";
import { useState } from "react";
import { Dialog } from "../dialog.tsx";
import { nameError } from "./name-modal.tsx";

export interface ImportModalProps {
  open: boolean;
  busy: boolean;
  problem: string | null;
  onImport(json: string, name: string): void;
  onClose(): void;
}

/** Takes rules as a file or as text. */
export function ImportModal({ open, busy, problem, onImport, onClose }: ImportModalProps) {
  const [json, setJson] = useState("");
  const [name, setName] = useState("");
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Import rules"
      primaryAction={{
        content: "Import",
        onAction: () => onImport(json, name),
        disabled: json.trim() === "",
        loading: busy,
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <BlockStack gap="400">
          {problem ? (
            <Banner tone="critical" title="The rules were not imported">
              <p>{problem}</p>
            </Banner>
          ) : null}
          <DropZone
            label="File"
            accept="application/json,.json"
            allowMultiple={false}
            variableHeight
            onDropAccepted={([file]) => void file?.text().then(setJson)}
          >
            <DropZone.FileUpload actionTitle="Choose a file" actionHint="A .json file, as Export saves it" />
          </DropZone>
          <TextField
            label="Or paste it here"
            value={json}
            onChange={setJson}
            multiline={4}
            maxHeight="16rem"
            monospaced
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            label="Name"
            value={name}
            onChange={setName}
            helpText="Leave empty to keep the name in the file."
            error={nameError(name)}
            autoComplete="off"
          />
        </BlockStack>
      </Dialog.Section>
    </Dialog>
  );
}
