import { Banner, BlockStack, ChoiceList, DropZone, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import type { TermsAnswer } from "../terms-view.ts";

export interface TermsFileProps {
  busy: boolean;
  /** a sentence a line */
  problem: string | null;
  /** what taking the file would do; null while none was read */
  preview: NonNullable<TermsAnswer["preview"]> | null;
  /** when a file was taken, epoch ms; 0 for never */
  done: number;
  onPreview(csv: string): void;
  onImport(csv: string, mode: "merge" | "replace", digest: string): void;
}

/** Takes a file of terms, and says what it would change before anything is saved. */
export function TermsFileModal(props: TermsFileProps & { open: boolean; onClose(): void }) {
  const { open, busy, problem, preview, done, onClose } = props;
  const { t } = useTranslation("rules");
  const [file, setFile] = useState<{ name: string; csv: string } | null>(null);
  const [mode, setMode] = useState<"merge" | "replace">("merge");
  const seenDone = useRef(done);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (done === seenDone.current) return;
    seenDone.current = done;
    if (done === 0) return;
    setFile(null);
    close.current();
  }, [done]);
  const shown = file === null ? null : preview;
  const read = async (chosen: File) => {
    const csv = await chosen.text();
    setFile({ name: chosen.name, csv });
    props.onPreview(csv);
  };
  return (
    <Dialog
      open={open}
      onClose={() => {
        setFile(null);
        onClose();
      }}
      title={t("terms.take")}
      primaryAction={{
        content: t("terms.takeIt"),
        disabled: shown === null || busy,
        loading: busy,
        onAction: () => file && shown && props.onImport(file.csv, mode, shown.digest),
      }}
      secondaryActions={[{ content: t("cancel"), onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <BlockStack gap="400">
          {problem !== null && file !== null ? (
            <Banner tone="critical" title={t("terms.notTaken")}>
              {problem.split("\n").map((line) => (
                <p key={line}>{line}</p>
              ))}
            </Banner>
          ) : null}
          <DropZone
            label={t("terms.file")}
            accept="text/csv,.csv,text/plain"
            allowMultiple={false}
            variableHeight
            onDropAccepted={([chosen]) => chosen && void read(chosen)}
          >
            <DropZone.FileUpload actionTitle={t("importing.choose")} actionHint={t("terms.fileHint")} />
          </DropZone>
          {shown ? (
            <>
              <Text as="p">{t("terms.fileOf", { name: file?.name ?? "", languages: shown.languages })}</Text>
              <ChoiceList
                title={t("terms.how")}
                choices={(["merge", "replace"] as const).map((value) => ({
                  value,
                  label: t(`terms.${value}`),
                  helpText: t("terms.changes", { ...shown[value] }),
                }))}
                selected={[mode]}
                onChange={([value]) => setMode(value === "replace" ? "replace" : "merge")}
              />
            </>
          ) : null}
        </BlockStack>
      </Dialog.Section>
    </Dialog>
  );
}
