import { Banner, BlockStack, DropZone, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import { DialogForm } from "../dialog-form.tsx";
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
  const { t } = useTranslation("rules");
  const [json, setJson] = useState("");
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const tooLong = fileProblem ?? importProblem(t, { chars: json.length }, maxChars);
  const problem = tooLong ?? refused;
  const readFile = async (file: File) => {
    const found = importProblem(t, { bytes: file.size }, maxChars);
    setFileProblem(found);
    setJson(found === null ? await file.text() : "");
  };
  const [name, setName] = useState("");
  const ready = json.trim() !== "" && tooLong === null;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("importing.title")}
      primaryAction={{
        content: t("index.import"),
        onAction: () => onImport(json, name),
        disabled: !ready,
        loading: busy,
      }}
      secondaryActions={[{ content: t("cancel"), onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <DialogForm ready={ready} busy={busy} onSubmit={() => onImport(json, name)}>
          <BlockStack gap="400">
            {problem ? (
              <Banner tone="critical" title={t("importing.not")}>
                <p>{problem}</p>
              </Banner>
            ) : null}
            <DropZone
              label={t("importing.file")}
              accept="application/json,.json"
              allowMultiple={false}
              variableHeight
              onDropAccepted={([file]) => file && void readFile(file)}
            >
              <DropZone.FileUpload actionTitle={t("importing.choose")} actionHint={t("importing.hint")} />
            </DropZone>
            <TextField
              label={t("importing.paste")}
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
              label={t("name")}
              value={name}
              onChange={setName}
              helpText={t("importing.nameHelp")}
              error={nameError(t, name)}
              autoComplete="off"
            />
          </BlockStack>
        </DialogForm>
      </Dialog.Section>
    </Dialog>
  );
}
