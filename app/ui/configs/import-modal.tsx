import { Banner, BlockStack, DropZone, TextField } from "@shopify/polaris";
import { useState } from "react";
import { Dialog } from "../dialog.tsx";
import { importProblem } from "./import-problem.ts";
import { nameError } from "./name-modal.tsx";

export interface ImportModalProps {
  open: boolean;
  busy: boolean;
  problem: string | null;
  /** more is not taken, so it is not sent */
  maxChars: number;
  onImport(json: string, name: string): void;
  onClose(): void;
}

/** Takes rules as a file or as text. */
export function ImportModal({ open, busy, problem: refused, maxChars, onImport, onClose }: ImportModalProps) {
  const [json, setJson] = useState("");
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const tooLong = fileProblem ?? importProblem({ chars: json.length }, maxChars);
  const problem = tooLong ?? refused;
  const readFile = async (file: File) => {
    const found = importProblem({ bytes: file.size }, maxChars);
    setFileProblem(found);
    setJson(found === null ? await file.text() : "");
  };
  const [name, setName] = useState("");
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Import rules"
      primaryAction={{
        content: "Import",
        onAction: () => onImport(json, name),
        disabled: json.trim() === "" || tooLong !== null,
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
            onDropAccepted={([file]) => file && void readFile(file)}
          >
            <DropZone.FileUpload actionTitle="Choose a file" actionHint="A .json file, as Export saves it" />
          </DropZone>
          <TextField
            label="Or paste it here"
            value={json}
            onChange={(text) => {
              setFileProblem(null);
              setJson(text);
            }}
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
